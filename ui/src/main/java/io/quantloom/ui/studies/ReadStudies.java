package io.quantloom.ui.studies;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.training.search.RunStudies;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudyResult;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.analysis.ParameterImportance;
import io.quantloom.engine.tuning.analysis.Recommendation;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.studies.StudyContent.Importance;
import io.quantloom.ui.studies.StudyContent.Recommended;
import io.quantloom.ui.studies.StudyRow.Standing;
import io.quantloom.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Finds studies and reads one. A study of a factory run is named after its run and its learner. */
final class ReadStudies {

    private static final Texts TEXTS = Texts.of("studies");
    private static final int MOST = 300;
    // Below so many trials a neighborhood is the mean of nearly all of them.
    private static final int FEWEST = 6;

    private final StudyStore studies;
    private final RunStore runs;
    private final StudiesPorts.Jobs jobs;

    // Nothing happens to a finished study any more: its trials are read once.
    private final Map<String, StudyRow> finished = new ConcurrentHashMap<>();

    ReadStudies(StudiesPorts ports) {
        this.studies = ports.studies();
        this.runs = ports.runs();
        this.jobs = ports.jobs();
    }

    /** Returns the studies, newest first. */
    Outcome<List<StudyRow>> list(JobContext context) {
        List<Study> found = studies.studies();
        var rows = new ArrayList<StudyRow>();
        for (int i = 0; i < Math.min(MOST, found.size()); i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of("", i, found.size()));
            row(found.get(i)).ifPresent(rows::add);
        }
        return Outcome.success(rows);
    }

    private String name(String id) {
        return run(id).flatMap(runs::find)
                .map(run -> run.name() + " · " + id.substring(id.indexOf('/') + 1))
                .orElse(id);
    }

    /** Returns the study as the list shows it; empty before its first trial. */
    private Optional<StudyRow> row(Study study) {
        String id = study.spec().id();
        if (finished.containsKey(id)) {
            return Optional.ofNullable(finished.get(id));
        }
        List<Trial> trials = studies.trials(id);
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        int ended = (int) trials.stream().filter(Trial::isFinal).count();
        var row = new StudyRow(
                id,
                name(id),
                trials.getFirst().started().toEpochMilli(),
                study.spec().trials(),
                ended,
                trials.size(),
                new StudyResult(trials)
                        .best()
                        .map(best -> best.value().orElse(Double.NaN))
                        .orElse(Double.NaN),
                standing(id, ended >= study.spec().trials()));
        if (row.standing() == Standing.FINISHED) {
            finished.put(id, row);
        }
        return Optional.of(row);
    }

    private Standing standing(String id, boolean isWhole) {
        if (jobs.isUnderWay(id)) {
            return Standing.RUNNING;
        }
        return isWhole ? Standing.FINISHED : canGoOn(id) ? Standing.UNFINISHED : Standing.LEFT;
    }

    /** A factory run whose symbols are decided does not come back to its studies. */
    private boolean canGoOn(String id) {
        Optional<Run> parent = run(id).flatMap(runs::find).flatMap(Run::parent).flatMap(runs::find);
        String kind = parent.flatMap(run -> run.tag(Tags.KIND)).orElse("");
        return kind.equals(RunStudies.KIND)
                || (kind.equals(FactoryRuns.KIND) && parent.orElseThrow().status() != RunStatus.FINISHED);
    }

    /** Returns the study. */
    StudyContent read(String id, String name) {
        List<Trial> trials = studies.trials(id);
        List<TrialRow> rows = trials.stream().map(ReadStudies::row).toList();
        Optional<StudySpec> spec = studies.study(id).map(Study::spec);
        Optional<SearchSpace> space = spec.map(StudySpec::space);
        int ended = (int) trials.stream().filter(Trial::isFinal).count();
        return new StudyContent(
                id,
                name,
                rows,
                StudyContent.varied(rows),
                space.filter(_ -> rows.stream().filter(TrialRow::isComplete).count() >= FEWEST)
                        .flatMap(found -> Recommendation.of(found, trials))
                        .map(ReadStudies::recommended),
                space.map(found -> importances(ParameterImportance.of(found, trials)))
                        .orElse(List.of()),
                space,
                spec.filter(_ -> jobs.isUnderWay(id))
                        .flatMap(asked -> StudyContent.left(rows, asked.trials() - ended)));
    }

    private static Recommended recommended(Recommendation recommendation) {
        Trial plateau = recommendation.plateau();
        Trial luckiest = recommendation.luckiest();
        double around = recommendation.neighborhood(plateau);
        String words = plateau.number() == luckiest.number()
                ? TEXTS.get("choice.same", plateau.number(), Formats.decimal(around, 3))
                : TEXTS.get(
                        "choice.words",
                        plateau.number(),
                        Formats.decimal(around, 3),
                        luckiest.number(),
                        Formats.decimal(luckiest.value().orElse(Double.NaN), 3),
                        Formats.decimal(recommendation.neighborhood(luckiest), 3));
        return new Recommended(plateau.number(), around, words);
    }

    private static List<Importance> importances(SortedMap<String, Double> shares) {
        return shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(entry -> new Importance(entry.getKey(), entry.getValue(), Double.NaN))
                .toList();
    }

    /** {@return the run that asked for the study, when one did} */
    static Optional<RunId> run(String study) {
        int border = study.indexOf('/');
        return border > 0 ? Optional.of(new RunId(study.substring(0, border))) : Optional.empty();
    }

    private static TrialRow row(Trial trial) {
        return new TrialRow(
                trial.number(),
                state(trial.state()),
                new TreeMap<>(trial.parameters().values()),
                trial.standing().orElse(Double.NaN),
                List.copyOf(trial.steps().values()),
                trial.started().toEpochMilli(),
                trial.ended().map(Instant::toEpochMilli).orElse(trial.started().toEpochMilli()),
                trial.reason());
    }

    private static TrialRow.State state(Trial.State state) {
        return switch (state) {
            case WAITING -> TrialRow.State.WAITING;
            case RUNNING -> TrialRow.State.RUNNING;
            case COMPLETE -> TrialRow.State.COMPLETE;
            case PRUNED -> TrialRow.State.PRUNED;
            case FAILED -> TrialRow.State.FAILED;
            case CANCELED -> TrialRow.State.CANCELED;
        };
    }
}
