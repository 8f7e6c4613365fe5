package io.quantloom.engine.dataset.feature;

import io.quantloom.engine.market.SeriesKey;
import java.util.Collections;
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
    public BlockStream stream(SeriesKey series) {
        var closes = new LastValues(Collections.max(bars) + 1);
        return (bar, _) -> {
            closes.add(bar.close());
            double[] row = undefinedRow();
            for (int c = 0; c < row.length; c++) {
                int k = bars.get(c);
                if (closes.taken() > k) {
                    double ratio = bar.close() / closes.ago(k);
                    row[c] = log ? Math.log(ratio) : ratio - 1;
                }
            }
            return row;
        };
    }
}
