package io.quantloom.ui.paper;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.trading.BotSpec;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a person filled in to start a bot, as it was typed. Immutable.
 *
 * @param name of the bot
 * @param model what decides
 * @param feePercent percent of the notional of each fill
 * @param cash starting cash
 */
public record BotForm(String name, Optional<Model> model, String feePercent, String cash) {

    private static final Texts TEXTS = Texts.of("paper");

    /** The fields that can be wrong. */
    public enum Field {
        /** Name of the bot. */
        NAME,
        /** Registered model. */
        MODEL,
        /** Fee. */
        FEE,
        /** Cash. */
        CASH
    }

    /** How fast stored bars are told again. */
    public enum Speed {
        /** An hour a minute. */
        MINUTE("60×", 60),
        /** An hour a second. */
        SECOND("3,600×", 3_600),
        /** Ten hours a second. */
        TENTH("36,000×", 36_000),
        /** Without waiting. */
        MAX("max", Double.POSITIVE_INFINITY);

        private final String label;
        private final double factor;

        Speed(String label, double factor) {
            this.label = label;
            this.factor = factor;
        }

        /** {@return for people} */
        public String label() {
            return label;
        }

        /** {@return how many times as fast as life} */
        public double factor() {
            return factor;
        }
    }

    /**
     * A registered model that can trade. Immutable.
     *
     * @param reference such as {@code models:/btc@Champion}
     * @param version behind the alias now
     * @param symbol it was trained on
     * @param timeframe of its bars
     * @param source of its bars
     * @param currency of prices and cash
     */
    public record Model(
            String reference, int version, String symbol, String timeframe, String source, String currency) {

        /** {@return for people} */
        public String label() {
            return reference.replace("models:/", "") + " (v" + version + ") · " + symbol + " " + timeframe;
        }
    }

    /** Returns what is wrong with a field; empty when nothing is. */
    Optional<String> problem(Field field) {
        boolean right = switch (field) {
            case NAME -> name.matches("[A-Za-z0-9._-]{1,80}");
            case MODEL -> model.isPresent();
            case FEE -> number(feePercent).filter(fee -> fee >= 0 && fee < 50).isPresent();
            case CASH -> number(cash).filter(amount -> amount > 0).isPresent();
        };
        return right ? Optional.empty() : Optional.of(TEXTS.get("problem." + field.name()));
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
    BotSpec spec() {
        Model chosen = model.orElseThrow();
        ExecutionSpec usual = ExecutionSpec.DEFAULT;
        return new BotSpec(
                name,
                new StrategySpec.Model(
                        ModelRef.parse(chosen.reference()).orElseThrow(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty()),
                new DataRange(
                        new Symbol(chosen.symbol()),
                        Timeframe.parse(chosen.timeframe()),
                        Optional.of(chosen.source()),
                        Optional.empty(),
                        Optional.empty()),
                new ExecutionSpec(
                        new ExecutionSpec.Account(number(cash).orElseThrow(), chosen.currency(), 1),
                        usual.sizing(),
                        new ExecutionSpec.Costs(number(feePercent).orElseThrow() / 100, 0, 0, true),
                        usual.exits()),
                0,
                false);
    }

    /** Returns the bot file that says the same. */
    String text() {
        Model chosen = model.orElseThrow();
        return """
            name: %s
            model: %s
            data: {symbol: %s, timeframe: %s, source: %s}
            account: {cash: %s, currency: %s}
            execution: {fee: %s}
            """.formatted(
                        name,
                        chosen.reference(),
                        chosen.symbol(),
                        chosen.timeframe(),
                        chosen.source(),
                        number(cash).orElseThrow(),
                        chosen.currency(),
                        number(feePercent).orElseThrow() / 100);
    }
}
