package io.quantloom.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunQuery.Order;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link RunStore} finds, and in which order. */
public abstract class RunSearchContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private RunStore store;

    /** {@return a store without content} */
    protected abstract RunStore create();

    /** Writes seven runs; the time between two is a second, {@code g} began with {@code f}. */
    @BeforeEach
    final void writeRuns() {
        store = create();
        run("a", 0, "btc", Map.of("depth", "3"), Map.of("kind", "trial"), 1.5);
        run("b", 1, "btc", Map.of("depth", "10"), Map.of("kind", "trial"), -2);
        run("c", 2, "btc", Map.of(), Map.of("kind", "Trial"), Double.NaN);
        run("d", 3, "ada", Map.of("depth", "2"), Map.of(), 3);
        run("e", 4, "ada", Map.of("depth", "50%_x"), Map.of("kind", "backtest"));
        run("f", 5, "eth", Map.of("note", "line\nbreak"), Map.of("kind", ""), Double.POSITIVE_INFINITY);
        run("g", 5, "eth", Map.of(), Map.of(), 0);
        Run ended = only("d");
        store.setStatus(ended.id(), RunStatus.FINISHED, START.plusSeconds(60));
    }

    private void run(
            String name,
            int second,
            String experiment,
            Map<String, String> params,
            Map<String, String> tags,
            double... sharpe) {
        Run run =
                store.begin(new RunDraft(experiment, name, Optional.empty(), START.plusSeconds(second), params, tags));
        store.logMetrics(
                run.id(),
                Arrays.stream(sharpe)
                        .mapToObj(value -> new Metric("sharpe_ratio", value, START, 0))
                        .toList());
    }

    private Run only(String name) {
        return store.search(where(new Condition(Field.ATTRIBUTE, "run_name", Comparison.EQUAL, name)))
                .getFirst();
    }

    private static RunQuery where(Condition... conditions) {
        return new RunQuery(List.of(), List.of(conditions), Optional.empty(), Optional.empty(), 100);
    }

    private static RunQuery by(Field field, String key, boolean descending) {
        return new RunQuery(
                List.of(), List.of(), Optional.empty(), Optional.of(new Order(field, key, descending)), 100);
    }

    private String names(RunQuery query) {
        return String.join("", store.search(query).stream().map(Run::name).toList());
    }

    private static Condition metric(Comparison comparison, String value) {
        return new Condition(Field.METRIC, "sharpe_ratio", comparison, value);
    }

    @Test
    void givesTheNewestFirst() {
        assertThat(names(RunQuery.of())).isEqualTo("gfedcba");
    }

    @Test
    void givesWholeRuns() {
        assertThat(store.search(RunQuery.of()))
                .allSatisfy(run -> assertThat(store.find(run.id())).contains(run));
    }

    @Test
    void asksForExperimentsByName() {
        assertThat(names(RunQuery.of("btc"))).isEqualTo("cba");
        assertThat(names(RunQuery.of("ada", "eth", "unknown"))).isEqualTo("gfed");
        assertThat(names(RunQuery.of("unknown"))).isEmpty();
    }

    @Test
    void givesAtMostTheLimit() {
        RunQuery two = new RunQuery(List.of(), List.of(), Optional.empty(), Optional.empty(), 2);

        assertThat(names(two)).isEqualTo("gf");
    }

    @ParameterizedTest(name = "sharpe_ratio {0} {1}")
    @CsvSource({
        "GREATER, 1.5, fd",
        "GREATER_OR_EQUAL, 1.5, fda",
        "LESS, 0, b",
        "LESS_OR_EQUAL, -0.0, gb",
        "EQUAL, 3, d",
        "EQUAL, -0, g",
        "NOT_EQUAL, 3, gfba",
        "GREATER, 1e308, f",
        "LESS, Infinity, gdba",
        "EQUAL, NaN, ''",
    })
    void comparesNumbersAndLeavesOutMissingOnesAndNan(Comparison comparison, String value, String expected) {
        assertThat(names(where(metric(comparison, value)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "depth {0} {1}")
    @CsvSource({
        "EQUAL, 3, a",
        "NOT_EQUAL, 3, edb",
        "LIKE, 3, a",
        "LIKE, %, edba",
        "LIKE, _, da",
        "LIKE, %0, b",
        "LIKE, 5%, e",
        "LIKE, 50_%x, e",
        "LIKE, '', ''",
        "GREATER, 2, ea",
        "LESS_OR_EQUAL, 2, db",
    })
    void comparesTextsAsTexts(Comparison comparison, String value, String expected) {
        assertThat(names(where(new Condition(Field.PARAM, "depth", comparison, value))))
                .isEqualTo(expected);
    }

    @Test
    void comparesTagsWithCaseAndEmptyOnesAsTexts() {
        assertThat(names(where(new Condition(Field.TAG, "kind", Comparison.EQUAL, "trial"))))
                .isEqualTo("ba");
        assertThat(names(where(new Condition(Field.TAG, "kind", Comparison.LIKE, "%rial"))))
                .isEqualTo("cba");
        assertThat(names(where(new Condition(Field.TAG, "kind", Comparison.EQUAL, ""))))
                .isEqualTo("f");
        assertThat(names(where(new Condition(Field.TAG, "kind", Comparison.NOT_EQUAL, "trial"))))
                .isEqualTo("fec");
    }

    @Test
    void aBackslashIsAnOrdinaryCharacterAndLinesMatch() {
        store.setTags(only("a").id(), Map.of("path", "c:\\_x"));

        assertThat(names(where(new Condition(Field.TAG, "path", Comparison.LIKE, "c:\\__"))))
                .isEqualTo("a");
        assertThat(names(where(new Condition(Field.PARAM, "note", Comparison.LIKE, "line%break"))))
                .isEqualTo("f");
    }

    @Test
    void comparesAttributes() {
        assertThat(names(where(new Condition(Field.ATTRIBUTE, "status", Comparison.EQUAL, "FINISHED"))))
                .isEqualTo("d");
        assertThat(names(where(new Condition(Field.ATTRIBUTE, "run_name", Comparison.GREATER, "e"))))
                .isEqualTo("gf");
        assertThat(names(where(new Condition(
                        Field.ATTRIBUTE,
                        "run_id",
                        Comparison.EQUAL,
                        only("b").id().value()))))
                .isEqualTo("b");
        String third = Long.toString(START.plusSeconds(2).toEpochMilli());
        assertThat(names(where(new Condition(Field.ATTRIBUTE, "start_time", Comparison.LESS_OR_EQUAL, third))))
                .isEqualTo("cba");
    }

    @Test
    void allConditionsMustHold() {
        assertThat(names(where(
                        metric(Comparison.GREATER, "-5"),
                        metric(Comparison.LESS, "3"),
                        new Condition(Field.TAG, "kind", Comparison.EQUAL, "trial"),
                        new Condition(Field.PARAM, "depth", Comparison.EQUAL, "10"))))
                .isEqualTo("b");
    }

    @Test
    void quotesInTextsAreTexts() {
        assertThat(names(where(new Condition(Field.TAG, "x' or '1'='1", Comparison.EQUAL, "' or 1=1 --"))))
                .isEmpty();
    }

    @Test
    void refusesConditionsThatMakeNoSense() {
        assertThatThrownBy(() -> store.search(where(metric(Comparison.EQUAL, "many"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.search(where(metric(Comparison.LIKE, "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.search(where(new Condition(Field.ATTRIBUTE, "size", Comparison.EQUAL, "1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        store.search(where(new Condition(Field.ATTRIBUTE, "start_time", Comparison.LESS, "yesterday"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.search(by(Field.ATTRIBUTE, "size", false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> store.search(new RunQuery(List.of(), List.of(), Optional.empty(), Optional.empty(), 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sortsByAMetricWithNanAndMissingValuesLast() {
        assertThat(names(by(Field.METRIC, "sharpe_ratio", true))).isEqualTo("fdagbec");
        assertThat(names(by(Field.METRIC, "sharpe_ratio", false))).isEqualTo("bgadfec");
        assertThat(names(by(Field.METRIC, "unknown", true))).isEqualTo("gfedcba");
    }

    @Test
    void sortsByTextsWithMissingOnesLast() {
        assertThat(names(by(Field.PARAM, "depth", false))).isEqualTo("bdaegfc");
        assertThat(names(by(Field.PARAM, "depth", true))).isEqualTo("eadbgfc");
        assertThat(names(by(Field.TAG, "kind", false))).isEqualTo("fcebagd");
    }

    @Test
    void sortsByAttributes() {
        assertThat(names(by(Field.ATTRIBUTE, "start_time", false))).isEqualTo("abcdegf");
        assertThat(names(by(Field.ATTRIBUTE, "run_name", false))).isEqualTo("abcdefg");
        assertThat(names(by(Field.ATTRIBUTE, "status", false))).isEqualTo("dgfecba");
    }

    @Test
    void limitsAfterSorting() {
        RunQuery best = new RunQuery(
                List.of("btc", "ada"),
                List.of(metric(Comparison.LESS, "100")),
                Optional.empty(),
                Optional.of(new Order(Field.METRIC, "sharpe_ratio", true)),
                2);

        assertThat(names(best)).isEqualTo("da");
    }

    @Test
    void findsTheRunsNestedInOne() {
        Run parent = only("a");
        for (int i = 0; i < 3; i++) {
            store.begin(new RunDraft(
                    "btc", "child " + i, Optional.of(parent.id()), START.plusSeconds(i), Map.of(), Map.of()));
        }

        assertThat(store.search(RunQuery.childrenOf(parent.id())))
                .extracting(Run::name)
                .containsExactly("child 2", "child 1", "child 0");
        assertThat(store.search(RunQuery.childrenOf(only("b").id()))).isEmpty();
    }

    @Test
    void followsAMetricThatChanges() {
        store.logMetrics(only("b").id(), List.of(new Metric("sharpe_ratio", 99, START, 1)));
        store.logMetrics(only("d").id(), List.of(new Metric("sharpe_ratio", Double.NaN, START, 1)));

        assertThat(names(by(Field.METRIC, "sharpe_ratio", true))).isEqualTo("fbagedc");
        assertThat(names(where(metric(Comparison.EQUAL, "-2")))).isEmpty();
    }
}
