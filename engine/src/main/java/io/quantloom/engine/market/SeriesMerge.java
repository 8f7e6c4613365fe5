package io.quantloom.engine.market;

import java.util.Arrays;

/**
 * Stored bars with imported ones laid over them: a time that is in both has the imported bar. Immutable.
 *
 * @param series all bars
 * @param inserted imported bars at new times
 * @param revised imported bars that differ from the stored one
 * @param duplicates imported bars that were stored already
 */
record SeriesMerge(BarSeries series, int inserted, int revised, int duplicates) {

    /** Merges two series of one key. */
    static SeriesMerge of(BarSeries stored, BarSeries imported) {
        int most = stored.size() + imported.size();
        long[] times = new long[most];
        double[][] columns = new double[5][most];
        int size = 0;
        int revised = 0;
        int duplicates = 0;
        int a = 0;
        int b = 0;
        while (a < stored.size() || b < imported.size()) {
            boolean fromStored =
                    b == imported.size() || (a < stored.size() && stored.openTime(a) < imported.openTime(b));
            if (!fromStored && a < stored.size() && stored.openTime(a) == imported.openTime(b)) {
                if (stored.bar(a).equals(imported.bar(b))) { // an unknown volume equals an unknown one
                    duplicates++;
                } else {
                    revised++;
                }
                a++;
            }
            Bar bar = fromStored ? stored.bar(a++) : imported.bar(b++);
            times[size] = bar.openTime();
            columns[0][size] = bar.open();
            columns[1][size] = bar.high();
            columns[2][size] = bar.low();
            columns[3][size] = bar.close();
            columns[4][size] = bar.volume();
            size++;
        }
        int length = size;
        double[][] cut = Arrays.stream(columns)
                .map(column -> Arrays.copyOf(column, length))
                .toArray(double[][]::new);
        BarSeries merged =
                BarSeries.ofColumns(imported.key(), Arrays.copyOf(times, size), cut[0], cut[1], cut[2], cut[3], cut[4]);
        return new SeriesMerge(merged, imported.size() - revised - duplicates, revised, duplicates);
    }

    /** {@return whether anything is other than it was stored} */
    boolean hasChanges() {
        return inserted + revised > 0;
    }
}
