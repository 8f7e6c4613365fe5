package io.quantloom.engine.backtest.fast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.strategy.SmaOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CloseSumsTest {

    @Test
    void crossesWhereTheExactOrderDoes() {
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = new Seeds(seed).child("sums").random();
            // Prices on a grid of 0.1, which has no exact double, far from zero and near it: many ties of averages.
            double center = seed % 2 == 0 ? 1_000 : 1;
            double[] closes = new double[300];
            for (int i = 0; i < closes.length; i++) {
                closes[i] = center + 0.1 * (1 + random.nextInt(3));
            }
            int fast = 1 + random.nextInt(6);
            int slow = fast + 1 + random.nextInt(12);

            assertThat(crossings(closes, fast, slow)).as("seed " + seed).containsExactly(exact(closes, fast, slow));
        }
    }

    @Test
    void pricesThatDoNotMoveNeverCross() {
        double[] closes = new double[1_000];
        Arrays.fill(closes, 0.1);

        assertThat(crossings(closes, 10, 30)).containsOnly(Signals.NONE);
    }

    @Test
    void asksTheExactOrderWhereNumbersOverflow() {
        double[] closes = {1e308, 1.2e308, 1e308, 0.9e308, 1.5e308, 1.6e308, 1e308, 0.2e308};

        assertThat(CloseSums.of(closes).bound(1, 3)).isNotFinite();
        assertThat(crossings(closes, 1, 3)).containsExactly(exact(closes, 1, 3));
    }

    @Test
    void needsTheExactOrderHardlyEverOnALongSeries() {
        double[] closes = new double[100_000];
        RandomGenerator random = new Seeds(1).random();
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 + random.nextGaussian();
        }

        // Of one unit in both averages: a difference below a hundred millionth is left to the exact order.
        assertThat(CloseSums.of(closes).bound(10, 30) / (10 * 30)).isLessThan(1e-8);
    }

    private static byte[] crossings(double[] closes, int fast, int slow) {
        byte[] codes = new byte[closes.length];
        CloseSums.of(closes).writeCrossings(fast, slow, Signals.LONG, Signals.SHORT, codes);
        return codes;
    }

    private static byte[] exact(double[] closes, int fast, int slow) {
        byte[] codes = new byte[closes.length];
        int before = 0;
        for (int end = slow; end <= closes.length; end++) {
            int side = SmaOrder.of(closes, end - slow, fast, slow);
            if (before * side < 0) {
                codes[end - 1] = side > 0 ? Signals.LONG : Signals.SHORT;
            }
            before = side;
        }
        return codes;
    }
}
