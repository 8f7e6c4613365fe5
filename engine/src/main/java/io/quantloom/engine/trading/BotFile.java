package io.quantloom.engine.trading;

import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.DataReader;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlText;
import io.quantloom.engine.execution.ExecutionReader;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.StrategyReader;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads a bot file (contracts.md), strictly: everything that is wrong is told at once. */
public final class BotFile {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    private BotFile() {}

    /**
     * Returns the specification of the text. PARSING when it is no YAML, INVALID with every finding.
     *
     * @param file name of the file, for the failure
     */
    public static Outcome<BotSpec> parse(String file, String text) {
        return YamlText.read(file, text, BotFile::read);
    }

    private static BotSpec read(Section root) {
        String name = root.required(
                "name",
                new Kind<>(
                        "a name of 1 to 80 letters, digits and . _ -",
                        text -> Optional.of(text)
                                .filter(word -> NAME.matcher(word).matches()),
                        "bot"));
        DataRange data = DataReader.read(root.section("data"));
        StrategySpec strategy = StrategyReader.read(root);
        Section decide = root.section("decide");
        int cooldown = decide.optional("cooldown", StrategyReader.COOLDOWN, strategy.ownCooldownBars());
        StrategySpec decided = decide(root, decide, strategy);
        ExecutionSpec execution = ExecutionReader.read(root);
        if (!(strategy instanceof StrategySpec.Model)
                && (execution.exits().stopLoss().fromLabel()
                        || execution.exits().takeProfit().fromLabel())) {
            root.finding("exits", "fractions, since a strategy without a model has no label", "label");
        }
        if (execution.matching().intrabar() == Matching.Intrabar.FINER) {
            root.finding("exits", "intrabar: pessimistic, since a bot sees the bars it trades only", "finer");
        }
        return new BotSpec(
                name, decided, data, execution, cooldown, root.optional("accept_ungated", Kind.flag(), false));
    }

    // Thresholds stand beside a bare model; a strategy section has its own.
    private static StrategySpec decide(Section root, Section decide, StrategySpec strategy) {
        Optional<Double> threshold = decide.find("threshold", StrategyReader.THRESHOLD);
        Optional<Double> exit = decide.find("exit_threshold", StrategyReader.THRESHOLD);
        Optional<Boolean> longShort = decide.find("side", StrategyReader.SIDE);
        Optional<Abstention> abstention = StrategyReader.abstention(decide, threshold);
        boolean any = threshold.isPresent() || exit.isPresent() || longShort.isPresent() || abstention.isPresent();
        if (!any) {
            return strategy;
        }
        if (root.has("strategy") || !(strategy instanceof StrategySpec.Model model)) {
            root.finding("decide", "cooldown alone beside a strategy, which says how it decides", "thresholds or side");
            return strategy;
        }
        StrategyReader.checkThresholds(decide, threshold, exit, longShort);
        return new StrategySpec.Model(model.model(), optional(threshold), optional(exit), longShort, 0, abstention);
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }
}
