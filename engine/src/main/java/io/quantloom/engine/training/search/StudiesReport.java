package io.quantloom.engine.training.search;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.tuning.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the studies of a configuration came to. Immutable.
 *
 * @param run the run they belong to
 * @param name of the configuration
 * @param symbols one for each symbol of the configuration that was begun, in its order
 */
public record StudiesReport(RunId run, String name, List<SymbolStudies> symbols) {

    /** Copies the list. */
    public StudiesReport {
        symbols = List.copyOf(symbols);
    }

    /**
     * The studies of one symbol.
     *
     * @param symbol whose they are
     * @param studies one for each learner that was begun
     * @param reason why they failed; empty otherwise
     */
    public record SymbolStudies(Symbol symbol, List<StudyOverview> studies, String reason) {
        /** Copies the list. */
        public SymbolStudies {
            studies = List.copyOf(studies);
        }
    }

    /** {@return all studies, symbol by symbol} */
    public List<StudyOverview> studies() {
        return symbols.stream().flatMap(symbol -> symbol.studies().stream()).toList();
    }

    /** {@return the best complete trial of all studies; of equal ones the first} */
    public Optional<Trial> best() {
        return studies().reversed().stream()
                .flatMap(study -> study.best().stream())
                .max(Comparator.comparingDouble(trial -> trial.value().orElseThrow()));
    }
}
