package io.quantloom.engine.model.explanation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Sets of features and their weights in the regression that gives Shapley values; none is empty or whole. A set of s of d
 * features weighs {@code (d − 1) / (C(d, s)·s·(d − s))}. Immutable.
 *
 * <p>Sizes are filled from the outside: a size, together with its complement, is taken whole while the budget reaches for
 * as many sets as its share of the remaining weight asks for; sets of one feature and of all but one always are. What is
 * left of the budget is drawn in pairs of a set and its complement, the size by weight, and repeated draws weigh more.
 */
final class Coalitions {

    /** Draws that repeat a set cost no budget, so they end somewhere. */
    private static final int DRAWS_PER_SET = 4;

    private final int features;
    private final List<boolean[]> sets = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private boolean exact;

    private Coalitions(int features) {
        this.features = features;
    }

    /**
     * Returns the sets.
     *
     * @param features number d, above zero
     * @param budget most sets, at least 2d
     */
    static Coalitions of(int features, int budget, RandomGenerator random) {
        if (features < 1 || budget < 2 * features) {
            throw new IllegalArgumentException(
                    "expected features and a budget of at least twice as many, was " + features + ", " + budget);
        }
        var coalitions = new Coalitions(features);
        int left = budget;
        double massLeft = 0;
        for (int size = 1; size <= features / 2; size++) {
            massLeft += coalitions.mass(size);
        }
        boolean all = features < Integer.SIZE - 1 && budget >= (1 << features) - 2;
        int size = 1;
        while (size <= features / 2) {
            double count = coalitions.count(size);
            boolean fits = count <= left * coalitions.mass(size) / massLeft;
            if (!(all || fits || size == 1)) {
                break;
            }
            coalitions.fill(size, coalitions.mass(size) / count);
            left -= (int) count;
            massLeft -= coalitions.mass(size);
            size++;
        }
        coalitions.exact = size > features / 2;
        if (!coalitions.exact && left >= 2) {
            coalitions.draw(size, left / 2, massLeft, random);
        }
        return coalitions;
    }

    /** Weight of all sets of the size and of its complement together. */
    private double mass(int size) {
        double one = (features - 1.0) / ((double) size * (features - size));
        return 2 * size == features ? one : 2 * one;
    }

    /** Number of sets of the size and of its complement together. */
    private double count(int size) {
        double count = 1;
        for (int i = 1; i <= size; i++) {
            count = Math.rint(count * (features - size + i) / i);
        }
        return 2 * size == features ? count : 2 * count;
    }

    private void fill(int size, double weight) {
        int[] chosen = new int[size];
        for (int i = 0; i < size; i++) {
            chosen[i] = i;
        }
        while (true) {
            BitSet set = new BitSet(features);
            for (int each : chosen) {
                set.set(each);
            }
            // Halves are their own complements' size: the pair is met twice and taken once.
            if (2 * size != features || set.get(0)) {
                pair(set, weight);
            }
            int at = size - 1;
            while (at >= 0 && chosen[at] == features - size + at) {
                at--;
            }
            if (at < 0) {
                return;
            }
            chosen[at]++;
            for (int i = at + 1; i < size; i++) {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }

    private void draw(int smallest, int pairs, double mass, RandomGenerator random) {
        Map<BitSet, Integer> drawn = new LinkedHashMap<>();
        int draws = 0;
        while (drawn.size() < pairs && draws < DRAWS_PER_SET * pairs) {
            BitSet set = subset(size(smallest, mass, random), random);
            if (set.get(0)) {
                set.flip(0, features);
            }
            drawn.merge(set, 1, Integer::sum);
            draws++;
        }
        for (Map.Entry<BitSet, Integer> each : drawn.entrySet()) {
            pair(each.getKey(), mass * each.getValue() / (2.0 * draws));
        }
    }

    private int size(int smallest, double mass, RandomGenerator random) {
        double at = random.nextDouble() * mass;
        for (int size = smallest; size < features / 2; size++) {
            at -= mass(size);
            if (at < 0) {
                return size;
            }
        }
        return features / 2;
    }

    /** Floyd's choice of {@code size} out of all. */
    private BitSet subset(int size, RandomGenerator random) {
        BitSet set = new BitSet(features);
        for (int last = features - size; last < features; last++) {
            int each = random.nextInt(last + 1);
            set.set(set.get(each) ? last : each);
        }
        return set;
    }

    private void pair(BitSet set, double weight) {
        boolean[] members = new boolean[features];
        boolean[] others = new boolean[features];
        for (int c = 0; c < features; c++) {
            members[c] = set.get(c);
            others[c] = !members[c];
        }
        sets.add(members);
        sets.add(others);
        weights.add(weight);
        weights.add(weight);
    }

    /** Whether these are all sets there are. */
    boolean isExact() {
        return exact;
    }

    int size() {
        return sets.size();
    }

    /** The features of the set, the array itself. */
    boolean[] members(int set) {
        return sets.get(set);
    }

    int features() {
        return features;
    }

    boolean has(int set, int feature) {
        return sets.get(set)[feature];
    }

    double weight(int set) {
        return weights.get(set);
    }
}
