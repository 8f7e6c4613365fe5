package io.quantloom.engine.dataset.check;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureStream;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.dataset.check.Leak.Check;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Looks for features that know the future. Values are compared by their bits: (1) rows over the bars up to a cut against
 * those over the whole series; (2) rows up to the cut with a future of extreme values; (3) rows of the stream against those
 * of the batch. A set that passes may still be wrong in other ways; one that fails reads what it cannot have known.
 */
public final class FeatureCheck {

    private static final double[] POISONS = {1e6, 1e-6, 1};

    private final int cuts;
    private final int online;

    /**
     * Takes how much to look at.
     *
     * @param cuts bars at which the future is cut off and poisoned, above zero; each costs four computations of the set
     * @param online first bars that are computed one by one, zero or more
     */
    public FeatureCheck(int cuts, int online) {
        if (cuts < 1 || online < 0) {
            throw new IllegalArgumentException("expected cuts above zero, was " + cuts + " and " + online);
        }
        this.cuts = cuts;
        this.online = online;
    }

    /** {@return what is done for people: 24 cuts, 400 bars one by one} */
    public static FeatureCheck standard() {
        return new FeatureCheck(24, 400);
    }

    /**
     * Returns the first leak of each column that has one, by column in the set's order; none for a clean set.
     *
     * @param view bars with everything the set needs beside them, at least two
     * @param seeds choose the cuts
     */
    public Outcome<Map<String, Leak>> run(FeatureSet set, MarketView view, Seeds seeds, JobContext context) {
        BarSeries bars = view.bars();
        FeatureMatrix whole = set.compute(view);
        var found = new Found(whole.names());
        RandomGenerator random = seeds.random();
        int done = 0;
        SortedSet<Integer> at = cuts(bars, set, random);
        for (int cut : at) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("Look-ahead " + set.name(), done++, at.size() + 1L));
            found.compare(Check.TRUNCATION, set.compute(view.upTo(cut)), whole, cut + 1);
            for (double factor : POISONS) {
                found.compare(Check.POISON, whole, set.compute(Poison.after(view, cut, factor, random)), cut + 1);
            }
        }
        FeatureStream stream = set.stream(view);
        for (int t = 0; t < Math.min(online, bars.size()); t++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            found.compare(Check.ONLINE, t, whole.row(t), stream.next(bars.bar(t)));
        }
        return Outcome.success(found.leaks());
    }

    /**
     * Some anywhere, some in a row, so that every phase of a longer bar is among them, some where a volume is unknown, as
     * what is filled from behind shows there alone, and where the warm-up ends.
     */
    private SortedSet<Integer> cuts(BarSeries bars, FeatureSet set, RandomGenerator random) {
        int last = bars.size() - 2;
        var at = new TreeSet<Integer>();
        at.add(Math.min(last, set.warmUp(bars.key().timeframe())));
        int row = random.nextInt(last + 1);
        for (int k = 0; k < cuts; k++) {
            at.add(k % 2 == 0 ? random.nextInt(last + 1) : Math.min(last, row + k / 2));
        }
        int[] unknown = java.util.stream.IntStream.rangeClosed(0, last)
                .filter(t -> Double.isNaN(bars.volume(t)))
                .toArray();
        for (int k = 0; k < Math.min(unknown.length, 1 + cuts / 4); k++) {
            at.add(unknown[random.nextInt(unknown.length)]);
        }
        return at;
    }

    /** The first leak of each column. */
    private static final class Found {
        private final List<String> names;
        private final Map<Integer, Leak> leaks = new TreeMap<>();

        Found(List<String> names) {
            this.names = names;
        }

        void compare(Check check, FeatureMatrix expected, FeatureMatrix found, int rows) {
            for (int c = 0; c < names.size(); c++) {
                for (int t = 0; t < rows && !leaks.containsKey(c); t++) {
                    compare(check, t, c, expected.value(t, c), found.value(t, c));
                }
            }
        }

        void compare(Check check, int t, double[] expected, double[] found) {
            for (int c = 0; c < names.size(); c++) {
                if (!leaks.containsKey(c)) {
                    compare(check, t, c, expected[c], found[c]);
                }
            }
        }

        private void compare(Check check, int t, int c, double expected, double found) {
            // All undefined values are alike, zeros of both signs are not.
            if (Double.doubleToLongBits(expected) != Double.doubleToLongBits(found)) {
                leaks.put(c, new Leak(check, names.get(c), t, expected, found));
            }
        }

        Map<String, Leak> leaks() {
            var byName = new java.util.LinkedHashMap<String, Leak>();
            leaks.values().forEach(leak -> byName.put(leak.column(), leak));
            return byName;
        }
    }
}
