package io.quantloom.engine.dataset.label;

/**
 * How much of a label is its own. A label uses the returns of the bars (start, end]; c[t] counts the labels that use bar
 * t, and the uniqueness of a label is the mean of {@code 1/c[t]} over its bars: 1 alone, 1/k among k equal ones. The sum
 * over labels is their effective number. Whether a label uses a bar is known at that bar's close, so no weight reads what
 * lies behind its label. Source: M. López de Prado, Advances in Financial Machine Learning (2018), 4.3 and 4.4.
 */
public final class AverageUniqueness {

    private AverageUniqueness() {}

    /**
     * Returns how many labels use each bar. O(n + labels).
     *
     * @param starts event bars
     * @param ends the bars that decided the labels, each after its start and below {@code bars}
     * @param bars length of the series
     */
    public static int[] concurrency(int[] starts, int[] ends, int bars) {
        int[] change = new int[bars + 1];
        for (int i = 0; i < starts.length; i++) {
            if (starts[i] < 0 || ends[i] <= starts[i] || ends[i] >= bars) {
                throw new IllegalArgumentException(
                        "label " + i + " from " + starts[i] + " to " + ends[i] + " is not in " + bars + " bars");
            }
            change[starts[i] + 1]++;
            change[ends[i] + 1]--;
        }
        int[] count = new int[bars];
        int running = 0;
        for (int t = 0; t < bars; t++) {
            running += change[t];
            count[t] = running;
        }
        return count;
    }

    /** Returns the uniqueness of each label, in (0, 1]; arguments as of {@link #concurrency}. O(n + labels). */
    public static double[] of(int[] starts, int[] ends, int bars) {
        int[] count = concurrency(starts, ends, bars);
        double[] total = new double[bars];
        for (int t = 1; t < bars; t++) {
            total[t] = total[t - 1] + (count[t] == 0 ? 0 : 1.0 / count[t]);
        }
        double[] uniqueness = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            double mean = (total[ends[i]] - total[starts[i]]) / (ends[i] - starts[i]);
            uniqueness[i] = Math.min(1, mean);
        }
        return uniqueness;
    }

    /** Returns the uniqueness of each label among all of them. */
    public static double[] of(Labels labels, int bars) {
        int[] starts = new int[labels.size()];
        int[] ends = new int[labels.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = labels.bar(i);
            ends[i] = labels.end(i);
        }
        return of(starts, ends, bars);
    }
}
