package io.quantloom.engine.registry;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.document.YamlText;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what is registered as a strategy without a model: a backtest specification, with gates if it names any. */
public final class StrategyFile {

    /** The gates where a file names none, on the whole backtest. */
    public static final List<Gate> STANDARD_GATES = List.of(
            new Gate(Statistic.SHARPE_RATIO.key(), Gate.Basis.BACKTEST, OptionalDouble.of(1.0), OptionalDouble.empty()),
            new Gate(
                    Statistic.DEFLATED_SHARPE.key(),
                    Gate.Basis.BACKTEST,
                    OptionalDouble.of(0.95),
                    OptionalDouble.empty()),
            new Gate(
                    Statistic.MAX_DRAWDOWN.key(),
                    Gate.Basis.BACKTEST,
                    OptionalDouble.empty(),
                    OptionalDouble.of(0.25)));

    private StrategyFile() {}

    /**
     * What is registered. Immutable.
     *
     * @param backtest how it was tried
     * @param strategy what it trades by
     * @param gates what it must meet, at least one
     */
    public record Registration(BacktestSpec backtest, StrategySpec.Rule strategy, List<Gate> gates) {

        /** Copies the list. */
        public Registration {
            gates = List.copyOf(gates);
        }
    }

    /**
     * Returns the registration of the text. PARSING when it is no YAML, INVALID with every finding: also for a model, which
     * the factory registers, and for accounting that is for teaching.
     *
     * @param name of the file, for the failure
     */
    public static Outcome<Registration> parse(String name, String text) {
        return YamlText.read(name, text, root -> {
            BacktestSpec spec = BacktestFile.read(root);
            List<Gate> gates = GateReader.read(root, List.of(Gate.Basis.BACKTEST), STANDARD_GATES);
            StrategySpec.Rule rule = new StrategySpec.SmaCross(1, 2, false);
            switch (spec.strategy()) {
                case StrategySpec.Model _ ->
                    root.finding("strategy", "a strategy without a model; the factory registers models", "a model");
                case StrategySpec.Momentum momentum
                when momentum.accounting() != StrategySpec.Accounting.KERNEL ->
                    root.finding("strategy", "accounting: kernel; the other is for teaching", "accounting: source-0");
                case StrategySpec.Rule known -> rule = known;
            }
            return new Registration(spec, rule, gates);
        });
    }
}
