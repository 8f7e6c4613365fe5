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
 * A net of two hidden layers alike with rectified outputs behind a standardization of the features, trained as Keras does
 * by default: Adam, a fixed number of epochs, biases begun at zero. Hyperparameters: {@code hidden} 64 (of each layer),
 * {@code learning_rate} 0.001, {@code batch} 32, {@code epochs} 100, {@code class_weight} none. No contributions.
 * Stateless.
 */
public final class NeuralNetLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "neural-net";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("hidden", 64, 1, 4096),
            Setting.real("learning_rate", 1e-3, 1e-7, 1),
            Setting.whole("batch", 32, 1, 1_000_000),
            Setting.whole("epochs", 100, 1, 100_000),
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
        int hidden = settings.whole("hidden");
        return new NetPlan(
                List.of(hidden, hidden),
                false,
                settings.whole("epochs"),
                settings.whole("batch"),
                settings.number("learning_rate"),
                1e-7,
                0,
                0);
    }
}
