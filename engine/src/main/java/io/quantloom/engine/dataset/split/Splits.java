package io.quantloom.engine.dataset.split;

import java.util.List;
import java.util.Optional;

/**
 * The folds of one data set. Immutable.
 *
 * @param folds in the order of their numbers, at least one
 * @param holdout the reserved last stretch as one test window, trained on what lies before it; no fold's samples or labels
 *     reach it; empty when none was reserved
 * @param paths every test window of every fold once, in paths that each cover the tested bars once; one path unless the
 *     folds overlap
 */
public record Splits(List<Fold> folds, Optional<Fold> holdout, List<BacktestPath> paths) {

    /** Copies the lists. */
    public Splits {
        folds = List.copyOf(folds);
        paths = List.copyOf(paths);
    }

    /** Returns splits whose folds have one window each, one after another. */
    static Splits inOneCurve(List<Fold> folds, Optional<Fold> holdout) {
        return new Splits(folds, holdout, List.of(BacktestPath.through(folds)));
    }
}
