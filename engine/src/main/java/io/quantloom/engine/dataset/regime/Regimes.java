package io.quantloom.engine.dataset.regime;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The regime of every bar of a series. Immutable. */
public final class Regimes {

    private final @Nullable MarketRegime[] regimes;

    Regimes(@Nullable MarketRegime[] regimes) {
        this.regimes = regimes;
    }

    /** {@return the number of bars} */
    public int size() {
        return regimes.length;
    }

    /** {@return the regime at the close of bar {@code i}; empty while there is too little history} */
    public Optional<MarketRegime> at(int i) {
        return Optional.ofNullable(regimes[i]);
    }

    /** Returns the share of each regime among the bars of [from, to) that have one; all 0 where none has. */
    public Map<MarketRegime, Double> shares(int from, int to) {
        Map<MarketRegime, Double> shares = new EnumMap<>(MarketRegime.class);
        for (MarketRegime regime : MarketRegime.values()) {
            shares.put(regime, 0.0);
        }
        long known = Arrays.stream(regimes, from, to)
                .filter(regime -> regime != null)
                .count();
        for (int t = from; t < to; t++) {
            MarketRegime regime = regimes[t];
            if (regime != null) {
                shares.merge(regime, 1.0 / known, Double::sum);
            }
        }
        return shares;
    }

    /** Returns how many of the bars [from, to) have each regime, in their order; without those that none has. */
    public Map<MarketRegime, Integer> counts(int from, int to) {
        Map<MarketRegime, Integer> counts = new EnumMap<>(MarketRegime.class);
        for (int t = from; t < to; t++) {
            MarketRegime regime = regimes[t];
            if (regime != null) {
                counts.merge(regime, 1, Integer::sum);
            }
        }
        return counts;
    }

    /**
     * Returns the most frequent regime of the bars [from, to), what a run over them is tagged with; of equals the first
     * in their order; empty where no bar has one.
     */
    public Optional<MarketRegime> dominant(int from, int to) {
        return dominant(List.of(counts(from, to)));
    }

    /** Returns the most frequent regime of several series together, from their {@link #counts}; as {@link #dominant}. */
    public static Optional<MarketRegime> dominant(List<Map<MarketRegime, Integer>> counts) {
        Map<MarketRegime, Integer> sums = new EnumMap<>(MarketRegime.class);
        counts.forEach(each -> each.forEach((regime, count) -> sums.merge(regime, count, Integer::sum)));
        // Of equals the first is kept: an EnumMap goes through its keys in their order.
        return sums.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }
}
