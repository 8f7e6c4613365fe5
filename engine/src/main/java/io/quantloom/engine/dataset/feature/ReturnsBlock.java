package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Returns of the close over some bars: {@code C[t]/C[t−k] − 1}, or its logarithm {@code ln(C[t]/C[t−k])}; first at k.
 *
 * @param bars each k, above zero
 * @param log whether logarithmic
 */
record ReturnsBlock(List<Integer> bars, boolean log) implements FeatureBlock {

    @Override
    public List<String> columns() {
        return bars.stream().map(k -> (log ? "log_return_" : "return_") + k).toList();
    }

    @Override
    public String text() {
        return "returns kind=" + (log ? "log" : "simple") + " bars="
                + bars.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public double[][] compute(MarketView view) {
        BarSeries series = view.bars();
        double[][] columns = undefined(series.size());
        for (int c = 0; c < columns.length; c++) {
            int k = bars.get(c);
            for (int t = k; t < series.size(); t++) {
                double ratio = series.close(t) / series.close(t - k);
                columns[c][t] = log ? Math.log(ratio) : ratio - 1;
            }
        }
        return columns;
    }
}
