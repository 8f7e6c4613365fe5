package io.quantloom.engine.dataset.split;

import io.quantloom.engine.dataset.Dataset;
import java.util.Arrays;
import java.util.List;

/** Drops from training what knows of the test: labels that reach into it from before, events too close behind it. */
final class Purge {

    private final Dataset dataset;
    private final int embargo;

    Purge(Dataset dataset, int embargo) {
        this.dataset = dataset;
        this.embargo = embargo;
    }

    /**
     * Returns the candidates that stay: for each window, the label ends before it, or the event lies more than the embargo
     * behind both its last bar and the last end of its test labels.
     *
     * @param test the samples tested on, each in one of the windows
     */
    int[] training(int[] candidates, List<Window> windows, int[] test) {
        int[] last = windows.stream().mapToInt(window -> lastBar(window, test)).toArray();
        return Arrays.stream(candidates)
                .filter(i -> {
                    for (int w = 0; w < last.length; w++) {
                        boolean isBefore = dataset.end(i) < windows.get(w).from();
                        boolean isBehind = dataset.bar(i) > last[w] + embargo;
                        if (!isBefore && !isBehind) {
                            return false;
                        }
                    }
                    return true;
                })
                .toArray();
    }

    private int lastBar(Window window, int[] test) {
        return Arrays.stream(test)
                .filter(i -> window.contains(dataset.bar(i)))
                .map(dataset::end)
                .reduce(window.to() - 1, Math::max);
    }
}
