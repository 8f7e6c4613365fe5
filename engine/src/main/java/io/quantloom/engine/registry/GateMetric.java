package io.quantloom.engine.registry;

import java.util.Arrays;
import java.util.Optional;

/** What gates can ask for beside the statistics of a backtest: how good a classifier is, and how likely it is luck. */
public enum GateMetric {
    /** 0.1·accuracy + 0.4·precision + 0.2·negative accuracy + 0.3·positive accuracy, source 2's. */
    OVERALL_SCORE,
    /** Share of the positive rows that were called positive: TP / (TP + FN). */
    POSITIVE_ACCURACY,
    /** Share of the negative rows that were called negative: TN / (TN + FP). */
    NEGATIVE_ACCURACY,
    /** Share of rows called what they are. */
    ACCURACY,
    /** Share of the rows called positive that are: TP / (TP + FP); undefined when none was. */
    PRECISION,
    /** Area under the ROC curve. */
    AUC,
    /** Mean squared distance of probability and truth; smaller is better. */
    BRIER,
    /** Probability of backtest overfitting over the trials of the study, by CSCV; smaller is better. */
    PBO,
    /** Share of placebo twins without signal that the candidate beats. */
    PLACEBO_PERCENTILE;

    /** {@return the key in files} */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@return whether it is measured on the trials as a whole, so that the walk-forward is its only basis} */
    public boolean isOfTheSearch() {
        return this == PBO || this == PLACEBO_PERCENTILE;
    }

    /** {@return the metric with the key} */
    public static Optional<GateMetric> ofKey(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key().equals(key))
                .findFirst();
    }
}
