package io.quantloom.ui.backtests;

import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.ui.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

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

    /**
     * Returns the form as a specification file, which is kept with the run: it can be run again from there, also at other
     * costs. Call only when no field has a problem.
     */
    String text() {
        Series chosen = series.orElseThrow();
        return """
            data: {symbol: %s, timeframe: %s, source: %s}
            strategy: %s
            account: {cash: %s, currency: %s, leverage: 1}
            sizing: {type: all-in}
            execution: {fee: %s}
            finalize: last-close
            seed: %d
            """.formatted(
                        quoted(chosen.symbol()),
                        quoted(chosen.timeframe()),
                        quoted(chosen.source()),
                        strategyText(),
                        plain(cash, 1),
                        quoted(chosen.currency()),
                        plain(feePercent, 100),
                        SEED);
    }

    private String strategyText() {
        return switch (strategy) {
            case SMA_CROSS ->
                "{type: sma-cross, fast: %d, slow: %d, side: %s}"
                        .formatted(
                                window(fast).orElseThrow(),
                                window(slow).orElseThrow(),
                                side == Side.LONG_SHORT ? "long-short" : "long");
            // A model trades the side and the thresholds it was gated with.
            case MODEL -> "{type: model, model: %s}".formatted(quoted(model.strip()));
        };
    }

    private static String plain(String number, int divisor) {
        return new BigDecimal(number.strip())
                .divide(BigDecimal.valueOf(divisor), MathContext.DECIMAL64)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
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
