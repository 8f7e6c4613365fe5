package io.quantloom.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RunStore} does, searching apart; see {@link RunSearchContract}. */
public abstract class RunStoreContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123456789Z");
    private static final RunId UNKNOWN = new RunId("0".repeat(32));

    private RunStore store;

    /** {@return a store without content} */
    protected abstract RunStore create();

    /** Changes the content of a run's file behind the back of the store that was created last. */
    protected abstract void damage(Artifact artifact);

    @BeforeEach
    final void createStore() {
        store = create();
    }

    private Run begin(String experiment, String name) {
        return store.begin(new RunDraft(experiment, name, Optional.empty(), START, Map.of(), Map.of()));
    }

    private Run found(Run run) {
        return store.find(run.id()).orElseThrow();
    }

    private static Metric metric(String key, double value, long step) {
        return new Metric(key, value, START, step);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(store.experiments()).isEmpty();
        assertThat(store.experiment("none")).isEmpty();
        assertThat(store.find(UNKNOWN)).isEmpty();
        assertThat(store.search(RunQuery.of())).isEmpty();
        assertThat(store.history(UNKNOWN, "sharpe_ratio")).isEmpty();
        assertThat(store.artifacts(UNKNOWN)).isEmpty();
    }

    @Test
    void beginsARunWithWhatIsKnownOfIt() {
        Run run = store.begin(
                new RunDraft("btc", "trial 1", Optional.empty(), START, Map.of("depth", "3"), Map.of("kind", "trial")));

        assertThat(run.id().value()).matches("[0-9a-f]{32}");
        assertThat(run.name()).isEqualTo("trial 1");
        assertThat(run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.started()).isEqualTo(START);
        assertThat(run.ended()).isEmpty();
        assertThat(run.params()).containsExactly(Map.entry("depth", "3"));
        assertThat(run.tags()).containsExactly(Map.entry("kind", "trial"));
        assertThat(run.metrics()).isEmpty();
        assertThat(found(run)).isEqualTo(run);
    }

    @Test
    void makesAnExperimentOnce() {
        Run first = begin("btc", "a");
        Run second = begin("btc", "b");
        Run other = begin("ada", "c");

        assertThat(second.experiment()).isEqualTo(first.experiment());
        assertThat(other.experiment()).isNotEqualTo(first.experiment());
        assertThat(store.experiments()).extracting(Experiment::name).containsExactly("ada", "btc");
        assertThat(store.experiment("btc")).contains(new Experiment(first.experiment(), "btc", START));
        assertThat(first.experiment().value()).matches("[0-9]+");
    }

    @Test
    void makesAnExperimentOnceForManyThreads() throws Exception {
        List<Callable<Run>> work = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String name = "run " + i;
            work.add(() -> begin("btc", name));
        }

        List<RunId> ids = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Run> done : threads.invokeAll(work)) {
                ids.add(done.get().id());
            }
        }

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(store.experiments()).hasSize(1);
        assertThat(store.search(RunQuery.of("btc"))).hasSize(24);
    }

    @Test
    void nestsARunInItsParent() {
        Run parent = begin("btc", "factory");

        Run child = store.begin(new RunDraft("btc", "trial", Optional.of(parent.id()), START, Map.of(), Map.of()));

        assertThat(found(child).parent()).contains(parent.id());
        assertThat(found(parent).parent()).isEmpty();
    }

    @Test
    void refusesAParentThatIsNotThere() {
        assertThatThrownBy(() ->
                        store.begin(new RunDraft("btc", "trial", Optional.of(UNKNOWN), START, Map.of(), Map.of())))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.search(RunQuery.of())).isEmpty();
        assertThat(store.experiments()).isEmpty();
    }

    @Test
    void refusesToWriteToARunThatIsNotThere() {
        assertThatThrownBy(() -> store.logParams(UNKNOWN, Map.of("a", "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.logMetrics(UNKNOWN, List.of(metric("a", 1, 0))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.setTags(UNKNOWN, Map.of("a", "1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.setStatus(UNKNOWN, RunStatus.FAILED, START))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.saveArtifact(UNKNOWN, "a.txt", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsAndReplacesParamsAndTags() {
        Run run = begin("btc", "a");
        store.logParams(run.id(), Map.of("depth", "3", "eta", "0.1"));
        store.setTags(run.id(), Map.of("kind", "trial"));

        store.logParams(run.id(), Map.of("depth", "4", "rounds", "40"));
        store.setTags(run.id(), Map.of("kind", "backtest", "empty", ""));

        assertThat(found(run).params())
                .containsExactly(Map.entry("depth", "4"), Map.entry("eta", "0.1"), Map.entry("rounds", "40"));
        assertThat(found(run).tags()).containsExactly(Map.entry("empty", ""), Map.entry("kind", "backtest"));
    }

    @Test
    void keepsLongAndStrangeTexts() {
        String text = "it's \"50 %\" \\ _ ; drop table run; -- äöü 𝄞\n" + "x".repeat(20_000);
        Run run = begin("btc'; --", "name " + text);

        store.logParams(run.id(), Map.of("k'%", text));
        store.setTags(run.id(), Map.of("k'%", text));

        assertThat(found(run).name()).isEqualTo("name " + text);
        assertThat(found(run).params()).containsEntry("k'%", text);
        assertThat(found(run).tags()).containsEntry("k'%", text);
        assertThat(store.experiment("btc'; --")).isPresent();
    }

    @Test
    void showsTheMetricOfTheHighestStep() {
        Run run = begin("btc", "a");

        store.logMetrics(run.id(), List.of(metric("loss", 0.5, 2), metric("loss", 0.9, 0)));
        store.logMetrics(run.id(), List.of(metric("loss", 0.7, 1)));

        assertThat(found(run).metric("loss")).hasValue(0.5);
    }

    @Test
    void showsTheLatestOfMetricsOfOneStep() {
        Run run = begin("btc", "a");

        store.logMetrics(
                run.id(), List.of(new Metric("loss", 1, START.plusNanos(1), 0), new Metric("loss", 2, START, 0)));

        assertThat(found(run).metric("loss")).hasValue(1);
    }

    @Test
    void showsTheMetricLoggedLastWhenStepAndTimeAreEqual() {
        Run run = begin("btc", "a");
        store.logMetrics(run.id(), List.of(metric("loss", 1, 0)));

        store.logMetrics(run.id(), List.of(metric("loss", 3, 0), metric("loss", 2, 0)));

        assertThat(found(run).metric("loss")).hasValue(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 4.9e-324, 0.1 + 0.2})
    void keepsAnyDoubleToTheBit(double value) {
        Run run = begin("btc", "a");

        store.logMetrics(run.id(), List.of(metric("m", value, 0)));

        assertThat(found(run).metrics()).containsEntry("m", value);
        assertThat(store.history(run.id(), "m")).containsExactly(metric("m", value, 0));
    }

    @Test
    void givesTheHistoryByStepThenTime() {
        Run run = begin("btc", "a");
        Metric late = new Metric("loss", 0.4, START.plusSeconds(1), 3);
        store.logMetrics(run.id(), List.of(late, metric("loss", 0.5, 3), metric("other", 9, 0)));
        store.logMetrics(run.id(), List.of(metric("loss", 0.9, -1), metric("loss", 0.7, 1)));

        assertThat(store.history(run.id(), "loss"))
                .containsExactly(metric("loss", 0.9, -1), metric("loss", 0.7, 1), metric("loss", 0.5, 3), late);
        assertThat(store.history(run.id(), "none")).isEmpty();
    }

    @Test
    void keepsAnIdenticalMetricOnce() {
        Run run = begin("btc", "a");

        store.logMetrics(run.id(), List.of(metric("loss", 0.5, 1), metric("loss", 0.5, 1)));
        store.logMetrics(run.id(), List.of(metric("loss", 0.5, 1)));

        assertThat(store.history(run.id(), "loss")).hasSize(1);
    }

    @Test
    void keepsALongHistoryThroughTheEndOfTheRun() {
        Run run = begin("btc", "a");
        for (int part = 0; part < 30; part++) {
            List<Metric> metrics = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                metrics.add(metric("loss", 1.0 / (part * 50 + i + 1), part * 50L + i));
                metrics.add(metric("auc", i, part * 50L + i));
            }
            store.logMetrics(run.id(), metrics);
        }
        store.setStatus(run.id(), RunStatus.FINISHED, START.plusSeconds(9));
        store.setStatus(run.id(), RunStatus.RUNNING, START);
        store.logMetrics(run.id(), List.of(metric("loss", 0, 1500)));

        List<Metric> history = store.history(run.id(), "loss");
        assertThat(history).hasSize(1501);
        assertThat(history.get(700)).isEqualTo(metric("loss", 1.0 / 701, 700));
        assertThat(found(run).metric("loss")).hasValue(0);
    }

    @Test
    void endsARunAndSetsItBack() {
        Run run = begin("btc", "a");

        store.setStatus(run.id(), RunStatus.INTERRUPTED, START.plusSeconds(5));
        assertThat(found(run).status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(found(run).ended()).contains(START.plusSeconds(5));

        store.setStatus(run.id(), RunStatus.RUNNING, START.plusSeconds(6));
        assertThat(found(run).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(found(run).ended()).isEmpty();
    }

    @Test
    void givesBackTheFilesOfARun() {
        Run run = begin("btc", "a");
        byte[] content = "result".getBytes(StandardCharsets.UTF_8);

        Artifact second = store.saveArtifact(run.id(), "model/xgboost.ubj", new byte[0]);
        Artifact first = store.saveArtifact(run.id(), "backtest/result.json", content);

        assertThat(first.size()).isEqualTo(6);
        assertThat(store.artifacts(run.id())).containsExactly(first, second);
        assertThat(store.loadArtifact(run.id(), "backtest/result.json").orThrow())
                .isEqualTo(content);
        assertThat(store.loadArtifact(run.id(), "model/xgboost.ubj").orThrow()).isEmpty();
    }

    @Test
    void replacesAFileOfARun() {
        Run run = begin("btc", "a");
        store.saveArtifact(run.id(), "a.txt", new byte[] {1});

        Artifact replaced = store.saveArtifact(run.id(), "a.txt", new byte[] {2, 3});

        assertThat(store.artifacts(run.id())).containsExactly(replaced);
        assertThat(store.loadArtifact(run.id(), "a.txt").orThrow()).isEqualTo(new byte[] {2, 3});
    }

    @Test
    void saysWhichFileIsMissing() {
        Run run = begin("btc", "a");

        assertThat(failure(store.loadArtifact(run.id(), "a.txt")).reason()).isEqualTo(Failure.Reason.MISSING_DATA);
        assertThat(failure(store.loadArtifact(run.id(), "a.txt")).sentence()).contains("a.txt");
        assertThat(failure(store.loadArtifact(UNKNOWN, "a.txt")).reason()).isEqualTo(Failure.Reason.MISSING_DATA);
    }

    @Test
    void neverGivesOutADamagedFile() {
        Run run = begin("btc", "a");
        Artifact artifact = store.saveArtifact(run.id(), "model.ubj", new byte[] {1, 2, 3, 4});

        damage(artifact);

        assertThat(failure(store.loadArtifact(run.id(), "model.ubj")).reason()).isEqualTo(Failure.Reason.INVALID);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "a\\b", ".", "a/./b", "a\u0000b"})
    void refusesAPathThatLeavesTheRun(String path) {
        Run run = begin("btc", "a");

        assertThatThrownBy(() -> store.saveArtifact(run.id(), path, new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.artifacts(run.id())).isEmpty();
    }

    private static Failure failure(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure();
    }
}
