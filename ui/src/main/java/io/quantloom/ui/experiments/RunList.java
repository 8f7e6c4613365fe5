package io.quantloom.ui.experiments;

import io.quantloom.ui.experiments.RunColumn.Kind;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.statistic.StatisticText.Better;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The runs that were found, and what can be said of all of them. Immutable.
 */
public final class RunList {

    private static final List<String> FIRST_METRICS =
            List.of("sharpe_ratio", "total_return", "max_drawdown", "trades", "auc", "objective");
    private static final int FIRST_COLUMNS = 4;

    private final List<RunRow> rows;
    private final int total;
    private final List<String> experiments;
    private final List<String> kinds;
    private final List<RunColumn> columns;
    private final Map<String, DoubleSummaryStatistics> ranges = new HashMap<>();

    /**
     * Takes what was found.
     *
     * @param rows the runs that the filter lets through, newest first
     * @param all every run of the experiment
     * @param experiments names of all experiments
     */
    RunList(List<RunRow> rows, List<RunRow> all, List<String> experiments) {
        this.rows = List.copyOf(rows);
        this.total = all.size();
        this.experiments = List.copyOf(experiments);
        this.kinds = all.stream()
                .map(RunRow::kind)
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .sorted()
                .toList();
        this.columns = columns(all);
        for (RunRow row : this.rows) {
            row.metrics().forEach((key, value) -> {
                if (Double.isFinite(value)) {
                    ranges.computeIfAbsent(key, _ -> new DoubleSummaryStatistics())
                            .accept(value);
                }
            });
        }
    }

    private static List<RunColumn> columns(List<RunRow> all) {
        var metrics = new TreeSet<String>();
        var params = new TreeSet<String>();
        all.forEach(row -> {
            metrics.addAll(row.metrics().keySet());
            params.addAll(row.params().keySet());
        });
        var columns = new ArrayList<RunColumn>();
        metrics.forEach(key -> columns.add(new RunColumn(Kind.METRIC, key)));
        params.forEach(key -> columns.add(new RunColumn(Kind.PARAM, key)));
        return List.copyOf(columns);
    }

    /** {@return the runs that the filter lets through, newest first} */
    public List<RunRow> rows() {
        return rows;
    }

    /** {@return how many runs there are without a filter} */
    public int total() {
        return total;
    }

    /** {@return names of all experiments} */
    public List<String> experiments() {
        return experiments;
    }

    /** {@return kinds that occur} */
    public List<String> kinds() {
        return kinds;
    }

    /** {@return metrics and params that at least one run has} */
    public List<RunColumn> columns() {
        return columns;
    }

    /** {@return the columns to begin with: the metrics people ask for first, as far as any run has them} */
    List<RunColumn> firstColumns() {
        return FIRST_METRICS.stream()
                .map(key -> new RunColumn(Kind.METRIC, key))
                .filter(columns::contains)
                .limit(FIRST_COLUMNS)
                .toList();
    }

    /** {@return the runs to compare to begin with: the newest that ended well and have a result} */
    List<RunRow> firstChoice(int most) {
        return rows.stream()
                .filter(row ->
                        row.status() == RunRow.Status.FINISHED && row.metrics().containsKey("sharpe_ratio"))
                .filter(row -> !row.kind().equals("trial"))
                .limit(most)
                .toList();
    }

    /** {@return how good the run's value is among those shown: 0 the worst, 1 the best; NaN without a value} */
    public double share(RunRow row, String key) {
        DoubleSummaryStatistics range = ranges.get(key);
        double value = row.metric(key);
        if (range == null || !Double.isFinite(value)) {
            return Double.NaN;
        }
        double span = range.getMax() - range.getMin();
        double share = span == 0 ? 1 : (value - range.getMin()) / span;
        return StatisticText.of(key).better() == Better.LOWER && span > 0 ? 1 - share : share;
    }

    /** {@return whether no other run shown has a better value} */
    public boolean isBest(RunRow row, String key) {
        return StatisticText.of(key).better() != Better.NONE && rows.size() > 1 && share(row, key) == 1;
    }
}
