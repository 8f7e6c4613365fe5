package io.quantloom.engine.training.placebo;

import java.util.List;

/**
 * The scores of one pipeline on twins without signal beside its score on the real series: the artifact {@code placebo.json}.
 * Immutable.
 *
 * @param score what was measured, for example {@code sharpe_ratio}; the higher the better
 * @param method the twins' definition
 * @param drift {@code removed} or {@code kept}
 * @param twins score of each twin in the order of their numbers; NaN where the pipeline failed on it
 * @param real score on the real series, finite
 */
public record Placebo(String score, String method, String drift, List<Double> twins, double real) {

    /** Name of the artifact. */
    public static final String ARTIFACT = "placebo.json";

    /** Copies the list; at least one score must be there. */
    public Placebo {
        twins = List.copyOf(twins);
        if (!Double.isFinite(real) || twins.stream().noneMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a placebo compares the real score with at least one, was " + real);
        }
    }

    /** {@return the scores that are there, ascending} */
    public List<Double> distribution() {
        return twins.stream().filter(Double::isFinite).sorted().toList();
    }

    /** {@return the share of scored twins below the real score, equal ones counting one half; a fraction in [0, 1]} */
    public double percentile() {
        return (count(-1) + count(0) / 2.0) / distribution().size();
    }

    /**
     * {@return (1 + twins at or above the real score) / (1 + scored twins): the probability of doing as well on a twin. The
     * real series counts as one of them, so that it is never 0 (B. Phipson and G. K. Smyth, 2010)}
     */
    public double pValue() {
        return (1.0 + count(0) + count(1)) / (1 + distribution().size());
    }

    private long count(int comparison) {
        return distribution().stream()
                .filter(twin -> Double.compare(twin, real) == comparison)
                .count();
    }
}
