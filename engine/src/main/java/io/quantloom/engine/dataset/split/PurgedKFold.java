package io.quantloom.engine.dataset.split;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.Dataset;
import java.time.Duration;
import java.util.Optional;

/**
 * Splits the samples into k groups of equal number that follow one another, and tests on each with a model of the others.
 * Training may lie behind the test, which real trading cannot have: it makes more of few samples, and is no simulation.
 * Immutable.
 *
 * <p>A training sample is dropped (purged) if its label span [bar, end] meets the test window or a test label's span, or
 * begins less than the embargo behind them. Source: M. López de Prado, Advances in Financial Machine Learning
 * (2018), 7.4.
 *
 * @param k number of groups, at least 2
 * @param embargo bars kept free behind each test block, zero or more; {@link Embargo} where the features look back
 *     farther
 */
public record PurgedKFold(int k, int embargo) implements Validation {

    /** Checks the ranges. */
    public PurgedKFold {
        if (k < 2 || k > CombinatorialPurged.MOST_FOLDS || embargo < 0) {
            throw new IllegalArgumentException("expected 2 to " + CombinatorialPurged.MOST_FOLDS
                    + " groups and an embargo of zero or more, was " + k + ", " + embargo);
        }
    }

    @Override
    public String text() {
        return "purged-k-fold folds=" + k + " embargo=" + embargo;
    }

    @Override
    public Outcome<Splits> split(Dataset dataset, Duration reserved) {
        return CombinatorialPurged.split(dataset, reserved, k, 1, embargo);
    }

    @Override
    public Optional<Embargo> embargo(Dataset dataset) {
        return Optional.of(Embargo.of(dataset, embargo));
    }
}
