package io.quantloom.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Hands bars to strategies and looks at what they answer. */
public final class Decisions {

    private Decisions() {}

    /** The decisions of a fresh strategy whose account holds at once what it wants. */
    public static List<Decision> of(Strategy strategy, BarSeries bars) {
        List<Decision> decisions = new ArrayList<>();
        Target held = Target.FLAT;
        for (int i = 0; i < bars.size(); i++) {
            Decision decision = strategy.onClose(bars.bar(i), held);
            decisions.add(decision);
            held = decision.target() == Target.HOLD ? held : decision.target();
        }
        return decisions;
    }

    /** The targets likewise. */
    public static List<Target> targets(Strategy strategy, BarSeries bars) {
        return of(strategy, bars).stream().map(Decision::target).toList();
    }

    /**
     * Fails unless the strategy sees the past only: what it decides on the first bars is the same whether the series ends
     * there or goes on, and whatever comes afterwards.
     */
    public static void assertPastOnly(Supplier<Strategy> fresh, BarSeries bars) {
        List<Decision> whole = of(fresh.get(), bars);
        for (int size : List.of(bars.size() / 3, bars.size() / 2, bars.size() - 1)) {
            assertThat(of(fresh.get(), bars.slice(0, size)))
                    .as("cut after " + size + " bars")
                    .isEqualTo(whole.subList(0, size));
            assertThat(of(fresh.get(), poisoned(bars, size)).subList(0, size))
                    .as("another future after " + size + " bars")
                    .isEqualTo(whole.subList(0, size));
        }
        assertThat(of(fresh.get(), bars)).as("the same twice").isEqualTo(whole);
    }

    private static BarSeries poisoned(BarSeries bars, int from) {
        List<Bar> other = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.bar(i);
            double price = bar.close() * (i % 2 == 0 ? 1_000 : 0.001);
            other.add(i < from ? bar : new Bar(bar.openTime(), price, price, price, price, 0));
        }
        return BarSeries.of(bars.key(), other);
    }
}
