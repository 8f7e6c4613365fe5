package io.quantloom.engine.training.tracking;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.registry.GateResult;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a factory run came to, symbol by symbol. Immutable.
 *
 * @param run the parent run
 * @param name of the configuration
 * @param started when it began
 * @param symbols in the configuration's order
 */
public record FactoryReport(RunId run, String name, Instant started, List<SymbolReport> symbols) {

    /** Copies the list. */
    public FactoryReport {
        symbols = List.copyOf(symbols);
    }

    /** How one symbol ended. */
    public enum Status {
        /** Not begun, or under way. */
        PENDING,
        /** Every gate passed; a version is registered. */
        PASSED,
        /** A gate refused. */
        REFUSED,
        /** An error stopped it; the others went on. */
        FAILED,
        /** A person stopped it. */
        CANCELED;

        /** {@return the word used on the command line} */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One symbol.
     *
     * @param symbol the instrument
     * @param run its run; empty when it was not begun
     * @param status how it ended
     * @param trials recorded trials, failed ones counted
     * @param learner best learner; empty without a finished trial
     * @param parameters of the best trial
     * @param metrics of the holdout backtest, by key
     * @param gates threshold and actual
     * @param model registered model and version; empty when nothing was registered
     * @param stages how long each stage took, in order
     * @param reason why it was refused or failed; empty when it passed
     */
    public record SymbolReport(
            Symbol symbol,
            Optional<RunId> run,
            Status status,
            int trials,
            Optional<String> learner,
            Hyperparameters parameters,
            SortedMap<String, OptionalDouble> metrics,
            List<GateResult> gates,
            Optional<String> model,
            OptionalInt version,
            List<Stage> stages,
            String reason) {

        /** Copies the collections. */
        public SymbolReport {
            gates = List.copyOf(gates);
            stages = List.copyOf(stages);
            metrics = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, OptionalDouble>) metrics));
        }
    }

    /**
     * A stage, how long it took and what it did.
     *
     * @param lines sentences for people, in the order they were said; none in files of earlier versions
     */
    public record Stage(String name, double seconds, List<String> lines) {

        /** Copies the list. */
        public Stage {
            lines = List.copyOf(lines);
        }
    }
}
