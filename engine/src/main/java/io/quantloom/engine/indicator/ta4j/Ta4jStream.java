package io.quantloom.engine.indicator.ta4j;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog.Entry;
import io.quantloom.engine.market.Bar;
import java.util.List;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

/**
 * One of ta4j's indicators on a series that grows: each is asked at its own bar, before the next one is there, and goes on
 * from the values that it keeps.
 */
final class Ta4jStream {

    private final Ta4jSeries series = new Ta4jSeries();
    private final Indicator<Num> indicator;

    Ta4jStream(Entry entry, Numbers numbers) {
        List<Indicator<Num>> inputs = entry.inputs() == 0 ? List.of() : List.of(new ClosePriceIndicator(series.bars()));
        indicator = entry.maker().make(series.bars(), inputs, numbers);
    }

    double next(Bar bar) {
        int t = series.append(bar);
        if (t < indicator.getCountOfUnstableBars()) {
            return Double.NaN;
        }
        double value = indicator.getValue(t).doubleValue();
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
