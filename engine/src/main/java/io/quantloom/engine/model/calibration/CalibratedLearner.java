package io.quantloom.engine.model.calibration;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A learner that can calibrate itself, under its own name, so that registry, factory and studies need not know.
 * Hyperparameters beside those of the learner inside: {@code calibration} ({@code none}, {@code platt},
 * {@code isotonic}), {@code calibration_folds} (5, from 1 to 50) and {@code calibration_embargo} (0 bars), see
 * {@link InnerFold#forward}. With {@code none} it gives the learner's model itself. It reads files of both kinds.
 * Stateless.
 */
public final class CalibratedLearner implements Learner {

    /** Name of the hyperparameter that chooses the method. */
    public static final String CALIBRATION = "calibration";

    /** Name of the hyperparameter for the number of inner folds. */
    public static final String FOLDS = "calibration_folds";

    /** Name of the hyperparameter for the bars between the last label and the scored rows. */
    public static final String EMBARGO = "calibration_embargo";

    private static final String NONE = "none";
    private static final int USUAL_FOLDS = 5;
    private static final int MOST_FOLDS = 50;

    private final Learner learner;
    private final String usual;

    private CalibratedLearner(Learner learner, String usual) {
        this.learner = learner;
        this.usual = usual;
    }

    /** Returns a learner that calibrates where a hyperparameter asks for it. */
    public static CalibratedLearner of(Learner learner) {
        return new CalibratedLearner(learner, NONE);
    }

    /** Returns a learner that calibrates by the method unless a hyperparameter says otherwise. */
    public static CalibratedLearner of(Learner learner, CalibrationMethod method) {
        return new CalibratedLearner(learner, method.text());
    }

    @Override
    public String name() {
        return learner.name();
    }

    @Override
    public String library() {
        return learner.library();
    }

    @Override
    public List<String> parameters() {
        return Stream.concat(learner.parameters().stream(), Stream.of(CALIBRATION, FOLDS, EMBARGO))
                .toList();
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        Object word = parameters.values().getOrDefault(CALIBRATION, usual);
        if (word.equals(NONE)) {
            return learner.fit(set, parameters, seeds, context);
        }
        Optional<CalibrationMethod> method = CalibrationMethod.ofText(String.valueOf(word));
        int folds = parameters.whole(FOLDS, USUAL_FOLDS);
        int embargo = parameters.whole(EMBARGO, 0);
        if (method.isEmpty() || folds < 1 || folds > MOST_FOLDS || embargo < 0) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "calibration none, platt or isotonic, calibration_folds from 1 to " + MOST_FOLDS
                            + " and a calibration_embargo of zero or more",
                    word + ", " + folds + ", " + embargo,
                    name(),
                    ""));
        }
        return new CalibrateModel(method.get())
                .run(learner, set, InnerFold.forward(set, folds, embargo), parameters, seeds, context)
                .map(model -> model);
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return CalibrationFile.isOne(bytes)
                ? CalibrationFile.read(bytes)
                        .then(file ->
                                learner.load(file.model()).map(model -> new CalibratedModel(model, file.calibration())))
                : learner.load(bytes);
    }
}
