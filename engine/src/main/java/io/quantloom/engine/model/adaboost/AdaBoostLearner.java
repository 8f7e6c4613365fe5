package io.quantloom.engine.model.adaboost;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
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
import java.util.ArrayList;
import java.util.List;

/**
 * AdaBoost (SAMME) over stumps: each round fits a stump to the weighted rows, weighs it by
 * {@code learning_rate·ln((1 − error)/error)} and multiplies the weights of the rows it got wrong by e to that. The
 * probability is the sigmoid of the normalized vote in [−1, 1], so it lies in [0.27, 0.73]: it ranks, but needs
 * calibration. Hyperparameters: {@code rounds} 50, {@code learning_rate} 1, {@code class_weight} none. Features are rounded
 * to 32 bits. No contributions. Stateless. Source: J. Zhu, H. Zou, S. Rosset, T. Hastie, Multi-class AdaBoost, Statistics
 * and Its Interface 2 (2009); scikit-learn's AdaBoostClassifier.
 */
public final class AdaBoostLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "adaboost";

    private static final List<Setting> SETTINGS = List.of(
            Setting.whole("rounds", 50, 1, StumpsForm.MOST_STUMPS),
            Setting.real("learning_rate", 1, 1e-6, 10),
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
        return PreparedRows.of(NAME, SETTINGS, set, parameters).then(rows -> boost(rows, context));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, StumpsForm::read);
    }

    private static Outcome<TrainedModel> boost(PreparedRows rows, JobContext context) {
        int rounds = rows.settings().whole("rounds");
        double rate = rows.settings().number("learning_rate");
        var search = new StumpSearch(rows);
        var stumps = new ArrayList<Stump>();
        double[] weights = new double[rows.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = rows.weight(i);
        }
        for (int round = 0; round < rounds; round++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("", round, rounds));
            normalize(weights);
            Stump stump = search.best(weights);
            double error = error(rows, stump, weights);
            if (error <= 0 || error >= 0.5) {
                // A perfect stump ends the search with weight 1; one no better than a coin only stays if it is alone.
                if (error <= 0 || stumps.isEmpty()) {
                    stumps.add(stump);
                }
                break;
            }
            double weight = rate * StrictMath.log((1 - error) / error);
            stumps.add(stump.weighing(weight));
            double heavier = StrictMath.exp(weight);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= stump.says(rows.rows()[i]) == rows.isPositive(i) ? 1 : heavier;
            }
        }
        return Outcome.success(new RowModel(NAME, new StumpsForm(rows.columns(), stumps)));
    }

    private static double error(PreparedRows rows, Stump stump, double[] weights) {
        double error = 0;
        for (int i = 0; i < weights.length; i++) {
            error += stump.says(rows.rows()[i]) == rows.isPositive(i) ? 0 : weights[i];
        }
        return error;
    }

    private static void normalize(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
    }
}
