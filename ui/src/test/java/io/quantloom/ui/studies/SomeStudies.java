package io.quantloom.ui.studies;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** View models of the screen over a bench, everything on the calling thread. */
final class SomeStudies {

    final Workbench bench = new Workbench();
    final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    final UiEvents events = new UiEvents(bench.events, UiThread.direct());
    final StudiesPorts ports;
    final StudyListViewModel list;
    final StudyViewModel study;

    /** Studies are run by the engine. */
    SomeStudies() {
        this(Optional.empty());
    }

    /** Studies are run by somebody else. */
    SomeStudies(StudiesPorts.Jobs jobs) {
        this(Optional.of(jobs));
    }

    private SomeStudies(Optional<StudiesPorts.Jobs> jobs) {
        var training = bench.training();
        ports = new StudiesPorts(bench.studies, bench.runs, training.file(), jobs.orElseGet(training::studies));
        list = new StudyListViewModel(ports, tasks, events, UiThread.direct());
        study = new StudyViewModel(ports, tasks, events, UiThread.direct(), list);
    }

    /** Begins the run of a symbol; its study with the learner {@code xgboost} has the id returned. */
    String begin(String symbol) {
        Run parent = bench.runs.begin(new RunDraft(
                "weekly",
                "weekly",
                Optional.empty(),
                Workbench.NOW,
                Map.of("learners", "majority,xgboost", "symbols", symbol),
                Map.of(Tags.KIND, "factory")));
        Run run = bench.runs.begin(new RunDraft(
                "weekly",
                symbol,
                Optional.of(parent.id()),
                Workbench.NOW,
                Map.of(),
                Map.of(Tags.KIND, "symbol", Tags.SYMBOL, symbol)));
        String id = run.id().value() + "/xgboost";
        bench.studies.define(new Study(new StudySpec(id, "family", SearchSpace.DEFAULT, 100, 4), Workbench.NOW));
        return id;
    }

    void complete(String study, int number, long depth, double eta, double value) {
        save(study, number, Trial.State.COMPLETE, Map.of("max_depth", depth, "eta", eta), OptionalDouble.of(value), "");
    }

    void failed(String study, int number, String reason) {
        save(study, number, Trial.State.FAILED, Map.of("max_depth", 3L, "eta", 0.1), OptionalDouble.empty(), reason);
    }

    private void save(
            String study,
            int number,
            Trial.State state,
            Map<String, Object> settings,
            OptionalDouble value,
            String reason) {
        Instant started = Workbench.NOW.plusSeconds(10L * number);
        bench.studies.save(
                "family",
                new Trial(
                        study,
                        number,
                        state,
                        new Hyperparameters(new TreeMap<>(settings)),
                        value,
                        OptionalDouble.empty(),
                        started,
                        Optional.of(started.plusSeconds(4)),
                        reason));
    }

    void attach() {
        list.attach();
        study.attach();
    }

    ShownStudy shown() {
        return study.shownProperty().get().orElseThrow();
    }
}
