package io.quantloom.engine.experiment;

import io.quantloom.engine.experiment.RunQuery.Field;
import java.util.List;
import java.util.Optional;

/**
 * Runs side by side. Immutable.
 *
 * @param runs the columns, in the order asked for
 * @param rows what differs first, then what is equal; within each params, metrics, tags, ascending by key
 */
public record RunComparison(List<Run> runs, List<Row> rows) {

    /** Copies the lists. */
    public RunComparison {
        runs = List.copyOf(runs);
        rows = List.copyOf(rows);
    }

    /**
     * One key over all runs.
     *
     * @param field PARAM, METRIC or TAG
     * @param key its name
     * @param values one for each run in their order, a metric as the shortest text that reads back to its double; empty
     *     where the run has none
     * @param differs whether not all runs have the same value; a run without one differs from a run with one
     */
    public record Row(Field field, String key, List<Optional<String>> values, boolean differs) {

        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }
    }
}
