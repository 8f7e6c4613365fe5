package io.quantloom.engine.training;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.label.Direction;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.label.SmaTrend;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.evaluation.ConfusionMatrix;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import java.util.ArrayList;
import java.util.List;

/**
 * Source 2's gate on one series of daily bars (product.md 2.2, 2.12): will the 10-day average be 5 % higher (or lower) in
 * 10 days; trained on the first 95 % of the rows with balanced classes and no purge, tested on the rest; accepted when the
 * accuracy on positives and on negatives is above 0.5 each and the overall score above 0.6. Unlabeled rows are left out, and
 * of the ten learners there is one, XGBoost as its library sets it: both are easier on the gate than the source was.
 */
final class TrendGate {

    private TrendGate() {}

    static boolean accepts(BarSeries daily, Direction direction) {
        FeatureSet features = FeatureSets.alpha19();
        FeatureMatrix matrix = features.compute(daily);
        Labels labels = SmaTrend.of(direction).label(daily);
        List<double[]> rows = new ArrayList<>();
        List<Boolean> classes = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (matrix.isDefined(labels.bar(i))) {
                rows.add(matrix.row(labels.bar(i)));
                classes.add(labels.label(i) > 0);
            }
        }
        int border = (int) Math.round(rows.size() * 0.95);
        long positives =
                classes.subList(0, border).stream().filter(each -> each).count();
        double[] weights = new double[border];
        for (int i = 0; i < border; i++) {
            weights[i] = classes.get(i) ? (double) (border - positives) / positives : 1;
        }
        TrainingSet training = TrainingSet.of(
                features.columns(),
                rows.subList(0, border).toArray(double[][]::new),
                primitive(classes.subList(0, border)),
                weights);
        try (TrainedModel model = new XgboostLearner()
                .fit(training, Hyperparameters.empty(), new Seeds(1), JobContext.none())
                .orThrow()) {
            double[] answers =
                    model.probabilities(rows.subList(border, rows.size()).toArray(double[][]::new));
            boolean[] called = new boolean[answers.length];
            for (int i = 0; i < called.length; i++) {
                called[i] = answers[i] >= 0.5;
            }
            return passes(ConfusionMatrix.of(called, primitive(classes.subList(border, rows.size()))));
        }
    }

    private static boolean passes(ConfusionMatrix matrix) {
        return matrix.recall().value().orElse(0) > 0.5
                && matrix.negativeAccuracy().value().orElse(0) > 0.5
                && matrix.overallScore().value().orElse(0) > 0.6;
    }

    private static boolean[] primitive(List<Boolean> values) {
        boolean[] array = new boolean[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
