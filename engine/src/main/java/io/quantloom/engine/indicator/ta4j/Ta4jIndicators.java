package io.quantloom.engine.indicator.ta4j;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.stream.IndicatorStream;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog.Entry;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
        var stream = make(name, numbers);
        double[] values = new double[bars.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = stream.next(bars.bar(t));
        }
        return values;
    }

    /**
     * Returns the indicator without bars, to be fed bar by bar: the values of {@link #compute}, some microseconds a bar
     * however many went before. {@code ParabolicSarIndicator} alone goes through the whole history at each bar, O(n), 0.7 ms
     * after 8,000: ta4j keeps none of its state. TA-Lib's {@code SAR} does not.
     *
     * @throws IllegalArgumentException if there is no such indicator or a number is not one of its own
     */
    public static IndicatorStream stream(String name, SortedMap<String, Double> numbers) {
        var stream = make(name, numbers);
        return bar -> new double[] {stream.next(bar)};
    }

    private static Ta4jStream make(String name, SortedMap<String, Double> numbers) {
        Entry entry = entry(name);
        return new Ta4jStream(entry, Numbers.checked(name, numbers, entry.parameters()));
    }

    private static Entry entry(String name) {
        Entry entry = IndicatorCatalog.entries().get(name);
        if (entry == null || !names().contains(name)) {
            throw new IllegalArgumentException("no indicator " + name + " among " + names());
        }
        return entry;
    }
}
