package io.quantloom.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.RunComparison.Row;
import io.quantloom.engine.experiment.RunQuery.Field;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompareRunsTest {

    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private final RunStore store = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final CompareRuns compare = new CompareRuns(store);

    @Test
    void showsDifferencesFirstAndWithinThemParamsMetricsTags() {
        RunId first =
                run(Map.of("learner", "xgboost", "seed", "42"), Map.of("sharpe", 1.0, "auc", 0.5), Map.of("a", "x"));
        RunId second = run(Map.of("learner", "xgboost", "seed", "43"), Map.of("sharpe", 2.0, "auc", 0.5), Map.of());

        RunComparison comparison = compare.run(List.of(second, first)).orThrow();

        assertThat(comparison.runs()).extracting(Run::id).containsExactly(second, first);
        assertThat(comparison.rows())
                .containsExactly(
                        row(Field.PARAM, "seed", true, Optional.of("43"), Optional.of("42")),
                        row(Field.METRIC, "sharpe", true, Optional.of("2.0"), Optional.of("1.0")),
                        row(Field.TAG, "a", true, Optional.empty(), Optional.of("x")),
                        row(Field.PARAM, "learner", false, Optional.of("xgboost"), Optional.of("xgboost")),
                        row(Field.METRIC, "auc", false, Optional.of("0.5"), Optional.of("0.5")));
    }

    @Test
    void takesEqualNaNsAsEqual() {
        RunId first = run(Map.of(), Map.of("m", Double.NaN), Map.of());
        RunId second = run(Map.of(), Map.of("m", Double.NaN), Map.of());

        assertThat(compare.run(List.of(first, second)).orThrow().rows())
                .extracting(Row::differs)
                .containsExactly(false);
    }

    @Test
    void wantsTwoToTwoHundredDifferentRuns() {
        RunId run = run(Map.of(), Map.of(), Map.of());

        assertThat(reason(compare.run(List.of(run)))).isEqualTo(Failure.Reason.INVALID);
        assertThat(reason(compare.run(List.of(run, run)))).isEqualTo(Failure.Reason.INVALID);
        assertThat(reason(compare.run(Collections.nCopies(201, run)))).isEqualTo(Failure.Reason.INVALID);
    }

    @Test
    void namesEveryUnknownRun() {
        RunId run = run(Map.of(), Map.of(), Map.of());

        Outcome<RunComparison> outcome = compare.run(List.of(run, new RunId("beef"), new RunId("cafe")));

        assertThat(reason(outcome)).isEqualTo(Failure.Reason.MISSING_DATA);
        assertThat(((Outcome.Failed<?>) outcome).failure().sentence()).contains("no run beef, cafe");
    }

    @Test
    void sealsWhatADeadProcessLeftRunning() {
        RunId abandoned = run(Map.of(), Map.of(), Map.of());
        RunId finished = run(Map.of(), Map.of(), Map.of());
        store.setStatus(finished, RunStatus.FINISHED, AT);

        List<Run> sealed = new SealAbandonedRuns(store, InstantSource.fixed(AT.plusSeconds(9))).run();

        assertThat(sealed).extracting(Run::id).containsExactly(abandoned);
        Run after = store.find(abandoned).orElseThrow();
        assertThat(after.status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(after.ended()).contains(AT.plusSeconds(9));
        assertThat(store.find(finished).orElseThrow().status()).isEqualTo(RunStatus.FINISHED);
    }

    private RunId run(Map<String, String> params, Map<String, Double> metrics, Map<String, String> tags) {
        RunId id = store.begin(new RunDraft("e", "r", Optional.empty(), AT, params, tags))
                .id();
        store.logMetrics(
                id,
                metrics.entrySet().stream()
                        .map(metric -> new Metric(metric.getKey(), metric.getValue(), AT, 0))
                        .toList());
        return id;
    }

    private static Row row(Field field, String key, boolean differs, Optional<String> first, Optional<String> second) {
        return new Row(field, key, List.of(first, second), differs);
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).failure().reason();
    }
}
