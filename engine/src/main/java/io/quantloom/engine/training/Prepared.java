package io.quantloom.engine.training;

import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.split.Fold;
import io.quantloom.engine.dataset.split.Splits;
import java.util.List;

/**
 * One symbol, ready to learn from: what every trial shares.
 *
 * @param ingested market data
 * @param dataset features and labels
 * @param folds walk-forward windows, oldest first, at least one, each beginning where the one before ends
 * @param holdout the last stretch, which no fold has seen
 */
record Prepared(Ingested ingested, Dataset dataset, List<PreparedFold> folds, PreparedFold holdout) {

    static Prepared of(Ingested ingested, Dataset dataset, Splits splits, Fold holdout) {
        return new Prepared(
                ingested,
                dataset,
                splits.folds().stream()
                        .map(fold -> PreparedFold.of(dataset, fold))
                        .toList(),
                PreparedFold.of(dataset, holdout));
    }

    /** {@return the first bar of the stitched walk-forward} */
    int from() {
        return folds.getFirst().from();
    }

    /** {@return the bar after the last of the stitched walk-forward} */
    int to() {
        return folds.getLast().to();
    }
}
