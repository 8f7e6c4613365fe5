package io.quantloom.ui.studies;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.training.FactoryRuns;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Finds studies and reads one. A study of a factory run is named after its run and its learner. */
final class ReadStudies {

    private static final int MOST = 300;

    private final StudyStore studies;
    private final RunStore runs;

    ReadStudies(StudiesPorts ports) {
        this.studies = ports.studies();
        this.runs = ports.runs();
    }

    /** Returns the studies, newest first. */
    Outcome<List<StudyRow>> list(JobContext context) {
        List<Run> found = runs.search(RunQuery.of()).stream()
                .filter(run -> run.tag(Tags.KIND).equals(Optional.of(FactoryRuns.SYMBOL_KIND)))
                .limit(MOST)
                .toList();
        var rows = new ArrayList<StudyRow>();
        for (int i = 0; i < found.size(); i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("", i, found.size()));
            Run run = found.get(i);
            for (String learner : learners(run)) {
                String id = run.id().value() + "/" + learner;
                List<TrialRow> trials = trials(id);
                if (!trials.isEmpty()) {
                    rows.add(row(id, run.name() + " · " + learner, trials));
                }
            }
        }
        return Outcome.success(rows);
    }

    private List<String> learners(Run run) {
        return run.parent()
                .flatMap(runs::find)
                .map(parent -> parent.params().getOrDefault("learners", ""))
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
    }

    private static StudyRow row(String id, String name, List<TrialRow> trials) {
        var content = new StudyContent(id, name, trials, List.of(), Optional.empty(), List.of());
        return new StudyRow(
                id,
                name,
                trials.getFirst().started(),
                trials.size(),
                content.best().map(TrialRow::value).orElse(Double.NaN),
                content.isRunning());
    }

    /** Returns the study. */
    StudyContent read(String id, String name) {
        List<TrialRow> trials = trials(id);
        return new StudyContent(id, name, trials, StudyContent.varied(trials), Optional.empty(), List.of());
    }

    /** {@return the run that asked for the study, when one did} */
    static Optional<RunId> run(String study) {
        int border = study.indexOf('/');
        return border > 0 ? Optional.of(new RunId(study.substring(0, border))) : Optional.empty();
    }

    private List<TrialRow> trials(String id) {
        return studies.trials(id).stream().map(ReadStudies::row).toList();
    }

    private static TrialRow row(Trial trial) {
        return new TrialRow(
                trial.number(),
                state(trial.state()),
                new TreeMap<>(trial.parameters().values()),
                trial.value().orElse(Double.NaN),
                List.of(),
                trial.started().toEpochMilli(),
                trial.ended().map(Instant::toEpochMilli).orElse(trial.started().toEpochMilli()),
                trial.reason());
    }

    private static TrialRow.State state(Trial.State state) {
        return switch (state) {
            case RUNNING -> TrialRow.State.RUNNING;
            case COMPLETE -> TrialRow.State.COMPLETE;
            case FAILED -> TrialRow.State.FAILED;
            case CANCELED -> TrialRow.State.CANCELED;
        };
    }
}
