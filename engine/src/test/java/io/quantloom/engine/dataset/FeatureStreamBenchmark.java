package io.quantloom.engine.dataset;

import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.Ta4jIndicators;
import io.quantloom.engine.indicator.talib.TalibCatalog;
import io.quantloom.engine.market.BarSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints what a bar costs live, for sets of a workspace on 10,000 and on 100,000 bars: the same figure for both says that
 * history costs nothing. Beside it what computing the whole history again would cost at the last bar. A program, run by
 * hand.
 */
public final class FeatureStreamBenchmark {

    private static final int[] SIZES = {10_000, 100_000};

    private FeatureStreamBenchmark() {}

    public static void main(String[] args) {
        System.out.printf(
                "%-34s %8s %14s %14s %20s%n", "set", "columns", "10k bars/s", "100k bars/s", "again, bars/s at 100k");
        sets().forEach(FeatureStreamBenchmark::print);
    }

    private static void print(String name, String columns) {
        FeatureSet set = new FeatureReader(FeatureSets.builtIn().all(), FeatureInputs.none())
                .read(name, "{name: bench, version: 1, columns: [" + columns + "]}")
                .orThrow();
        List<Double> speeds = new ArrayList<>();
        for (int size : SIZES) {
            BarSeries bars = GeneratedBars.walk(1, size);
            double seconds = Math.min(seconds(set, bars), seconds(set, bars));
            speeds.add(size / seconds);
        }
        BarSeries bars = GeneratedBars.walk(1, SIZES[SIZES.length - 1]);
        long start = System.nanoTime();
        set.compute(bars);
        double again = 1e9 / (System.nanoTime() - start);
        System.out.printf(
                "%-34s %8d %,14.0f %,14.0f %,20.1f%n", name, set.columns().size(), speeds.get(0), speeds.get(1), again);
    }

    private static double seconds(FeatureSet set, BarSeries bars) {
        FeatureStream stream = set.stream(bars.key());
        long start = System.nanoTime();
        for (int t = 0; t < bars.size(); t++) {
            stream.next(bars.bar(t));
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static Map<String, String> sets() {
        Map<String, String> sets = new LinkedHashMap<>();
        sets.put(
                "mixed (the sample of the tests)",
                "{block: alpha19, columns: [7_day_RSI, PPO]}, {block: returns, bars: [1, 24]}, {block: volatility,"
                        + " kind: parkinson, window: 12}, {talib: SMA, period: 200, relative: true}, {talib: MACD},"
                        + " {talib: RSI, period: 5, timeframe: 4h}, {talib: ATR, period: 3, timeframe: 1d}, {ta4j:"
                        + " KAMAIndicator}");
        sets.put("returns", "{block: returns, bars: [1, 3, 12, 24, 168]}");
        sets.put("volatility, 3 kinds", volatility());
        sets.put("regime", "{block: regime}");
        sets.put("live4", "{block: live4}");
        sets.put("alpha19 on 4h", "{block: alpha19, timeframe: 4h}");
        sets.put(
                "every indicator of TA-Lib",
                TalibCatalog.entries().keySet().stream()
                        .map(name -> "{talib: " + name + "}")
                        .collect(Collectors.joining(", ")));
        sets.put(
                "ta4j without its parabolic SAR",
                Ta4jIndicators.names().stream()
                        .filter(name -> !name.equals("ParabolicSarIndicator"))
                        .map(name -> "{ta4j: " + name + needed(Ta4jIndicators.parameters(name)) + "}")
                        .collect(Collectors.joining(", ")));
        return sets;
    }

    private static String volatility() {
        return List.of("ewm", "realized", "parkinson").stream()
                .map(kind -> "{block: volatility, window: 100, kind: " + kind + "}")
                .collect(Collectors.joining(", "));
    }

    private static String needed(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.standard().isEmpty())
                .map(parameter -> ", " + parameter.name() + ": 5")
                .collect(Collectors.joining());
    }
}
