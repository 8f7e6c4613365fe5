package io.quantloom.ui.statistic;

import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.ui.format.Formats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key over several runs, ready to show. Immutable.
 *
 * @param kind {@code param}, {@code metric} or {@code tag}
 * @param label for people
 * @param key as it stands in the store
 * @param values texts ready to show, one for each run
 * @param best which run has the best value; −1 when nobody can say
 * @param differs whether not all runs have the same
 */
public record ComparedRow(String kind, String label, String key, List<String> values, int best, boolean differs) {

    private static final String OWN_TAGS = "quantloom.";
    private static final int SHORT_HASH = 12;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    /** Copies the list. */
    public ComparedRow {
        values = List.copyOf(values);
    }

    /** Returns the row in words. */
    public static ComparedRow of(RunComparison.Row row) {
        boolean metric = row.field() == Field.METRIC;
        StatisticText statistic = StatisticText.of(row.key());
        List<String> texts = row.values().stream()
                .map(value -> value.map(text -> metric ? statistic.format(Double.parseDouble(text)) : shortened(text))
                        .orElse(Formats.ABSENT))
                .toList();
        String key = row.key();
        String label = metric
                ? statistic.label()
                : key.startsWith(OWN_TAGS) ? key.substring(OWN_TAGS.length()).replace('_', ' ') : key;
        return new ComparedRow(
                row.field().name().toLowerCase(Locale.ROOT),
                label,
                key,
                texts,
                metric && row.differs() ? best(statistic, row.values()) : -1,
                row.differs());
    }

    private static int best(StatisticText statistic, List<Optional<String>> values) {
        int best = -1;
        double top = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).map(Double::parseDouble).orElse(Double.NaN);
            if (!Double.isNaN(value) && (Double.isNaN(top) || statistic.compareGoodness(value, top) > 0)) {
                top = value;
                best = i;
            }
        }
        return statistic.better() == StatisticText.Better.NONE ? -1 : best;
    }

    private static String shortened(String text) {
        if (NUMBER.matcher(text).matches()) {
            // Parameters are stored as Java writes doubles: 5.0E-4 and 10000.0 are 0.0005 and 10000 to people.
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        return text.matches("[0-9a-f]{64}") ? text.substring(0, SHORT_HASH) : text;
    }
}
