package io.quantloom.engine.backtest;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.Locale;
import java.util.Optional;

/** Writes specifications that nobody wrote as a file, so that they are kept with the run and can run again. */
final class BacktestText {

    private BacktestText() {}

    /**
     * Returns the specification as a file that {@link BacktestFile} reads back to an equal one; empty for what only a file
     * can say.
     */
    static Optional<String> of(BacktestSpec spec) {
        return strategy(spec.strategy())
                .map(strategy -> text(spec, strategy))
                .filter(text -> BacktestFile.parse("written", text).equals(Outcome.success(spec)));
    }

    private static String text(BacktestSpec spec, String strategy) {
        ExecutionSpec execution = spec.execution();
        DataRange data = spec.data();
        var text = new StringBuilder("data: {symbol: " + quoted(data.symbol().name()));
        data.timeframe().ifPresent(value -> text.append(", timeframe: ").append(value));
        data.source().ifPresent(value -> text.append(", source: ").append(quoted(value)));
        data.from().ifPresent(value -> text.append(", from: \"").append(value).append('"'));
        data.to().ifPresent(value -> text.append(", to: \"").append(value).append('"'));
        return text.append("}\nstrategy: ")
                .append(strategy)
                .append("\naccount: {cash: ")
                .append(execution.account().cash())
                .append(", currency: ")
                .append(quoted(execution.account().currency()))
                .append(", leverage: ")
                .append(execution.account().leverage())
                .append("}\nsizing: {type: all-in, whole_units: ")
                .append(execution.sizing().wholeUnits())
                .append("}\nexecution: {fee: ")
                .append(execution.costs().fee())
                .append(", slippage_bps: ")
                .append(execution.costs().slippageBps())
                .append(", spread_bps: ")
                .append(execution.costs().spreadBps())
                .append(", funding: ")
                .append(execution.costs().funding())
                .append("}\nexits: {stop_loss: ")
                .append(level(execution.exits().stopLoss()))
                .append(", take_profit: ")
                .append(level(execution.exits().takeProfit()))
                .append("}\nfinalize: ")
                .append(spec.finalization().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .append("\nseed: ")
                .append(spec.seed())
                .append('\n')
                .toString();
    }

    private static Optional<String> strategy(StrategySpec strategy) {
        return switch (strategy) {
            case StrategySpec.SmaCross cross ->
                Optional.of("{type: sma-cross, fast: " + cross.fast() + ", slow: " + cross.slow() + ", side: "
                        + side(cross.longShort()) + "}");
            case StrategySpec.Momentum momentum ->
                Optional.of("{type: momentum, lookback: " + momentum.lookback() + ", threshold: " + momentum.threshold()
                        + ", side: " + side(momentum.longShort()) + "}");
            case StrategySpec.Model model -> Optional.of(model(model));
            case StrategySpec.TechnicalRules _, StrategySpec.Custom _ -> Optional.empty();
        };
    }

    private static String model(StrategySpec.Model model) {
        var text =
                new StringBuilder("{type: model, model: " + quoted(model.model().toString()));
        model.threshold().ifPresent(value -> text.append(", threshold: ").append(value));
        model.exitThreshold()
                .ifPresent(value -> text.append(", exit_threshold: ").append(value));
        model.longShort().ifPresent(value -> text.append(", side: ").append(side(value)));
        return text.append('}').toString();
    }

    private static String side(boolean longShort) {
        return longShort ? "long-short" : "long";
    }

    private static String level(ExitLevel level) {
        if (level.fromLabel()) {
            return "label";
        }
        return level.fraction().isPresent() ? Double.toString(level.fraction().getAsDouble()) : "null";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
