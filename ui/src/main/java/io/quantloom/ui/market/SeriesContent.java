package io.quantloom.ui.market;

import io.quantloom.ui.chart.CandleChart;
import java.util.List;

/**
 * Everything the screen shows of one series. Immutable.
 *
 * @param chart for the candles
 * @param note beside the title
 * @param bars for the table
 * @param quality for the quality tab
 * @param facts for the facts panel
 * @param priceDigits decimals of prices in the table
 */
public record SeriesContent(
        CandleChart.Content chart,
        String note,
        BarRows bars,
        List<QualityRow> quality,
        List<Fact> facts,
        int priceDigits) {

    /** Copies the lists. */
    public SeriesContent {
        quality = List.copyOf(quality);
        facts = List.copyOf(facts);
    }
}
