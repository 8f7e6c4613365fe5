package io.quantloom.engine.backtest.analysis.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.performance.ReturnStatistics;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlockBootstrapTest {

    private static final double PER_YEAR = 252;

    @ParameterizedTest
    @EnumSource(BootstrapMethod.class)
    void isAsWideAsTheoryForIndependentReturns(BootstrapMethod method) {
        // A. W. Lo, The Statistics of Sharpe Ratios (2002): standard error √((1 + s²/2) / n) per bar.
        double[] returns = gaussian(2_000, 0.05, 0);
        double s = ReturnStatistics.mean(returns) / Math.sqrt(ReturnStatistics.variance(returns));
        double error = Math.sqrt((1 + s * s / 2) / returns.length) * Math.sqrt(PER_YEAR);

        BootstrapInterval sharpe = intervals(method, returns).intervals().getFirst();

        assertThat(sharpe.statistic()).isEqualTo("sharpe_ratio");
        assertThat(sharpe.resamples()).isEqualTo(1_000);
        assertThat(sharpe.estimate()).isCloseTo(s * Math.sqrt(PER_YEAR), within(1e-12));
        assertThat(sharpe.high() - sharpe.low()).isCloseTo(2 * 1.96 * error, within(0.12 * 2 * 1.96 * error));
    }

    @ParameterizedTest
    @EnumSource(BootstrapMethod.class)
    void isWiderWhenReturnsHangTogether(BootstrapMethod method) {
        // The error of the mean grows by √((1 + φ) / (1 − φ)) = √3 at φ = 0.5.
        Bootstrap independent = intervals(method, gaussian(2_000, 0, 0));
        Bootstrap dependent = intervals(method, gaussian(2_000, 0, 0.5));

        assertThat(width(dependent) / width(independent)).isBetween(1.45, 2.0);
        assertThat(dependent.blockLength()).isGreaterThan(5);
    }

    @Test
    void estimatesTheCurveAsItWas() {
        // Growth 1.1 · 0.8 · 1.2 = 1.056 in 3 of 6 bars a year; the fall is to 0.8 of the peak.
        Bootstrap bootstrap = new BlockBootstrap(new double[] {0.1, -0.2, 0.2}, 6)
                .run(BootstrapMethod.STATIONARY, 50, 0.9, new Seeds(1), JobContext.none())
                .orThrow();

        BootstrapInterval growth = bootstrap.intervals().get(1);
        BootstrapInterval drawdown = bootstrap.intervals().get(2);
        assertThat(growth.estimate()).isCloseTo(1.056 * 1.056 - 1, within(1e-12));
        assertThat(drawdown.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(drawdown.low()).isBetween(0.0, drawdown.high());
        assertThat(drawdown.high()).isLessThanOrEqualTo(1 - 0.8 * 0.8 * 0.8 + 1e-12);
    }

    @Test
    void leavesResamplesWithoutVarianceOut() {
        // A third of all resamples of one gain among zeros has no gain at all.
        double[] returns = new double[20];
        returns[7] = 0.01;

        BootstrapInterval sharpe = new BlockBootstrap(returns, PER_YEAR)
                .run(BootstrapMethod.STATIONARY, 1_000, 0.95, new Seeds(5), JobContext.none())
                .orThrow()
                .intervals()
                .getFirst();

        assertThat(sharpe.resamples()).isBetween(300, 800);
        assertThat(sharpe.high()).isLessThan(100);
    }

    @Test
    void isTheSameForTheSameSeed() {
        double[] returns = gaussian(300, 0.1, 0.2);

        assertThat(intervals(BootstrapMethod.STATIONARY, returns))
                .isEqualTo(intervals(BootstrapMethod.STATIONARY, returns));
    }

    @Test
    void endsWhenCanceled() {
        var canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };

        assertThat(new BlockBootstrap(new double[] {0.1, -0.1}, 1)
                        .run(BootstrapMethod.MOVING_BLOCK, 10, 0.9, new Seeds(1), canceled))
                .isEqualTo(Outcome.canceled());
    }

    private static Bootstrap intervals(BootstrapMethod method, double[] returns) {
        return new BlockBootstrap(returns, PER_YEAR)
                .run(method, 1_000, 0.95, new Seeds(7), JobContext.none())
                .orThrow();
    }

    private static double width(Bootstrap bootstrap) {
        BootstrapInterval sharpe = bootstrap.intervals().getFirst();
        return sharpe.high() - sharpe.low();
    }

    private static double[] gaussian(int size, double mean, double phi) {
        RandomGenerator random = new Seeds(11).random();
        double[] returns = new double[size];
        double x = 0;
        for (int i = 0; i < size; i++) {
            x = phi * x + random.nextGaussian();
            returns[i] = 0.01 * (mean + x);
        }
        return returns;
    }
}
