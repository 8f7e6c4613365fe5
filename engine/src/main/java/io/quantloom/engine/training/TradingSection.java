package io.quantloom.engine.training;

import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.execution.ExecutionReader;
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
        return new Trading(holdout, rule, ExecutionReader.read(backtest));
    }
}
