package io.quantloom.engine.model.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How good a classifier was on rows it never saw, whole. Immutable.
 *
 * @param effectiveRows number of independent rows that the rows are worth, in (0, rows]; fewer where labels overlap
 * @param threshold a row is called positive at or above it; empty where the learner decides by itself
 * @param confusion classes, at least one row
 * @param auc see {@link ClassificationScore#auc}, of what the learner ranks by
 * @param roc the curve to it
 * @param fit of the probabilities; empty for a learner that has none
 * @param baselines beside it, on the same rows
 */
public record Evaluation(
        double effectiveRows,
        OptionalDouble threshold,
        ConfusionMatrix confusion,
        Measure auc,
        RocCurve roc,
        Optional<ProbabilityFit> fit,
        List<Baseline> baselines) {

    private static final String NO_PROBABILITY = "the learner gives a decision value, no probability";

    /** Checks the range and copies the list. */
    public Evaluation {
        if (!(effectiveRows > 0 && effectiveRows <= confusion.rows())) {
            throw new IllegalArgumentException(
                    "expected effective rows in (0, " + confusion.rows() + "], was " + effectiveRows);
        }
        baselines = List.copyOf(baselines);
    }

    /**
     * Measures what a classifier said, without baselines. O(n log n).
     *
     * @param positive what was, one for each row of the output, at least one
     * @param effectiveRows see above; the number of rows where labels do not overlap
     * @throws IllegalArgumentException if the lengths differ or there are no rows
     */
    public static Evaluation of(ClassifierOutput output, boolean[] positive, double effectiveRows) {
        ConfusionMatrix confusion = ConfusionMatrix.of(output.classes(), positive);
        OptionalDouble auc = Ranking.auc(output.scores(), positive);
        return new Evaluation(
                effectiveRows,
                output.threshold(),
                confusion,
                auc.isPresent() ? Measure.of(auc.getAsDouble()) : Measure.undefined("the rows are all of one class"),
                RocCurve.of(output.scores(), positive),
                output.isProbabilistic()
                        ? Optional.of(
                                ProbabilityFit.of(output.probabilities(), positive, effectiveRows / confusion.rows()))
                        : Optional.empty(),
                List.of());
    }

    /** Returns this with other baselines. */
    public Evaluation withBaselines(List<Baseline> others) {
        return new Evaluation(effectiveRows, threshold, confusion, auc, roc, fit, others);
    }

    /** {@return the shares with their intervals} */
    public List<Rate> rates() {
        return confusion.rates(effectiveRows);
    }

    /**
     * {@return every number under its name in contracts.md, the undefined ones too: accuracy, auc, balanced_accuracy,
     * brier, calibration_error, log_loss, negative_accuracy, overall_score, positive_accuracy, precision, recall}
     */
    public SortedMap<String, Measure> measures() {
        var measures = new TreeMap<String, Measure>();
        measures.put(ConfusionMatrix.ACCURACY, confusion.accuracy());
        measures.put(ConfusionMatrix.BALANCED_ACCURACY, confusion.balancedAccuracy());
        measures.put(ConfusionMatrix.PRECISION, confusion.precision());
        measures.put(ConfusionMatrix.RECALL, confusion.recall());
        measures.put(ConfusionMatrix.POSITIVE_ACCURACY, confusion.recall());
        measures.put(ConfusionMatrix.NEGATIVE_ACCURACY, confusion.negativeAccuracy());
        measures.put(ConfusionMatrix.OVERALL_SCORE, confusion.overallScore());
        measures.put("auc", auc);
        measures.put("brier", ofFit(fit.map(ProbabilityFit::brier)));
        measures.put("log_loss", ofFit(fit.map(ProbabilityFit::logLoss)));
        measures.put(
                "calibration_error", ofFit(fit.map(each -> each.reliability().calibrationError())));
        return Collections.unmodifiableSortedMap(measures);
    }

    /**
     * Returns one of {@link #measures}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Measure measure(String name) {
        Measure measure = measures().get(name);
        if (measure == null) {
            throw new IllegalArgumentException("no measure named " + name);
        }
        return measure;
    }

    private static Measure ofFit(Optional<Double> value) {
        return value.map(Measure::of).orElseGet(() -> Measure.undefined(NO_PROBABILITY));
    }
}
