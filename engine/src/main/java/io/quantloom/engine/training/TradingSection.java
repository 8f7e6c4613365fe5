package io.quantloom.engine.training;

import io.quantloom.engine.dataset.TripleBarrier;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.training.FactorySpec.Trading;
import java.time.Duration;

/** Reads {@code backtest:} of a factory configuration. */
final class TradingSection {

    private static final String[] SIDES = {"long", "long-short"};

    private TradingSection() {}

    static Trading read(Section backtest, TripleBarrier label) {
        Duration holdout = backtest.optional("holdout", FactoryFile.length(), Duration.ofDays(180));
        boolean longShort = backtest.optional("side", FactoryFile.words(SIDES, side -> side), "long")
                .equals("long-short");
        double threshold = backtest.optional("threshold", Kind.number(0, 1), 0.6);
        double exit = backtest.optional("exit_threshold", Kind.number(0, 1), Math.min(0.5, threshold));
        if (!(threshold > (longShort ? 0.5 : 0))) {
            backtest.finding("threshold", longShort ? "above 0.5 for long-short" : "above 0", "" + threshold);
        }
        if (exit > threshold) {
            backtest.finding("exit_threshold", "at most the threshold " + threshold, "" + exit);
        }
        if (longShort && !label.isSymmetric()) {
            backtest.finding(
                    "side",
                    "long, since 1 − p is the probability of a fall only where take_profit = stop_loss and vertical:"
                            + " sign",
                    "long-short with take_profit " + label.takeProfit() + ", stop_loss " + label.stopLoss()
                            + ", vertical " + label.vertical().text());
        }
        boolean isRule = exit <= threshold && threshold > (longShort ? 0.5 : 0);
        var rule = isRule ? new DecisionRule(threshold, exit, longShort) : new DecisionRule(0.6, 0.5, longShort);
        return new Trading(holdout, rule, execution(backtest));
    }

    private static ExecutionSpec execution(Section backtest) {
        ExecutionSpec standard = ExecutionSpec.DEFAULT;
        Section account = backtest.section("account");
        Section costs = backtest.section("execution");
        Section exits = backtest.section("exits");
        return new ExecutionSpec(
                new ExecutionSpec.Account(
                        account.optional(
                                "cash", Kind.positive(), standard.account().cash()),
                        account.optional(
                                "currency", Kind.text(), standard.account().currency()),
                        account.optional("leverage", Kind.number(1, 1000), 1.0)),
                new ExecutionSpec.Sizing(backtest.section("sizing").optional("whole_units", Kind.flag(), false)),
                new ExecutionSpec.Costs(
                        costs.optional("fee", Kind.number(0, 0.5), 0.0),
                        costs.optional("slippage_bps", Kind.number(0, 1000), 0.0),
                        costs.optional("spread_bps", Kind.number(0, 1000), 0.0),
                        costs.optional("funding", Kind.flag(), true)),
                new ExecutionSpec.Exits(level(exits, "stop_loss"), level(exits, "take_profit")));
    }

    private static ExecutionSpec.ExitLevel level(Section exits, String key) {
        Kind<ExecutionSpec.ExitLevel> kind = new Kind<>(
                "a fraction of the entry price above 0, or label",
                text -> text.equals("label")
                        ? java.util.Optional.of(ExecutionSpec.ExitLevel.ofLabel())
                        : Kind.positive().parse().apply(text).map(ExecutionSpec.ExitLevel::at),
                ExecutionSpec.ExitLevel.none());
        return exits.optional(key, kind, ExecutionSpec.ExitLevel.none());
    }
}
