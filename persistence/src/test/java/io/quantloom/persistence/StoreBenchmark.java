package io.quantloom.persistence;

import com.sun.management.OperatingSystemMXBean;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunQuery.Order;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStoreContract;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Prints what the store takes; a program, never a test. Argument: an empty folder. */
final class StoreBenchmark {

    private static final int BARS = 1_000_000;
    private static final int RUNS = 10_000;
    private static final int METRICS = 20;
    private static final int STEPS = 10;
    private static final int ROUNDS = 5;

    private static final OperatingSystemMXBean OS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static long lastCpu;

    private StoreBenchmark() {}

    /** Measures bars, then runs. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Ids ids = Ids.from(new Seeds(1).random());
        long opening = System.nanoTime();
        try (H2Workspace workspace =
                H2Workspace.open(folder, Instant::now, ids, "benchmark").orThrow()) {
            say("open a new workspace", opening);
            bars(workspace);
            say("file", Files.size(Database.file(folder)) / 1e6, "MB");
            runs(workspace);
            say("file", Files.size(Database.file(folder)) / 1e6, "MB");
        }
        say("file, closed", Files.size(Database.file(folder)) / 1e6, "MB");
        opening = System.nanoTime();
        H2Workspace.open(folder, Instant::now, ids, "benchmark").orThrow().close();
        say("open and close again", opening);
        say("file, closed again", Files.size(Database.file(folder)) / 1e6, "MB");
    }

    private static void bars(H2Workspace workspace) {
        SeriesKey key = new SeriesKey(new Symbol("BTC-USDT"), Timeframe.HOUR, "file");
        BarSeries walk = BarStoreContract.walk(key, BARS, 1);
        BarSeries rounded = rounded(walk);
        for (int round = 0; round < ROUNDS; round++) {
            for (BarSeries bars : List.of(walk, rounded)) {
                String what = bars == walk ? "1M random bars" : "1M bars of cents";
                long start = System.nanoTime();
                workspace.bars().save(BarStoreContract.instrument(key.symbol()), bars);
                say("write " + what, start);
                start = System.nanoTime();
                BarSeries found = workspace.bars().load(key).orElseThrow();
                say("read " + what, start);
                if (found.close(BARS - 1) != bars.close(BARS - 1)) {
                    throw new IllegalStateException("other bars");
                }
            }
        }
    }

    private static BarSeries rounded(BarSeries bars) {
        double[][] columns = {bars.opens(), bars.highs(), bars.lows(), bars.closes(), bars.volumes()};
        for (double[] column : columns) {
            for (int i = 0; i < column.length; i++) {
                column[i] = Double.isNaN(column[i]) ? 0 : Math.ceil(column[i] * 100) / 100;
            }
        }
        return BarSeries.ofColumns(
                bars.key(), bars.openTimes(), columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static void runs(H2Workspace workspace) {
        RandomGenerator random = new Seeds(2).random();
        Map<String, String> params = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            params.put("param_" + i, Integer.toString(i));
        }
        long start = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            Instant now = Instant.ofEpochSecond(1_700_000_000L + i);
            Run run = workspace
                    .runs()
                    .begin(new RunDraft("bench", "run " + i, Optional.empty(), now, params, Map.of("kind", "trial")));
            List<Metric> metrics = new ArrayList<>();
            for (int metric = 0; metric < METRICS; metric++) {
                for (int step = 0; step < STEPS; step++) {
                    metrics.add(new Metric("metric_" + metric, random.nextGaussian(), now, step));
                }
            }
            workspace.runs().logMetrics(run.id(), metrics);
        }
        say(RUNS + " runs × " + METRICS + " metrics × " + STEPS + " steps, two commits each", start);
        RunQuery best = new RunQuery(
                List.of("bench"),
                List.of(),
                Optional.empty(),
                Optional.of(new Order(Field.METRIC, "metric_3", true)),
                100);
        RunQuery filtered = new RunQuery(
                List.of("bench"),
                List.of(
                        new Condition(Field.METRIC, "metric_3", Comparison.GREATER, "0"),
                        new Condition(Field.PARAM, "param_7", Comparison.EQUAL, "7")),
                Optional.empty(),
                Optional.empty(),
                100_000);
        for (int round = 0; round < ROUNDS; round++) {
            start = System.nanoTime();
            workspace.runs().search(best);
            say("best 100 of " + RUNS + " by a metric", start);
            start = System.nanoTime();
            int found = workspace.runs().search(filtered).size();
            say("filter " + RUNS + " runs by a metric and a param: " + found, start);
            start = System.nanoTime();
            workspace.runs().search(RunQuery.of("bench"));
            say("all " + RUNS + " runs", start);
        }
    }

    private static void say(String what, long start) {
        long cpu = OS.getProcessCpuTime();
        say(
                what,
                (System.nanoTime() - start) / 1e6,
                "ms, CPU since the last line " + (cpu - lastCpu) / 1_000_000 + " ms");
        lastCpu = OS.getProcessCpuTime();
    }

    private static void say(String what, double number, String unit) {
        System.out.printf(Locale.ROOT, "%-60s %10.1f %s%n", what, number, unit);
    }
}
