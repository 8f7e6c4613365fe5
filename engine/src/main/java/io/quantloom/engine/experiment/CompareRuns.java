package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunComparison.Row;
import io.quantloom.engine.experiment.RunQuery.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts runs side by side, differences first. */
public final class CompareRuns {

    /** At most so many runs are compared at once. */
    public static final int MOST = 200;

    private final RunStore store;

    /** Takes where runs live. */
    public CompareRuns(RunStore store) {
        this.store = store;
    }

    /**
     * Compares the runs. INVALID for fewer than two, more than {@link #MOST} or one named twice; MISSING_DATA naming every
     * unknown one.
     */
    public Outcome<RunComparison> run(List<RunId> ids) {
        if (ids.size() < 2 || ids.size() > MOST || new HashSet<>(ids).size() < ids.size()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "2 to " + MOST + " different runs to compare",
                    ids.size()
                            + (ids.size() == 1 ? " run" : " runs")
                            + (new HashSet<>(ids).size() < ids.size() ? ", one of them twice" : ""),
                    "",
                    "choose other runs"));
        }
        var runs = new ArrayList<Run>();
        var unknown = new ArrayList<String>();
        for (RunId id : ids) {
            store.find(id).ifPresentOrElse(runs::add, () -> unknown.add(id.value()));
        }
        if (!unknown.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "stored runs",
                    "no run " + String.join(", ", unknown),
                    "",
                    "list them with runs search"));
        }
        return Outcome.success(new RunComparison(runs, rows(runs)));
    }

    private static List<Row> rows(List<Run> runs) {
        var rows = new ArrayList<Row>();
        rows.addAll(rows(Field.PARAM, runs, Run::params));
        rows.addAll(rows(Field.METRIC, runs, Run::metrics));
        rows.addAll(rows(Field.TAG, runs, Run::tags));
        // A stable sort: within differing and equal rows the order above stays.
        rows.sort(Comparator.comparing(row -> !row.differs()));
        return rows;
    }

    private static <V> List<Row> rows(Field field, List<Run> runs, Function<Run, SortedMap<String, V>> values) {
        var keys = new TreeSet<String>();
        runs.forEach(run -> keys.addAll(values.apply(run).keySet()));
        return keys.stream()
                .map(key -> row(field, key, runs.stream().map(values).toList()))
                .toList();
    }

    private static <V> Row row(Field field, String key, List<SortedMap<String, V>> columns) {
        List<Optional<String>> texts =
                columns.stream().map(column -> text(column, key)).toList();
        return new Row(field, key, texts, texts.stream().distinct().count() > 1);
    }

    private static <V> Optional<String> text(Map<String, V> column, String key) {
        return Optional.ofNullable(column.get(key)).map(String::valueOf);
    }
}
