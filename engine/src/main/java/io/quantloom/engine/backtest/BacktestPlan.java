package io.quantloom.engine.backtest;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a backtest goes through its bars. */
public sealed interface BacktestPlan {

    /** One strategy over all bars of one instrument. */
    record Single() implements BacktestPlan {}

    /**
     * Parameters chosen on each training window and traded on the test window after it, as one account.
     *
     * @param train length of a training window
     * @param test length of a test window; the last one may be shorter
     * @param anchored whether training begins with the first bar each time rather than {@code train} before the test
     * @param objective what the best candidate has most of
     * @param candidates what can be chosen, in the order that decides ties; at least one
     * @param impossible how many combinations of the grid are no strategy, such as a fast window above the slow one
     */
    record WalkForward(
            Duration train,
            Duration test,
            boolean anchored,
            Statistic objective,
            List<Candidate> candidates,
            int impossible)
            implements BacktestPlan {

        /** Copies the list and checks the windows. */
        public WalkForward {
            candidates = List.copyOf(candidates);
            if (!(train.isPositive() && test.isPositive()) || candidates.isEmpty()) {
                throw new IllegalArgumentException("a walk-forward has windows above zero and a candidate");
            }
        }
    }

    /**
     * A strategy of the grid.
     *
     * @param parameters by key of the file, in the grid's order
     * @param strategy the strategy they give
     */
    record Candidate(Map<String, String> parameters, StrategySpec.Rule strategy) {

        /** Copies the map. */
        public Candidate {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /**
     * Several instruments in one account, the same strategy over each.
     *
     * @param symbols each once, at least one
     * @param weighting shares of the equity
     * @param rebalance when positions are brought back to their weights
     */
    record Portfolio(List<Symbol> symbols, Weighting weighting, Rebalance rebalance) implements BacktestPlan {

        /** Copies the list and checks that no symbol is there twice. */
        public Portfolio {
            symbols = List.copyOf(symbols);
            if (symbols.isEmpty() || symbols.stream().distinct().count() < symbols.size()) {
                throw new IllegalArgumentException("a portfolio has symbols, each once, had " + symbols);
            }
        }
    }

    /** How the equity of a portfolio is shared. */
    sealed interface Weighting {

        /** The same for all. */
        record Equal() implements Weighting {}

        /**
         * Given ones.
         *
         * @param weights in the order of the symbols, above zero, together at most 1; the rest stays cash
         */
        record Fixed(List<Double> weights) implements Weighting {

            /** Copies the list. */
            public Fixed {
                weights = List.copyOf(weights);
            }
        }

        /**
         * In proportion to one over the exponentially weighted deviation of simple returns up to the last close.
         *
         * @param span of the deviation, in bars
         */
        record InverseVolatility(int span) implements Weighting {}

        /** {@return the words of a run's params} */
        default String text() {
            return switch (this) {
                case Equal _ -> "equal";
                case Fixed fixed ->
                    fixed.weights().stream().map(String::valueOf).collect(Collectors.joining(","));
                case InverseVolatility inverse -> "inverse-volatility span " + inverse.span();
            };
        }
    }

    /** When positions are brought back to their weights. */
    sealed interface Rebalance {

        /** Never: a weight sizes entries only. */
        record Never() implements Rebalance {}

        /** At the first close of a new period, UTC. */
        enum Calendar implements Rebalance {
            /** Each day. */
            DAILY,
            /** Each week, from Monday. */
            WEEKLY,
            /** Each month. */
            MONTHLY
        }

        /**
         * At every n-th close.
         *
         * @param count n, above zero
         */
        record Bars(int count) implements Rebalance {}

        /**
         * When the share of a position differs from its weight by more.
         *
         * @param width a fraction of the equity, above zero
         */
        record Band(double width) implements Rebalance {}

        /** {@return the words of a run's params} */
        default String text() {
            return switch (this) {
                case Never _ -> "never";
                case Calendar calendar -> calendar.name().toLowerCase(Locale.ROOT);
                case Bars bars -> "bars " + bars.count();
                case Band band -> "band " + band.width();
            };
        }
    }

    /** {@return what the record of a run says of the plan, by key} */
    default Map<String, String> params() {
        return switch (this) {
            case Single _ -> Map.of();
            case Portfolio plan ->
                Map.of(
                        "plan", "portfolio",
                        "symbols", plan.symbols().stream().map(Symbol::name).collect(Collectors.joining(",")),
                        "weights", plan.weighting().text(),
                        "rebalance", plan.rebalance().text());
            case WalkForward plan ->
                Map.of(
                        "plan", "walk-forward",
                        "train", days(plan.train()),
                        "test", days(plan.test()),
                        "mode", plan.anchored() ? "anchored" : "rolling",
                        "objective", plan.objective().key(),
                        "candidates", Integer.toString(plan.candidates().size()));
        };
    }

    // As a specification writes it.
    private static String days(Duration length) {
        return length.toDays() > 0 ? length.toDays() + "d" : length.toHours() + "h";
    }
}
