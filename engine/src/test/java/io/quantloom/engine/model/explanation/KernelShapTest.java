package io.quantloom.engine.model.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelShapTest {

    /** Of a linear function each share is w·(x − E x), whatever the other features are; exact and sampled. */
    @ParameterizedTest(name = "{0} features")
    @ValueSource(ints = {1, 2, 3, 4, 9, 11, 12, 19, 40})
    void aLinearFunctionIsSplitByItsWeights(int features) {
        var random = new SplittableRandom(features);
        double[] weights = random.doubles(features, -2, 2).toArray();
        double[][] background = rows(random, 30, features);
        double[][] asked = rows(random, 3, features);
        ShapValues values = explain(row -> 0.7 + dot(weights, row), background, asked);

        for (int i = 0; i < asked.length; i++) {
            for (int c = 0; c < features; c++) {
                assertThat(values.contributions(i)[c])
                        .isCloseTo(weights[c] * (asked[i][c] - mean(background, c)), within(1e-10));
            }
        }
    }

    /** v({1}) = x₁·E b₂, v({2}) = x₂·E b₁, v(∅) = E b₁b₂, v({1, 2}) = x₁x₂, averaged over the two orders. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aProductIsSplitAsByHand(long seed) {
        var random = new SplittableRandom(seed);
        double[][] background = rows(random, 20, 2);
        double[] x = rows(random, 1, 2)[0];
        double none = 0;
        for (double[] row : background) {
            none += row[0] * row[1] / background.length;
        }
        double first = x[0] * mean(background, 1);
        double second = x[1] * mean(background, 0);
        double both = x[0] * x[1];
        ShapValues values = explain(row -> row[0] * row[1], background, new double[][] {x});

        assertThat(values.base(0)).isCloseTo(none, within(1e-14));
        assertThat(values.contributions(0)[0]).isCloseTo(((first - none) + (both - second)) / 2, within(1e-12));
        assertThat(values.contributions(0)[1]).isCloseTo(((second - none) + (both - first)) / 2, within(1e-12));
    }

    /** Against the definition: the mean over all orders of the features of what each adds when it joins. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void allSetsGiveTheMeanOverAllOrders(long seed) {
        var random = new SplittableRandom(seed);
        int features = 4 + (int) (seed % 3);
        double[][] background = rows(random, 7, features);
        double[] x = rows(random, 1, features)[0];
        double[] weights = random.doubles(features, -1, 1).toArray();
        ToDoubleFunction<double[]> function =
                row -> Math.tanh(dot(weights, row)) + row[0] * row[1] * row[2] + Math.abs(row[3]);
        ShapValues values = explain(function, background, new double[][] {x});

        assertThat(values.contributions(0)).containsExactly(byOrders(function, background, x), within(1e-12));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aFeatureThatIsNotLookedAtGetsNothingAndTwinsGetTheSame(long seed) {
        var random = new SplittableRandom(seed);
        double[][] background = rows(random, 15, 6);
        double[][] asked = rows(random, 4, 6);
        for (double[][] each : new double[][][] {background, asked}) {
            for (double[] row : each) {
                row[4] = row[1];
            }
        }
        ShapValues values = explain(
                row -> Math.sin(row[0] + row[1] * row[4]) + Math.exp(0.3 * (row[1] + row[4])) * row[5],
                background,
                asked);

        for (int i = 0; i < asked.length; i++) {
            assertThat(values.contributions(i)[2]).isCloseTo(0, within(1e-12));
            assertThat(values.contributions(i)[3]).isCloseTo(0, within(1e-12));
            assertThat(values.contributions(i)[1]).isCloseTo(values.contributions(i)[4], within(1e-12));
            assertThat(values.output(i)).isCloseTo(output(asked[i]), within(1e-12));
        }
    }

    private static double output(double[] row) {
        return Math.sin(row[0] + row[1] * row[4]) + Math.exp(0.3 * (row[1] + row[4])) * row[5];
    }

    /** 15 features, 50 background rows, the usual budget of 2,078 of the 32,766 sets. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void aSampleComesCloseToAllSetsAndAddsUpExactly(long seed) {
        var random = new SplittableRandom(seed);
        int features = 15;
        double[][] background = rows(random, 50, features);
        double[][] asked = rows(random, 1, features);
        double[] weights = random.doubles(features, -1, 1).toArray();
        ToDoubleFunction<double[]> function =
                row -> 1 / (1 + Math.exp(-dot(weights, row) - row[0] * row[1] + 0.5 * row[2] * row[3] * row[4]));
        var all = new KernelShap(each(function), background, 32_766, new Seeds(seed));
        var some = new KernelShap(each(function), background, KernelShap.usualBudget(features), new Seeds(seed));
        double[] exact = explain(all, asked).contributions(0);
        ShapValues sampled = explain(some, asked);

        assertThat(all.isExact()).isTrue();
        assertThat(some.isExact()).isFalse();
        assertThat(sampled.contributions(0)).containsExactly(exact, within(8e-3));
        assertThat(sampled.contributions(0)).isNotEqualTo(exact);
        assertThat(sampled.output(0)).isCloseTo(function.applyAsDouble(asked[0]), within(1e-14));
    }

    @Test
    void theUsualBudgetIsExactUpToElevenFeatures() {
        assertThat(kernel(11, KernelShap.usualBudget(11)).isExact()).isTrue();
        assertThat(kernel(12, KernelShap.usualBudget(12)).isExact()).isFalse();
        assertThat(kernel(10, 1022).isExact()).isTrue();
        assertThat(kernel(10, 1021).isExact()).isFalse();
    }

    @Test
    void equalSeedsGiveEqualBitsAndARowDoesNotMindItsNeighbors() {
        var random = new SplittableRandom(8);
        double[][] background = rows(random, 10, 14);
        double[][] asked = rows(random, 3, 14);
        ToDoubleFunction<double[]> function = row -> Math.tanh(row[0] * row[1] + row[5] - row[13] * row[2]);
        ShapValues one = explain(new KernelShap(each(function), background, 200, new Seeds(4)), asked);
        ShapValues two =
                explain(new KernelShap(each(function), background, 200, new Seeds(4)), new double[][] {asked[2]});
        ShapValues other = explain(new KernelShap(each(function), background, 200, new Seeds(5)), asked);

        assertThat(two.contributions(0)).isEqualTo(one.contributions(2));
        assertThat(other.contributions(2)).isNotEqualTo(one.contributions(2));
    }

    @Test
    void stopsBetweenTwoThousandEvaluations() {
        int[] evaluated = new int[1];
        KernelShap.Function counting = rows -> {
            evaluated[0] += rows.length;
            return new double[rows.length];
        };
        JobContext canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return evaluated[0] > 2_000;
            }
        };
        var kernel = new KernelShap(counting, rows(new SplittableRandom(1), 200, 12), 2_000, new Seeds(1));

        assertThat(kernel.explain(OutputSpace.PROBABILITY, new double[2][12], canceled))
                .isInstanceOf(Outcome.Canceled.class);
        assertThat(evaluated[0]).isBetween(2_001, 3_100);
    }

    @Test
    void refusesWhatCannotBeSolved() {
        assertThatThrownBy(() -> kernel(12, 23)).hasMessageContaining("12, 23");
        assertThatThrownBy(() -> new KernelShap(rows -> new double[rows.length], new double[0][], 99, new Seeds(1)))
                .hasMessageContaining("background");
    }

    private static KernelShap kernel(int features, int budget) {
        return new KernelShap(rows -> new double[rows.length], new double[1][features], budget, new Seeds(1));
    }

    private static double[] byOrders(ToDoubleFunction<double[]> function, double[][] background, double[] x) {
        double[] shares = new double[x.length];
        int[] orders = new int[1];
        permute(new int[x.length], 0, 0, order -> {
            boolean[] in = new boolean[x.length];
            double before = value(function, background, x, in);
            for (int feature : order) {
                in[feature] = true;
                double after = value(function, background, x, in);
                shares[feature] += after - before;
                before = after;
            }
            orders[0]++;
        });
        return Arrays.stream(shares).map(share -> share / orders[0]).toArray();
    }

    private static void permute(int[] order, int used, int size, Consumer<int[]> visit) {
        if (size == order.length) {
            visit.accept(order);
            return;
        }
        for (int c = 0; c < order.length; c++) {
            if ((used & (1 << c)) == 0) {
                order[size] = c;
                permute(order, used | (1 << c), size + 1, visit);
            }
        }
    }

    private static double value(ToDoubleFunction<double[]> function, double[][] background, double[] x, boolean[] in) {
        double sum = 0;
        for (double[] row : background) {
            double[] mixed = row.clone();
            for (int c = 0; c < x.length; c++) {
                mixed[c] = in[c] ? x[c] : row[c];
            }
            sum += function.applyAsDouble(mixed);
        }
        return sum / background.length;
    }

    private static ShapValues explain(ToDoubleFunction<double[]> function, double[][] background, double[][] rows) {
        int features = background[0].length;
        return explain(
                new KernelShap(each(function), background, KernelShap.usualBudget(features), new Seeds(1)), rows);
    }

    private static ShapValues explain(KernelShap kernel, double[][] rows) {
        return kernel.explain(OutputSpace.PROBABILITY, rows, JobContext.none()).orThrow();
    }

    private static KernelShap.Function each(ToDoubleFunction<double[]> function) {
        return rows -> Arrays.stream(rows).mapToDouble(function).toArray();
    }

    private static double[][] rows(SplittableRandom random, int size, int features) {
        double[][] rows = new double[size][features];
        for (double[] row : rows) {
            for (int c = 0; c < features; c++) {
                row[c] = random.nextGaussian();
            }
        }
        return rows;
    }

    private static double dot(double[] weights, double[] row) {
        double sum = 0;
        for (int c = 0; c < weights.length; c++) {
            sum += weights[c] * row[c];
        }
        return sum;
    }

    private static double mean(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
    }
}
