package io.quantloom.engine.indicator.ta4j;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog.Entry;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.Num;

/**
 * Indicators of ta4j over whole series, those that are computed from bars alone or from one other indicator, which is the
 * close then. Some microseconds a bar: slow beside TA-Lib.
 */
public final class Ta4jIndicators {

    /** The library and its version, for fingerprints. */
    public static final String LIBRARY = "ta4j 0.22.2";

    private static final String CONSTANT = "ConstantIndicator";

    private Ta4jIndicators() {}

    /** {@return the names, in an order for people} */
    public static List<String> names() {
        return IndicatorCatalog.entries().entrySet().stream()
                .filter(entry -> entry.getValue().inputs() <= 1)
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(CONSTANT))
                .toList();
    }

    /**
     * {@return what the indicator takes}
     *
     * @throws IllegalArgumentException if there is no such indicator
     */
    public static List<Parameter> parameters(String name) {
        return entry(name).parameters();
    }

    /**
     * Returns the indicator's value at every bar, from bars up to it; NaN while it is undefined. The bits of a value do not
     * depend on later bars.
     *
     * @throws IllegalArgumentException if there is no such indicator or a number is not one of its own
     */
    public static double[] compute(String name, SortedMap<String, Double> numbers, BarSeries bars) {
        Entry entry = entry(name);
        var series = new Ta4jSeries();
        List<Indicator<Num>> inputs = entry.inputs() == 0 ? List.of() : List.of(new ClosePriceIndicator(series.bars()));
        Indicator<Num> indicator =
                entry.maker().make(series.bars(), inputs, Numbers.checked(name, numbers, entry.parameters()));
        double[] values = new double[bars.size()];
        Arrays.fill(values, Double.NaN);
        int from = indicator.getCountOfUnstableBars();
        for (int t = 0; t < values.length; t++) {
            series.append(bars.bar(t));
            if (t >= from) {
                // Asked at its own bar, before the next one is there.
                double value = indicator.getValue(t).doubleValue();
                values[t] = Double.isFinite(value) ? value : Double.NaN;
            }
        }
        return values;
    }

    private static Entry entry(String name) {
        Entry entry = IndicatorCatalog.entries().get(name);
        if (entry == null || !names().contains(name)) {
            throw new IllegalArgumentException("no indicator " + name + " among " + names());
        }
        return entry;
    }
}
