package io.quantloom.ui.backtests.form;

import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person filled in to run a backtest, as it was typed. Immutable.
 *
 * @param series which bars
 * @param strategy what decides
 * @param fast window of the fast average
 * @param slow window of the slow average
 * @param side what it may hold
 * @param model a registered model such as {@code models:/btc@Champion}
 * @param feePercent percent of the notional of each fill
 * @param cash starting cash
 */
public record BacktestForm(
        Optional<Series> series,
        Strategy strategy,
        String fast,
        String slow,
        Side side,
        String model,
        String feePercent,
        String cash) {

    private static final Texts TEXTS = Texts.of("backtests");
    private static final int LONGEST = 100_000;
    private static final long SEED = 42;

    /** What decides. */
    public enum Strategy {
        /** Two moving averages that cross. */
        SMA_CROSS,
        /** A registered model. */
        MODEL
    }

    /** What the strategy may hold. */
    public enum Side {
        /** Long or nothing. */
        LONG,
        /** Long or short. */
        LONG_SHORT
    }

    /** The fields that can be wrong. */
    public enum Field {
        /** Which bars. */
        SERIES,
        /** Fast window. */
        FAST,
        /** Slow window. */
        SLOW,
        /** Registered model. */
        MODEL,
        /** Fee. */
        FEE,
        /** Cash. */
        CASH
    }

    /**
     * Bars to choose. Immutable.
     *
     * @param symbol the instrument
     * @param timeframe length of a bar
     * @param source where they came from
     * @param currency of prices and cash
     * @param bars how many there are
     */
    public record Series(String symbol, String timeframe, String source, String currency, int bars) {

        static Series of(CatalogEntry entry) {
            return new Series(
                    entry.key().symbol().name(),
                    entry.key().timeframe().toString(),
                    entry.key().source(),
                    entry.instrument().currency(),
                    entry.rows());
        }

        /** {@return for people} */
        public String label() {
            return symbol + " " + timeframe + " · " + source;
        }
    }

    /** Returns what is wrong with a field; empty when nothing is, or when the field is not used. */
    Optional<String> problem(Field field) {
        boolean averages = strategy == Strategy.SMA_CROSS;
        return switch (field) {
            case SERIES -> series.isEmpty() ? Optional.of(TEXTS.get("problem.series")) : Optional.empty();
            case FAST ->
                averages && window(fast).isEmpty() ? Optional.of(TEXTS.get("problem.window")) : Optional.empty();
            case SLOW -> averages ? slowProblem() : Optional.empty();
            case MODEL ->
                strategy == Strategy.MODEL && ModelRef.parse(model).isEmpty()
                        ? Optional.of(TEXTS.get("problem.model"))
                        : Optional.empty();
            case FEE ->
                number(feePercent).filter(fee -> fee >= 0 && fee < 50).isEmpty()
                        ? Optional.of(TEXTS.get("problem.fee"))
                        : Optional.empty();
            case CASH ->
                number(cash).filter(amount -> amount > 0).isEmpty()
                        ? Optional.of(TEXTS.get("problem.cash"))
                        : Optional.empty();
        };
    }

    private Optional<String> slowProblem() {
        Optional<Integer> slowBars = window(slow);
        if (slowBars.isEmpty()) {
            return Optional.of(TEXTS.get("problem.window"));
        }
        boolean crossed =
                window(fast).filter(fastBars -> fastBars >= slowBars.get()).isPresent();
        return crossed ? Optional.of(TEXTS.get("problem.slow")) : Optional.empty();
    }

    private static Optional<Integer> window(String text) {
        return number(text)
                .filter(value -> value >= 1 && value <= LONGEST && value == Math.rint(value))
                .map(Double::intValue);
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            // What was typed is no number: the field says so.
            return Optional.empty();
        }
    }

    /** Returns the specification; call only when no field has a problem. */
    BacktestSpec spec() {
        Series chosen = series.orElseThrow();
        var range = new DataRange(
                new Symbol(chosen.symbol()),
                Timeframe.parse(chosen.timeframe()),
                Optional.of(chosen.source()),
                Optional.empty(),
                Optional.empty());
        ExecutionSpec usual = ExecutionSpec.DEFAULT;
        var execution = new ExecutionSpec(
                new ExecutionSpec.Account(number(cash).orElseThrow(), chosen.currency(), 1),
                usual.sizing(),
                new ExecutionSpec.Costs(number(feePercent).orElseThrow() / 100, 0, 0, true),
                usual.exits());
        return new BacktestSpec(range, strategySpec(), execution, Finalization.LAST_CLOSE, SEED);
    }

    private StrategySpec strategySpec() {
        boolean longShort = side == Side.LONG_SHORT;
        return switch (strategy) {
            case SMA_CROSS ->
                new StrategySpec.SmaCross(
                        window(fast).orElseThrow(), window(slow).orElseThrow(), longShort);
            case MODEL ->
                new StrategySpec.Model(
                        ModelRef.parse(model).orElseThrow(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        // A model trades the side it was gated with.
                        Optional.empty());
        };
    }

    /** {@return for people, for example {@code "SMA 10/20 on VEGA 1h"}} */
    String title() {
        String what = strategy == Strategy.SMA_CROSS ? "SMA " + fast + "/" + slow : model.replace("models:/", "");
        return TEXTS.get(
                "run.title",
                what,
                series.map(chosen -> chosen.symbol() + " " + chosen.timeframe()).orElse(""));
    }
}
