package io.quantloom.engine.model.net;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.List;

/**
 * A net of one hidden layer with rectified outputs, trained as scikit-learn's MLPClassifier: Adam, batches, L2 penalty,
 * ended when the loss has not fallen by 1e-4 for ten epochs. Hyperparameters: {@code hidden} 100, {@code learning_rate}
 * 0.001, {@code alpha} 0.0001 (penalty), {@code batch} 200, {@code epochs} 200 at most, {@code scale} standard,
 * {@code class_weight} none. No contributions. Stateless.
 */
public final class MlpLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "mlp";

    private static final int PATIENCE = 10;

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("hidden", 100, 1, 4096),
            Setting.real("learning_rate", 1e-3, 1e-7, 1),
            Setting.real("alpha", 1e-4, 0, 1e3),
            Setting.whole("batch", 200, 1, 1_000_000),
            Setting.whole("epochs", 200, 1, 100_000),
            Setting.scale(PreparedRows.STANDARD),
            Setting.CLASS_WEIGHT);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return Settings.names(SETTINGS);
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return PreparedRows.of(NAME, SETTINGS, set, parameters)
                .then(rows -> NetFit.of(NAME, plan(rows.settings()), rows, seeds, context));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, NetForm::read);
    }

    private static NetPlan plan(Settings settings) {
        return new NetPlan(
                List.of(settings.whole("hidden")),
                true,
                settings.whole("epochs"),
                settings.whole("batch"),
                settings.number("learning_rate"),
                1e-8,
                settings.number("alpha"),
                PATIENCE);
    }
}
