package io.quantloom.engine.training.search;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.training.search.StudyOverview.Status;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import java.util.List;
import java.util.Optional;

/** Tells what studies there are and how far they are: those of factory runs and those run by themselves. */
public final class FindStudies {

    private final StudyStore studies;
    private final RunStore runs;
    private final ActiveStudies active;

    /** Takes its ports. */
    public FindStudies(StudyStore studies, RunStore runs, ActiveStudies active) {
        this.studies = studies;
        this.runs = runs;
        this.active = active;
    }

    /** Returns the studies begun last, newest first. */
    public List<StudyOverview> list(int limit) {
        return studies.studies().stream().limit(limit).map(this::overview).toList();
    }

    /** Returns the study. MISSING_DATA for an unknown one. */
    public Outcome<StudyOverview> show(String id) {
        return studies.study(id)
                .map(this::overview)
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failed(
                        Failure.of(Reason.MISSING_DATA, "a study " + id, "none", "", "list them with study list")));
    }

    /** Returns the studies of a symbol's run, in the order they were begun. */
    List<StudyOverview> of(RunId symbolRun) {
        return studies.studies().reversed().stream()
                .filter(study -> runOf(study.spec().id()).equals(symbolRun))
                .map(this::overview)
                .toList();
    }

    /** Returns the run of the symbol whose study it is. */
    static RunId runOf(String study) {
        int slash = study.lastIndexOf('/');
        return new RunId(slash < 0 ? study : study.substring(0, slash));
    }

    private StudyOverview overview(Study study) {
        String id = study.spec().id();
        RunId run = runOf(id);
        Optional<Symbol> symbol = runs.find(run)
                .flatMap((Run found) -> found.tag(Tags.SYMBOL))
                .filter(Symbol::isValid)
                .map(Symbol::new);
        List<Trial> trials = studies.trials(id);
        long ended = trials.stream().filter(Trial::isFinal).count();
        Status status = active.isActive(id)
                ? Status.RUNNING
                : ended < study.spec().trials() ? Status.UNFINISHED : Status.FINISHED;
        return new StudyOverview(run, symbol, id.substring(id.lastIndexOf('/') + 1), study, status, trials);
    }
}
