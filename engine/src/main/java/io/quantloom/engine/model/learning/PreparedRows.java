package io.quantloom.engine.model.learning;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainingSet;
import java.util.List;

/**
 * Training rows as a learner takes them: settings checked, both classes there, features scaled and classes weighted by the
 * settings {@code scale} and {@code class_weight} where the learner has them. Scaler and weights know the training rows
 * only. Immutable by convention: nobody changes the arrays.
 */
public final class PreparedRows {

    /** The value of {@code scale} that standardizes. */
    public static final String STANDARD = "standard";

    private final Settings settings;
    private final Standardizer scaler;
    private final double[][] rows;
    private final boolean[] positive;
    private final double[] weights;

    private PreparedRows(
            Settings settings, Standardizer scaler, double[][] rows, boolean[] positive, double[] weights) {
        this.settings = settings;
        this.scaler = scaler;
        this.rows = rows;
        this.positive = positive;
        this.weights = weights;
    }

    /** Prepares the rows. NOT_APPLICABLE without rows of both classes, INVALID for a setting out of its range. */
    public static Outcome<PreparedRows> of(
            String learner, List<Setting> known, TrainingSet set, Hyperparameters given) {
        return bothClasses(learner, set)
                .then(_ -> Settings.read(learner, known, given))
                .map(settings -> of(settings, set));
    }

    /** Checks that there is something to tell apart. NOT_APPLICABLE without rows of both classes. */
    public static Outcome<TrainingSet> bothClasses(String learner, TrainingSet set) {
        double share = set.size() == 0 ? 0 : set.positiveShare();
        return share > 0 && share < 1
                ? Outcome.success(set)
                : Outcome.failed(Failure.of(
                        Reason.NOT_APPLICABLE,
                        "rows of both classes",
                        set.size() + " rows, all of one class",
                        learner,
                        "take a longer training window or other labels"));
    }

    private static PreparedRows of(Settings settings, TrainingSet set) {
        int columns = set.features().size();
        CompleteRows.check(set.rows(), columns);
        boolean scaled = settings.has("scale") && settings.word("scale").equals(STANDARD);
        Standardizer scaler = scaled ? Standardizer.of(set.rows(), columns) : Standardizer.none(columns);
        ClassWeights classes =
                settings.has("class_weight") ? ClassWeights.of(settings.word("class_weight"), set) : ClassWeights.EQUAL;
        double[][] rows = new double[set.size()][];
        boolean[] positive = new boolean[set.size()];
        double[] weights = new double[set.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = scaler.apply(set.rows()[i]);
            positive[i] = set.isPositive(i);
            weights[i] = classes.of(set, i);
        }
        return new PreparedRows(settings, scaler, rows, positive, weights);
    }

    /** {@return the checked settings} */
    public Settings settings() {
        return settings;
    }

    /** {@return what was done to the features and must be done to those asked about} */
    public Standardizer scaler() {
        return scaler;
    }

    /** {@return the scaled rows themselves} */
    public double[][] rows() {
        return rows;
    }

    /** {@return the number of rows} */
    public int size() {
        return rows.length;
    }

    /** {@return the number of features} */
    public int columns() {
        return scaler.columns();
    }

    /** {@return whether row {@code i} belongs to the positive class} */
    public boolean isPositive(int i) {
        return positive[i];
    }

    /** {@return own weight of row {@code i} times its class's weight} */
    public double weight(int i) {
        return weights[i];
    }
}
