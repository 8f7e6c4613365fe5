package io.quantloom.engine.dataset.check;

import static io.quantloom.engine.dataset.check.LeakyFormulas.OTHER;
import static io.quantloom.engine.dataset.check.LeakyFormulas.at;
import static io.quantloom.engine.dataset.check.LeakyFormulas.change;
import static io.quantloom.engine.dataset.check.LeakyFormulas.detrended;
import static io.quantloom.engine.dataset.check.LeakyFormulas.filled;
import static io.quantloom.engine.dataset.check.LeakyFormulas.fromTheEnd;
import static io.quantloom.engine.dataset.check.LeakyFormulas.fromTheStart;
import static io.quantloom.engine.dataset.check.LeakyFormulas.funding;
import static io.quantloom.engine.dataset.check.LeakyFormulas.interpolated;
import static io.quantloom.engine.dataset.check.LeakyFormulas.longer;
import static io.quantloom.engine.dataset.check.LeakyFormulas.mean;
import static io.quantloom.engine.dataset.check.LeakyFormulas.other;
import static io.quantloom.engine.dataset.check.LeakyFormulas.peak;
import static io.quantloom.engine.dataset.check.LeakyFormulas.ranked;
import static io.quantloom.engine.dataset.check.LeakyFormulas.scaled;
import static io.quantloom.engine.dataset.check.LeakyFormulas.smoothed;
import static io.quantloom.engine.dataset.check.LeakyFormulas.smoothedBack;
import static io.quantloom.engine.dataset.check.LeakyFormulas.standardized;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.dataset.Dataset;
import io.quantloom.engine.dataset.FeatureMatrix;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureStream;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.dataset.check.SplitCheck.Embargo;
import io.quantloom.engine.dataset.label.Direction;
import io.quantloom.engine.dataset.label.ForwardReturn;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.Resampling;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that people make, each beside the same thing done right: every one is caught, and no clean twin is. The issue
 * asks for 20; {@link #thereAreAtLeastTwenty} counts them.
 */
class PlantedLeaksTest {

    private static final int SIZE = 300;
    private static final MarketView VIEW = view();

    /** A mistake and the same without it. */
    record Planted(String name, Optional<Leak> leaking, Optional<Leak> clean) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Planted> all() {
        return Stream.of(features(), streams(), labels(), transformations(), splits(), labelsAmongFeatures())
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theLeakIsCaughtAndItsCleanTwinIsNot(Planted planted) {
        assertThat(planted.leaking()).as("leak").isPresent();
        assertThat(planted.clean()).as("clean twin").isEmpty();
    }

    @Test
    void thereAreAtLeastTwenty() {
        assertThat(all().map(Planted::name).distinct().count()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aLeakNamesColumnBarAndBothValues() {
        Leak leak = find(column("next close", view -> at(view.bars().closes(), 1)), 10)
                .orElseThrow();

        assertThat(leak.column()).isEqualTo("next close");
        assertThat(leak.sentence()).startsWith("next close at ").contains(leak.expected() + " and " + leak.found());
        double[] closes = VIEW.bars().closes();
        assertThat(leak.check()).isEqualTo(Leak.Check.TRUNCATION);
        assertThat(leak.expected()).isNaN();
        assertThat(leak.found()).isEqualTo(closes[leak.bar() + 1]);
    }

    private static List<Planted> features() {
        Map<String, List<Function<MarketView, double[]>>> pairs = new LinkedHashMap<>();
        pairs.put(
                "feature shifted by one bar",
                List.of(v -> at(v.bars().closes(), 1), v -> at(v.bars().closes(), -1)));
        pairs.put(
                "centered window",
                List.of(v -> mean(v.bars().closes(), -5, 5), v -> mean(v.bars().closes(), -10, 0)));
        pairs.put(
                "minimum and maximum of the whole series",
                List.of(
                        v -> scaled(v.bars().closes(), SIZE),
                        v -> scaled(v.bars().closes(), 0)));
        pairs.put(
                "mean and deviation of the whole series",
                List.of(
                        v -> standardized(v.bars().closes(), true),
                        v -> standardized(v.bars().closes(), false)));
        pairs.put(
                "rank in the whole series",
                List.of(
                        v -> ranked(v.bars().closes(), true),
                        v -> ranked(v.bars().closes(), false)));
        pairs.put(
                "gap filled from behind",
                List.of(v -> filled(v.bars().volumes(), 1), v -> filled(v.bars().volumes(), -1)));
        pairs.put(
                "gap interpolated",
                List.of(
                        v -> interpolated(v.bars().volumes()),
                        v -> filled(v.bars().volumes(), -1)));
        pairs.put("longer bar that is not closed", List.of(v -> longer(v.bars(), false), v -> longer(v.bars(), true)));
        pairs.put("day's close on every hour of it", List.of(LeakyFormulas::dayClose, v -> longer(v.bars(), true)));
        pairs.put("other instrument joined by open time", List.of(v -> other(v, 0), v -> other(v, 1)));
        pairs.put("funding that is due next", List.of(v -> funding(v, 0), v -> funding(v, 1)));
        pairs.put(
                "smoothed forth and back",
                List.of(
                        v -> smoothedBack(smoothed(v.bars().closes())),
                        v -> smoothed(v.bars().closes())));
        pairs.put(
                "trend line of the whole series",
                List.of(
                        v -> detrended(v.bars().closes(), true),
                        v -> detrended(v.bars().closes(), false)));
        pairs.put("peak known when it happens", List.of(v -> peak(v.bars(), 0), v -> peak(v.bars(), 3)));
        pairs.put(
                "label among the features",
                List.of(v -> change(v.bars().closes(), 5), v -> change(v.bars().closes(), -5)));
        pairs.put(
                "order in an unstable sum",
                List.of(
                        v -> fromTheEnd(v.bars().closes()),
                        v -> fromTheStart(v.bars().closes())));
        return pairs.entrySet().stream()
                .map(pair -> new Planted(
                        pair.getKey(),
                        find(column(pair.getKey(), pair.getValue().getFirst()), 0),
                        find(column(pair.getKey(), pair.getValue().getLast()), 0)))
                .toList();
    }

    /** Live values are made in another way than those of training (product.md, fault F33). */
    private static List<Planted> streams() {
        FeatureSet clean = column("smoothed", view -> smoothed(view.bars().closes()));
        FeatureSet restarted =
                new Formula("smoothed", view -> smoothed(view.bars().closes())) {
                    @Override
                    public FeatureStream stream(SeriesKey series) {
                        double[] last = {0};
                        return bar -> {
                            last[0] = 0.9 * last[0] + 0.1 * bar.close();
                            return last.clone();
                        };
                    }
                };
        return List.of(new Planted("live values of another state", find(restarted, 20), find(clean, 20)));
    }

    private static List<Planted> labels() {
        TripleBarrier right = TripleBarrier.fixed(0.02, 0.02, 8);
        return List.of(
                new Planted("undecided tail labeled negative", of(PlantedLeaksTest::inventedTail), of(right::label)),
                new Planted("label that reads behind its end", of(PlantedLeaksTest::readsBehind), of(right::label)),
                new Planted(
                        "barriers of the whole series' volatility",
                        of(PlantedLeaksTest::wholeVolatility),
                        of(right::label)));
    }

    private static List<Planted> transformations() {
        var random = new SplittableRandom(4);
        double[][] rows = new double[60][2];
        boolean[] classes = new boolean[60];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {random.nextGaussian(), random.nextInt(4)};
            classes[i] = random.nextBoolean();
        }
        int[] training = IntStream.range(0, 40).toArray();
        return List.of(
                new Planted(
                        "scaler of all samples",
                        of((r, _, _) -> minus(r, IntStream.range(0, r.length).toArray()), rows, classes, training),
                        of((r, _, t) -> minus(r, t), rows, classes, training)),
                new Planted(
                        "target encoding over all samples",
                        of(
                                (r, y, _) -> encoded(
                                        r, y, IntStream.range(0, r.length).toArray()),
                                rows,
                                classes,
                                training),
                        of(PlantedLeaksTest::encoded, rows, classes, training)),
                new Planted(
                        "feature chosen by all samples",
                        of(
                                (r, y, _) -> chosen(
                                        r, y, IntStream.range(0, r.length).toArray()),
                                rows,
                                classes,
                                training),
                        of(PlantedLeaksTest::chosen, rows, classes, training)));
    }

    /** Samples on every bar whose labels end six bars later; the test is [100, 150). */
    private static List<Planted> splits() {
        int[] test = IntStream.range(100, 150).toArray();
        int[] before = IntStream.range(0, 100).toArray();
        int[] purged = IntStream.range(0, 94).toArray();
        int[] behind = IntStream.range(150, 200).toArray();
        int[] spaced = IntStream.range(155, 200).toArray();
        int[] shuffled = new SplittableRandom(1)
                .ints(0, 200)
                .distinct()
                .limit(150)
                .sorted()
                .toArray();
        int[] rest = IntStream.range(0, 200)
                .filter(i -> Arrays.binarySearch(shuffled, i) < 0)
                .toArray();
        return List.of(
                new Planted("training label that reaches the test", of(before, test, 0, 0), of(purged, test, 0, 0)),
                new Planted("training under test labels", of(behind, test, 0, 0), of(spaced, test, 0, 0)),
                new Planted(
                        "embargo not kept",
                        of(spaced, test, 0, 10),
                        of(IntStream.range(165, 200).toArray(), test, 0, 10)),
                new Planted(
                        "embargo before the test not kept",
                        of(purged, test, 5, 0),
                        of(IntStream.range(0, 89).toArray(), test, 5, 0)),
                new Planted("samples drawn at random", of(shuffled, rest, 0, 0), of(purged, test, 0, 0)));
    }

    private static List<Planted> labelsAmongFeatures() {
        var definition = new ForwardReturn(5, 0, TripleBarrier.Entry.CLOSE, Direction.UP);
        return List.of(new Planted(
                "feature that is the label",
                LabelInFeatures.run(joined(change(VIEW.bars().closes(), 5), definition)),
                LabelInFeatures.run(joined(change(VIEW.bars().closes(), -5), definition))));
    }

    private static Dataset joined(double[] values, ForwardReturn definition) {
        FeatureSet set = column("x", _ -> values);
        return Dataset.join(VIEW.bars(), set, set.compute(VIEW), definition.label(VIEW.bars()))
                .orThrow();
    }

    private static Optional<Leak> find(FeatureSet set, int online) {
        return new FeatureCheck(8, online)
                .run(set, VIEW, new Seeds(5), JobContext.none()).orThrow().values().stream()
                        .findFirst();
    }

    private static Optional<Leak> of(Function<BarSeries, Labels> definition) {
        return LabelCheck.run(definition, VIEW.bars(), 8, new Seeds(5));
    }

    private static Optional<Leak> of(
            ScalerCheck.Transformation transformation, double[][] rows, boolean[] classes, int[] training) {
        return ScalerCheck.run(transformation, rows, classes, training, new Seeds(5));
    }

    private static Optional<Leak> of(int[] training, int[] test, int before, int after) {
        return SplitCheck.run(i -> i, i -> i + 6, SIZE, training, test, new Embargo(before, after));
    }

    /** Fault F18: what is not decided is 0. */
    private static Labels inventedTail(BarSeries bars) {
        var labels = new Labels.Builder("invented", bars.size());
        for (int t = 0; t + 1 < bars.size(); t++) {
            int end = Math.min(bars.size() - 1, t + 8);
            boolean rises = t + 8 < bars.size() && bars.close(end) > bars.close(t);
            labels.add(t, end, rises ? 1 : 0, Labels.Barrier.TIME, Double.NaN, 0);
        }
        return labels.build();
    }

    private static Labels readsBehind(BarSeries bars) {
        var labels = new Labels.Builder("behind", bars.size());
        for (int t = 0; t + 8 < bars.size(); t++) {
            int sign = (int) Math.signum(bars.close(t + 8) - bars.close(t));
            labels.add(t, t + 4, sign, Labels.Barrier.TIME, Double.NaN, 0);
        }
        return labels.build();
    }

    private static Labels wholeVolatility(BarSeries bars) {
        double high = Arrays.stream(bars.closes()).max().orElse(1);
        double low = Arrays.stream(bars.closes()).min().orElse(1);
        double width = Math.min(0.9, (high - low) / high / 10 + 1e-6);
        return TripleBarrier.fixed(width, width, 8).label(bars);
    }

    private static double[][] minus(double[][] rows, int[] fitted) {
        double mean =
                Arrays.stream(fitted).mapToDouble(i -> rows[i][0]).average().orElseThrow();
        return Arrays.stream(rows)
                .map(row -> new double[] {row[0] - mean, row[1]})
                .toArray(double[][]::new);
    }

    private static double[][] encoded(double[][] rows, boolean[] classes, int[] fitted) {
        return Arrays.stream(rows)
                .map(row -> new double[] {
                    row[0],
                    Arrays.stream(fitted)
                            .filter(i -> rows[i][1] == row[1])
                            .mapToDouble(i -> classes[i] ? 1 : 0)
                            .average()
                            .orElse(0.5)
                })
                .toArray(double[][]::new);
    }

    private static double[][] chosen(double[][] rows, boolean[] classes, int[] fitted) {
        double gain = Arrays.stream(fitted)
                .mapToDouble(i -> classes[i] ? rows[i][0] : -rows[i][0])
                .sum();
        double sign = Math.signum(gain) * Math.min(1, Math.abs(gain) / 100);
        return Arrays.stream(rows).map(row -> new double[] {row[0] * sign}).toArray(double[][]::new);
    }

    private static FeatureSet column(String name, Function<MarketView, double[]> formula) {
        return new Formula(name, formula);
    }

    private static MarketView view() {
        BarSeries bars = GeneratedBars.walkWithUnknownVolumes(3, SIZE);
        BarSeries walk = Resampling.of(
                GeneratedBars.walk(8, SIZE + 40), Timeframe.parse("4h").orElseThrow(), Resampling.LastBar.KEPT);
        var key = new SeriesKey(OTHER, walk.key().timeframe(), "generated");
        BarSeries other = BarSeries.ofColumns(
                key, walk.openTimes(), walk.opens(), walk.highs(), walk.lows(), walk.closes(), walk.volumes());
        long[] times = IntStream.range(0, 60)
                .mapToLong(i -> bars.openTime(0) + i * 8L * 3_600_000)
                .toArray();
        double[] rates =
                IntStream.range(0, 60).mapToDouble(i -> 1e-4 * Math.sin(i)).toArray();
        return MarketView.of(bars).with(other).with(FundingRates.of(bars.key().symbol(), times, rates));
    }

    /** A set of one column by a formula. */
    private static class Formula implements FeatureSet {
        private final String name;
        private final Function<MarketView, double[]> formula;

        Formula(String name, Function<MarketView, double[]> formula) {
            this.name = name;
            this.formula = formula;
        }

        @Override
        public String name() {
            return "formula";
        }

        @Override
        public List<String> columns() {
            return List.of(name);
        }

        @Override
        public int warmUp() {
            return 0;
        }

        @Override
        public FeatureMatrix compute(BarSeries bars) {
            return compute(VIEW.over(bars));
        }

        @Override
        public FeatureMatrix compute(MarketView view) {
            return FeatureMatrix.ofColumns(columns(), new double[][] {formula.apply(view)});
        }

        @Override
        public Sha256 fingerprint() {
            return Sha256.ofText(name);
        }
    }
}
