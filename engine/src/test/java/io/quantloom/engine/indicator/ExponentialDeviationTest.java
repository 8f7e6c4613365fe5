package io.quantloom.engine.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialDeviationTest {

    /** By hand: returns 0.1, −0.1; α = 2/3, weights 1/3 and 1: mean −0.05, variance 0.0075, correction (16/9)/(6/9). */
    @Test
    void weighsRecentReturnsMore() {
        double[] deviation = ExponentialDeviation.ofReturns(new double[] {100, 110, 99}, 2);

        assertThat(deviation[0]).isNaN();
        assertThat(deviation[1]).isNaN();
        assertThat(deviation[2]).isCloseTo(Math.sqrt(0.0075 * 16 / 6), within(1e-12));
    }

    @Test
    void agreesWithItsDefinitionSummedInFull() {
        var random = new SplittableRandom(4);
        double[] prices = new double[300];
        prices[0] = 50;
        for (int i = 1; i < prices.length; i++) {
            prices[i] = prices[i - 1] * Math.exp(0.02 * random.nextGaussian());
        }

        double[] deviation = ExponentialDeviation.ofReturns(prices, 20);

        for (int t = 20; t < prices.length; t += 37) {
            assertThat(deviation[t]).isCloseTo(inFull(prices, t, 20), within(1e-14));
        }
        assertThat(deviation[19]).isNaN();
    }

    @Test
    void isZeroWhilePricesStandStill() {
        assertThat(ExponentialDeviation.ofReturns(new double[] {5, 5, 5, 5}, 2)[3])
                .isZero();
    }

    private static double inFull(double[] prices, int t, int span) {
        double sum = 0;
        double squares = 0;
        double mean = 0;
        for (int i = 1; i <= t; i++) {
            double weight = Math.pow(1 - 2.0 / (span + 1), t - i);
            sum += weight;
            squares += weight * weight;
            mean += weight * (prices[i] / prices[i - 1] - 1);
        }
        mean /= sum;
        double variance = 0;
        for (int i = 1; i <= t; i++) {
            double off = prices[i] / prices[i - 1] - 1 - mean;
            variance += Math.pow(1 - 2.0 / (span + 1), t - i) * off * off;
        }
        return Math.sqrt(variance / sum * sum * sum / (sum * sum - squares));
    }
}
