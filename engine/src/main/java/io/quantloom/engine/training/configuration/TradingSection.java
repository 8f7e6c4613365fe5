package io.quantloom.engine.training.configuration;

import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.dataset.split.Holdout;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.execution.ExecutionReader;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.training.configuration.FactorySpec.Trading;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code backtest:} of a factory configuration. */
final class TradingSection {

    private static final String[] SIDES = {"long", "long-short"};
    private static final Holdout.Last HALF_A_YEAR = new Holdout.Length(Duration.ofDays(180));

    private TradingSection() {}

    static Trading read(Section backtest, LabelDefinition label) {
        Holdout.Last holdout = backtest.optional("holdout", holdout(), HALF_A_YEAR);
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
                    label.judged().isPresent()
                            ? "no side, since a meta label is traded on its primary's"
                            : "long, since 1 − p is the probability of a fall only where take_profit = stop_loss and"
                                    + " vertical: sign",
                    "long-short with " + found(label));
        }
        boolean isRule = exit <= threshold && threshold > (longShort ? 0.5 : 0);
        var rule = isRule ? new DecisionRule(threshold, exit, longShort) : new DecisionRule(0.6, 0.5, longShort);
        ExecutionSpec execution = ExecutionReader.read(backtest);
        boolean fromLabel = execution.exits().stopLoss().fromLabel()
                || execution.exits().takeProfit().fromLabel();
        if (fromLabel && label.barriers().isEmpty()) {
            backtest.finding("exits", "fractions, since the label has no barriers", "label");
        }
        return new Trading(holdout, rule, execution);
    }

    private static String found(LabelDefinition label) {
        return label instanceof TripleBarrier barrier
                ? "take_profit " + barrier.takeProfit() + ", stop_loss " + barrier.stopLoss() + ", vertical "
                        + barrier.vertical().text()
                : "the label " + label.text();
    }

    private static Kind<Holdout.Last> holdout() {
        return new Kind<>(
                "a length such as 180d, or a share of the bars above 0 and below 1",
                text -> FactoryFile.length()
                        .parse()
                        .apply(text)
                        .<Holdout.Last>map(Holdout.Length::new)
                        .or(() -> share(text)),
                HALF_A_YEAR);
    }

    private static Optional<Holdout.Last> share(String text) {
        return Kind.number(0, 1)
                .parse()
                .apply(text)
                .filter(value -> value > 0 && value < 1)
                .map(Holdout.Share::new);
    }
}
