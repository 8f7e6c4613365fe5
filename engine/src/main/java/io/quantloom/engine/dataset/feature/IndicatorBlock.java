package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.indicator.stream.IndicatorStream;
import io.quantloom.engine.indicator.ta4j.Ta4jIndicators;
import io.quantloom.engine.indicator.talib.TalibCatalog;
import io.quantloom.engine.indicator.talib.TalibIndicators;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * An indicator of TA-Lib or ta4j.
 *
 * @param library whose
 * @param name the library's
 * @param numbers its parameters
 * @param outputs which of its columns, by name; one empty name where it has one alone
 * @param relative whether values are divided by the close of their bar
 */
record IndicatorBlock(
        Library library, String name, SortedMap<String, Double> numbers, List<String> outputs, boolean relative)
        implements FeatureBlock {

    /** Who computes it. */
    enum Library {
        /** TA-Lib, on arrays. */
        TALIB,
        /** ta4j, bar by bar. */
        TA4J
    }

    @Override
    public List<String> columns() {
        String stem = name
                + numbers.values().stream().map(value -> "_" + plain(value)).collect(Collectors.joining())
                + (relative ? "_relative" : "");
        return outputs.stream()
                .map(output -> output.isEmpty() ? stem : stem + "_" + output)
                .toList();
    }

    @Override
    public String text() {
        return (library == Library.TALIB ? TalibIndicators.LIBRARY : Ta4jIndicators.LIBRARY) + " " + name
                + numbers.entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=" + plain(entry.getValue()))
                        .collect(Collectors.joining())
                + " outputs=" + String.join(",", outputs) + " relative=" + relative;
    }

    @Override
    public double[][] compute(MarketView view) {
        BarSeries bars = view.bars();
        double[][] all = library == Library.TALIB
                ? TalibCatalog.compute(name, numbers, bars)
                : new double[][] {Ta4jIndicators.compute(name, numbers, bars)};
        int[] places = places();
        double[][] columns = new double[places.length][bars.size()];
        for (int c = 0; c < columns.length; c++) {
            for (int t = 0; t < bars.size(); t++) {
                columns[c][t] = feature(all[places[c]][t], bars.close(t));
            }
        }
        return columns;
    }

    @Override
    public BlockStream stream(SeriesKey series) {
        IndicatorStream stream =
                library == Library.TALIB ? TalibCatalog.stream(name, numbers) : Ta4jIndicators.stream(name, numbers);
        int[] places = places();
        return (bar, _) -> {
            double[] all = stream.next(bar);
            double[] row = new double[places.length];
            for (int c = 0; c < row.length; c++) {
                row[c] = feature(all[places[c]], bar.close());
            }
            return row;
        };
    }

    /** {@return where the outputs stand among all of the indicator's} */
    private int[] places() {
        List<String> names = library == Library.TALIB ? TalibCatalog.outputs(name) : List.of("");
        return outputs.stream().mapToInt(names::indexOf).toArray();
    }

    private double feature(double value, double close) {
        double feature = relative ? value / close : value;
        return Double.isFinite(feature) ? feature : Double.NaN;
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? String.valueOf((long) value) : "" + value;
    }
}
