package io.quantloom.engine.dataset.split;

import io.quantloom.engine.dataset.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Samples in groups of equal number (one more in some) that follow one another, and the bars of each. */
final class Groups {

    private final int[] samples;
    private final int[] borders;
    private final List<Window> windows;

    private Groups(int[] samples, int[] borders, List<Window> windows) {
        this.samples = samples;
        this.borders = borders;
        this.windows = windows;
    }

    /**
     * Groups the samples. A group's window lasts from its first event to that of the next group, the last one's to the
     * limit.
     *
     * @param samples ascending, at least as many as groups
     */
    static Groups of(Dataset dataset, int[] samples, int groups, int limit) {
        int[] borders = new int[groups + 1];
        for (int g = 0; g <= groups; g++) {
            borders[g] = (int) ((long) samples.length * g / groups);
        }
        List<Window> windows = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int to = g + 1 < groups ? dataset.bar(samples[borders[g + 1]]) : limit;
            windows.add(new Window(dataset.bar(samples[borders[g]]), to));
        }
        return new Groups(samples, borders, windows);
    }

    int size() {
        return windows.size();
    }

    Window window(int group) {
        return windows.get(group);
    }

    int[] samples(int group) {
        return Arrays.copyOfRange(samples, borders[group], borders[group + 1]);
    }

    /** Returns the fold that tests on the chosen groups, ascending, and trains on the others. */
    Fold fold(int number, int[] chosen, Purge purge) {
        List<Window> tested = new ArrayList<>();
        int[] test = {};
        for (int group : chosen) {
            tested.add(window(group));
            int[] more = samples(group);
            int before = test.length;
            test = Arrays.copyOf(test, before + more.length);
            System.arraycopy(more, 0, test, before, more.length);
        }
        return new Fold(number, purge.training(samples, tested, test), test, tested);
    }
}
