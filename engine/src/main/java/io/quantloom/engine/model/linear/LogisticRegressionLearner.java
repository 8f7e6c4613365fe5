package io.quantloom.engine.model.linear;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowModel;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression: minimizes {@code c·Σ weight·ln(1 + e^(−target·margin)) + |coefficient|²/2} over targets −1 and +1,
 * the intercept free, by Newton's method with halved steps (iteratively reweighted least squares). Hyperparameters:
 * {@code c} 1 (inverse strength of the penalty), {@code scale} standard, {@code class_weight} none. Contributions sum to
 * the log-odds. Stateless. Source: T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 4.4;
 * scikit-learn's LogisticRegression.
 */
public final class LogisticRegressionLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "logistic-regression";

    private static final List<Setting> SETTINGS =
            List.of(Setting.real("c", 1, 1e-9, 1e9), Setting.scale(PreparedRows.STANDARD), Setting.CLASS_WEIGHT);

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
                .then(rows -> new LogisticNewton(NAME, rows, rows.settings().number("c"))
                        .minimum(context)
                        .map(found -> model(rows, found)));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, reader -> LinearForm.read(reader, true));
    }

    private static TrainedModel model(PreparedRows rows, double[] found) {
        int columns = rows.columns();
        return new RowModel(
                NAME,
                new LinearForm(
                        rows.scaler(), Arrays.copyOf(found, columns), found[columns], WeightedMeans.of(rows), true));
    }
}
