package io.quantloom.engine.model.comparison;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.LibraryDefaults;
import io.quantloom.engine.model.TrainingSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Prints the processor time that the ten classifiers take to fit to 1,000 rows of 19 features (or to as many as the first
 * argument says) and to answer 5,000, the same for scikit-learn and xgboost in this run where {@code python3} has them,
 * and the ratio. A program, run by hand. Each figure is the best of some rounds, so that neither side pays for its
 * start.
 */
public final class PoolBenchmark {

    private static final int COLUMNS = 19;
    private static final int INFORMATIVE = 8;
    private static final int CLUSTERS = 8;
    private static final int UNSEEN = 5000;
    private static final int LARGE = 5000;
    /** scikit-learn 1.2.1 and xgboost 1.7.4 on another machine of two cores (performance.md). */
    private static final Map<Integer, Double> DOCUMENTED = Map.of(1000, 2.4, 20_000, 110.0);

    private PoolBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int train = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        int rounds = train < LARGE ? 5 : 1;
        TrainingSet rows = market(train + UNSEEN);
        Map<String, Double> ours = ours(rows, train, rounds);
        Map<String, Double> theirs = theirs(rows, train, rounds);
        System.out.printf(Locale.ROOT, "%-24s %10s %14s%n", "CPU seconds", "quantloom", "scikit-learn");
        for (Map.Entry<String, Double> learner : ours.entrySet()) {
            String other = theirs.containsKey(learner.getKey())
                    ? String.format(Locale.ROOT, "%.3f", theirs.get(learner.getKey()))
                    : "—";
            System.out.printf(Locale.ROOT, "%-24s %10.3f %14s%n", learner.getKey(), learner.getValue(), other);
        }
        double sum = sum(ours);
        if (!theirs.isEmpty()) {
            System.out.printf(
                    Locale.ROOT, "%-24s %10.3f %14.3f  ratio %.2f%n", "all ten", sum, sum(theirs), sum / sum(theirs));
        } else {
            System.out.printf(Locale.ROOT, "%-24s %10.3f%n", "all ten", sum);
            System.out.println("scikit-learn is not installed here (python3 with sklearn and xgboost): no ratio of this"
                    + " machine");
            if (DOCUMENTED.containsKey(train)) {
                double documented = DOCUMENTED.get(train);
                System.out.printf(
                        Locale.ROOT,
                        "documented on another machine: %.1f s, ratio %.2f%n",
                        documented,
                        sum / documented);
            }
        }
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> ours(TrainingSet rows, int train, int rounds) {
        var threads = ManagementFactory.getThreadMXBean();
        var best = new TreeMap<String, Double>();
        var ten = PoolLearners.all().stream()
                .filter(learner -> !learner.name().equals("logistic-regression"))
                .toList();
        for (int round = 0; round < rounds; round++) {
            for (LearnerScore score : new EvaluateLearners(threads::getCurrentThreadCpuTime)
                    .run(ten, rows, train, LibraryDefaults::of, new Seeds(42), JobContext.none())
                    .orThrow()) {
                if (score.evaluation().isEmpty()) {
                    throw new IllegalStateException(score.name() + ": " + score.problem());
                }
                best.merge(score.name(), score.fitCpuSeconds() + score.predictCpuSeconds(), Math::min);
            }
        }
        return best;
    }

    /** Runs pool_benchmark.py on the same rows; nothing where it does not run. */
    private static Map<String, Double> theirs(TrainingSet rows, int train, int rounds)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("quantloom-pool");
        Path data = folder.resolve("rows.csv");
        Path script = folder.resolve("pool_benchmark.py");
        try (var code = PoolBenchmark.class.getResourceAsStream("pool_benchmark.py")) {
            Files.write(script, code.readAllBytes());
            write(rows, data);
            Process python = new ProcessBuilder(
                            "python3",
                            script.toString(),
                            data.toString(),
                            Integer.toString(train),
                            Integer.toString(rounds))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var seconds = new TreeMap<String, Double>();
            try (var lines = python.inputReader(StandardCharsets.UTF_8)) {
                lines.lines()
                        .map(line -> line.split(" "))
                        .forEach(parts -> seconds.put(parts[0], Double.parseDouble(parts[1])));
            }
            return python.waitFor() == 0 ? seconds : Map.of();
        } catch (IOException e) {
            System.out.println("python3 does not start here: " + e.getMessage());
            return Map.of();
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(script);
            Files.delete(folder);
        }
    }

    private static void write(TrainingSet rows, Path file) throws IOException {
        try (var out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            for (int i = 0; i < rows.size(); i++) {
                List<String> cells = new ArrayList<>();
                for (double value : rows.rows()[i]) {
                    cells.add(Double.toString(value));
                }
                out.println(String.join(",", cells) + (rows.isPositive(i) ? ",1" : ",0"));
            }
        }
    }

    /** Clusters of both classes in eight features, mixtures of them in four more, noise in seven; 5 % wrong labels. */
    private static TrainingSet market(int size) {
        RandomGenerator random = new Seeds(7).random();
        double[][] centers = new double[CLUSTERS][INFORMATIVE];
        for (double[] center : centers) {
            for (int c = 0; c < INFORMATIVE; c++) {
                center[c] = random.nextBoolean() ? 0.8 : -0.8;
            }
        }
        double[][] rows = new double[size][COLUMNS];
        boolean[] positive = new boolean[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            positive[i] = random.nextDouble() < 0.3;
            double[] center = centers[random.nextInt(CLUSTERS / 2) * 2 + (positive[i] ? 1 : 0)];
            for (int c = 0; c < COLUMNS; c++) {
                rows[i][c] = c < INFORMATIVE
                        ? center[c] + random.nextGaussian()
                        : c < INFORMATIVE + 4
                                ? rows[i][c - INFORMATIVE] - rows[i][c - INFORMATIVE + 4]
                                : random.nextGaussian();
            }
            positive[i] ^= random.nextDouble() < 0.05;
            weights[i] = 1;
        }
        List<String> names = IntStream.range(0, COLUMNS).mapToObj(c -> "x" + c).toList();
        return TrainingSet.of(names, rows, positive, weights);
    }
}
