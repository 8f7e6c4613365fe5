package io.quantloom.engine.backtest;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.Kind;
import io.quantloom.engine.document.Section;
import io.quantloom.engine.document.YamlTemplate;
import io.quantloom.engine.execution.ExecutionReader;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.strategy.StrategyReader;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a backtest specification (contracts.md), strictly: everything that is wrong is told at once. */
public final class BacktestFile {

    private static final long DEFAULT_SEED = 42;

    private BacktestFile() {}

    /**
     * Returns the specification of the text. PARSING when it is no YAML, INVALID with every finding.
     *
     * @param name of the file, for the failure
     */
    public static Outcome<BacktestSpec> parse(String name, String text) {
        return YamlTemplate.of(name, text)
                .then(template -> template.read(Map.of(), BacktestFile::readWhole)
                        .then(whole -> whole.walkForward()
                                .map(header -> PlanReader.plan(header, template).map(whole.spec()::with))
                                .orElseGet(() -> Outcome.success(whole.spec()))));
    }

    private record Whole(BacktestSpec spec, Optional<PlanReader.Header> walkForward) {}

    private static Whole readWhole(Section root) {
        // What a registration asks for beside the backtest is read by it alone.
        root.sections("gates").forEach(Section::leaveTheRest);
        Section data = root.section("data");
        if (!data.has("symbols")) {
            return new Whole(read(root, DataReader.read(data)), PlanReader.read(root));
        }
        BacktestPlan.Portfolio portfolio = PortfolioReader.read(root, data);
        BacktestSpec spec = read(root, DataReader.read(data, portfolio.symbols().getFirst()));
        if (!(spec.strategy() instanceof StrategySpec.Rule)) {
            root.finding("strategy", "a strategy without a model for a portfolio", "a model");
        }
        return new Whole(spec.with(portfolio), Optional.empty());
    }

    /**
     * Reads the specification of a single backtest of a root section, beside which another reader may find more keys;
     * walk-forwards and portfolios are not known here.
     */
    public static BacktestSpec read(Section root) {
        return read(root, DataReader.read(root.section("data")));
    }

    private static BacktestSpec read(Section root, DataRange data) {
        StrategySpec strategy = StrategyReader.read(root);
        ExecutionSpec execution = ExecutionReader.read(root);
        if (!(strategy instanceof StrategySpec.Model)
                && (execution.exits().stopLoss().fromLabel()
                        || execution.exits().takeProfit().fromLabel())) {
            root.finding("exits", "fractions, since a strategy without a model has no label", "label");
        }
        return new BacktestSpec(
                data,
                strategy,
                execution,
                root.optional("finalize", finalization(), Finalization.LAST_CLOSE),
                root.optional("seed", Kind.seed(), DEFAULT_SEED));
    }

    private static Kind<Finalization> finalization() {
        Map<String, Finalization> words = new LinkedHashMap<>();
        words.put("last-close", Finalization.LAST_CLOSE);
        words.put("last-open", Finalization.LAST_OPEN);
        words.put("none", Finalization.NONE);
        words.put("true", Finalization.LAST_OPEN);
        words.put("false", Finalization.NONE);
        return Kind.oneOf(words, Finalization.LAST_CLOSE);
    }
}
