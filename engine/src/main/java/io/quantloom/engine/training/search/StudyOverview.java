package io.quantloom.engine.training.search;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudyResult;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.analysis.ParameterImportance;
import io.quantloom.engine.tuning.analysis.Recommendation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A study of a symbol's learner, and how far it is. Immutable.
 *
 * @param run of its symbol
 * @param symbol whose bars it searches on; empty when its run is gone
 * @param learner whose parameters it searches
 * @param study what it asks for
 * @param status how it stands
 * @param trials what it has come to, ascending by number
 */
public record StudyOverview(
        RunId run, Optional<Symbol> symbol, String learner, Study study, Status status, List<Trial> trials) {

    /** How a study stands. */
    public enum Status {
        /** This process works on it. */
        RUNNING,
        /** It was paused, canceled or cut off, and can be resumed. */
        UNFINISHED,
        /** Every trial came to its end. */
        FINISHED;

        /** {@return the word used in documents} */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the list. */
    public StudyOverview {
        trials = List.copyOf(trials);
    }

    /** {@return its identifier} */
    public String id() {
        return study.spec().id();
    }

    /** {@return how many trials have come to their end} */
    public long ended() {
        return trials.stream().filter(Trial::isFinal).count();
    }

    /** {@return the complete trial with the highest value so far} */
    public Optional<Trial> best() {
        return new StudyResult(trials).best();
    }

    /** {@return what to take; computed anew, O(n²) in the trials} */
    public Optional<Recommendation> recommendation() {
        return Recommendation.of(study.spec().space(), trials);
    }

    /** {@return which parameters matter; computed anew} */
    public SortedMap<String, Double> importance() {
        return ParameterImportance.of(study.spec().space(), trials);
    }
}
