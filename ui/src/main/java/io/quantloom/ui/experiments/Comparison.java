package io.quantloom.ui.experiments;

import io.quantloom.ui.statistic.ComparedRow;
import java.util.List;

/**
 * Chosen runs side by side, one key a row. Immutable.
 *
 * @param columns the runs, in the order they were chosen
 * @param rows what differs first, then what is equal
 */
public record Comparison(List<RunSelection.Chosen> columns, List<ComparedRow> rows) {

    /** Copies the lists. */
    public Comparison {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** {@return what tells the names of the runs apart: without the words they all begin with} */
    public List<String> shortNames() {
        List<String> names = columns.stream().map(RunSelection.Chosen::name).toList();
        String common = names.stream().reduce(Comparison::commonStart).orElse("");
        int words = common.lastIndexOf(' ') + 1;
        return names.stream().map(name -> name.substring(words)).toList();
    }

    private static String commonStart(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return one.substring(0, end);
    }

    /** {@return the number of rows that differ} */
    public int differences() {
        return (int) rows.stream().filter(ComparedRow::differs).count();
    }
}
