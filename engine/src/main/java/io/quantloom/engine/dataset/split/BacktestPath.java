package io.quantloom.engine.dataset.split;

import java.util.List;

/**
 * Test windows that follow one another, each predicted by the model of one fold: what is stitched to one out-of-sample
 * curve. Immutable.
 *
 * @param parts oldest first, without overlap
 */
public record BacktestPath(List<Part> parts) {

    /**
     * Who predicts a window.
     *
     * @param fold number of the fold whose model it is
     * @param window one of that fold's test windows
     */
    public record Part(int fold, Window window) {}

    /** Copies the list. */
    public BacktestPath {
        parts = List.copyOf(parts);
    }

    /** Returns the path through the windows of folds that each have one. */
    static BacktestPath through(List<Fold> folds) {
        return new BacktestPath(folds.stream()
                .map(fold -> new Part(fold.number(), fold.windows().getFirst()))
                .toList());
    }
}
