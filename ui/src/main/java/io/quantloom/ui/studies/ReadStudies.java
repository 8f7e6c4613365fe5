package io.quantloom.ui.studies;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.analysis.ParameterImportance;
import io.quantloom.engine.tuning.analysis.Recommendation;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.studies.StudyContent.Importance;
import io.quantloom.ui.studies.StudyContent.Recommended;
import io.quantloom.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds studies and reads one. A study of a factory run is named after its run and its learner. */
final class ReadStudies {

    private static final Texts TEXTS = Texts.of("studies");
    private static final int MOST = 300;
    // Below so many trials a neighborhood is the mean of nearly all of them.
    private static final int FEWEST = 6;

    private final StudyStore studies;
    private final RunStore runs;

    ReadStudies(StudiesPorts ports) {
        this.studies = ports.studies();
        this.runs = ports.runs();
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
            String id = found.get(i).spec().id();
            List<TrialRow> trials = trials(id);
            if (!trials.isEmpty()) {
                rows.add(row(id, name(id), trials));
            }
        }
        return Outcome.success(rows);
    }

    private String name(String id) {
        return run(id).flatMap(runs::find)
                .map(run -> run.name() + " · " + id.substring(id.indexOf('/') + 1))
                .orElse(id);
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
        List<Trial> trials = studies.trials(id);
        List<TrialRow> rows = trials.stream().map(ReadStudies::row).toList();
        Optional<SearchSpace> space =
                studies.study(id).map(study -> study.spec().space());
        return new StudyContent(
                id,
                name,
                rows,
                StudyContent.varied(rows),
                space.filter(_ -> rows.stream().filter(TrialRow::isComplete).count() >= FEWEST)
                        .flatMap(found -> Recommendation.of(found, trials))
                        .map(ReadStudies::recommended),
                space.map(found -> importances(ParameterImportance.of(found, trials)))
                        .orElse(List.of()));
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

    private List<TrialRow> trials(String id) {
        return studies.trials(id).stream().map(ReadStudies::row).toList();
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
