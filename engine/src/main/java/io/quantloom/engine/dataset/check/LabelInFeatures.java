package io.quantloom.engine.dataset.check;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.check.Leak.Check;
import io.quantloom.engine.dataset.label.Predictability;
import java.util.Optional;

/**
 * Looks for a feature that is the label: one column that alone ranks the classes nearly without a mistake. No feature of
 * a market does that.
 */
public final class LabelInFeatures {

    private static final double TOO_GOOD = 0.99;

    private LabelInFeatures() {}

    /**
     * Returns the first such column; its values are the area under the ROC curve of a coin and its own, turned upwards. Empty
     * where there is none or a class is missing.
     */
    public static Optional<Leak> run(Dataset dataset) {
        for (int c = 0; c < dataset.matrix().names().size(); c++) {
            double auc = auc(dataset, c);
            if (Math.max(auc, 1 - auc) > TOO_GOOD) {
                return Optional.of(new Leak(
                        Check.LABEL, dataset.matrix().names().get(c), dataset.bar(0), 0.5, Math.max(auc, 1 - auc)));
            }
        }
        return Optional.empty();
    }

    private static double auc(Dataset dataset, int column) {
        double[] values = new double[dataset.size()];
        boolean[] positive = new boolean[dataset.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dataset.row(i)[column];
            positive[i] = dataset.isPositive(i);
        }
        return Predictability.auc(values, positive).orElse(0.5);
    }
}
