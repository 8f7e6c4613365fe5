package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricCrossValidationTest {

    // By hand: each half's best is the other half's worst of three, so ω = 1/4.
    @Test
    void whatIsBestOnOneHalfAndWorstOnTheOtherIsOverfitted() {
        double[][] trials = {{1, 1, -1, -1}, {0, 0, 0, 0}, {-1, -1, 1, 1}};

        OverfittingProbability pbo = SymmetricCrossValidation.measure(trials, 2, Measure.MEAN);

        assertThat(pbo.combinations()).isEqualTo(2);
        assertThat(pbo.probability()).isEqualTo(1);
        assertThat(pbo.lossProbability()).isEqualTo(1);
        assertThat(pbo.logits())
                .hasSize(2)
                .allSatisfy(logit -> assertThat(logit).isCloseTo(Math.log(1.0 / 3), within(1e-12)));
        assertThat(pbo.slope()).isNaN();
    }

    @Test
    void whatIsBestOnBothHalvesIsNot() {
        double[][] trials = {{2, 1, 2, 1}, {0, 0, 0, 0}, {-1, -1, 1, 1}};

        OverfittingProbability pbo = SymmetricCrossValidation.measure(trials, 2, Measure.MEAN);

        assertThat(pbo.probability()).isZero();
        assertThat(pbo.lossProbability()).isZero();
        assertThat(pbo.logits())
                .hasSize(2)
                .allSatisfy(logit -> assertThat(logit).isCloseTo(Math.log(3), within(1e-12)));
    }

    // By hand: blocks of A are worth 3, 3, 0, 0, of B 1, 1, 1, 1. In sample A wins {1,2} with 3 and the four mixed
    // halves
    // with 1.5, B wins {3,4} with 1. Out of sample that is 0 (below B), 1.5 (above) and 1 (below A).
    @Test
    void countsTheHalvesWhereTheWinnerFallsBelowTheMedian() {
        double[][] trials = {{3, 3, 3, 3, 0, 0, 0, 0}, {1, 1, 1, 1, 1, 1, 1, 1}};

        OverfittingProbability pbo = SymmetricCrossValidation.measure(trials, 4, Measure.MEAN);

        assertThat(pbo.probability()).isCloseTo(2.0 / 6, within(1e-12));
        assertThat(pbo.slope()).isCloseTo(-5.0 / 7, within(1e-12));
        assertThat(pbo.intercept()).isCloseTo(33.0 / 14, within(1e-12));
        assertThat(pbo.lossProbability()).isZero();
    }

    @Test
    void trialsThatAreAllEqualAreAtTheMedian() {
        double[][] trials = {{1, -1, 2, 0}, {1, -1, 2, 0}, {1, -1, 2, 0}};

        OverfittingProbability pbo = SymmetricCrossValidation.measure(trials, 2, Measure.SHARPE);

        assertThat(pbo.probability()).isEqualTo(0.5);
        assertThat(pbo.logits()).containsExactly(0.0, 0.0);
    }

    @Test
    void aTrialThatNeverTradesHasASharpeOfZero() {
        double[][] trials = {{0, 0, 0, 0}, {-1, -2, -1, -2}};

        OverfittingProbability pbo = SymmetricCrossValidation.measure(trials, 2, Measure.SHARPE);

        assertThat(pbo.probability()).isZero();
        assertThat(pbo.intercept()).isNaN();
    }

    // Reference: a direct computation over rows with numpy 2 (std ddof 1) and scipy.stats.rankdata.
    @ParameterizedTest
    @CsvSource({
        "8, SHARPE, 70, 0.7142857142857143, 0.6714285714285714, -0.6944522634937876, 0.06872259754342193,"
                + " -22.049933222388105",
        "8, MEAN, 70, 0.7071428571428572, 0.6714285714285714, -0.7284937538904832, 0.0005261418397856304,"
                + " -22.645916654494407",
        "10, SHARPE, 252, 0.7559523809523809, 0.7301587301587301, -0.8848911231259807, 0.09122299825898411,"
                + " -119.16325324986705"
    })
    void agreesWithADirectComputation(
            int partitions,
            Measure measure,
            int combinations,
            double probability,
            double loss,
            double slope,
            double intercept,
            double sumOfLogits) {
        double[][] trials = new double[7][203];
        for (int n = 0; n < 7; n++) {
            for (int t = 0; t < 203; t++) {
                trials[n][t] = 0.01 * Math.sin(0.37 * (t + 1) * (t + 1) * (n + 1) + n);
            }
        }

        OverfittingProbability pbo = SymmetricCrossValidation.measure(trials, partitions, measure);

        assertThat(pbo.combinations()).isEqualTo(combinations);
        assertThat(pbo.probability()).isCloseTo(probability, within(1e-12));
        assertThat(pbo.lossProbability()).isCloseTo(loss, within(1e-12));
        assertThat(pbo.slope()).isCloseTo(slope, within(1e-9));
        assertThat(pbo.intercept()).isCloseTo(intercept, within(1e-9));
        assertThat(pbo.logits().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(sumOfLogits, within(1e-9));
    }

    // The expectation is one half; a single noise matrix deviates by about 0.2, the mean of 60 by 0.026: four of those.
    @Test
    void pureNoiseIsOverfittedHalfOfTheTime() {
        double mean = LongStream.range(0, 60)
                .mapToDouble(seed -> SymmetricCrossValidation.measure(noise(seed, 20, 320, 0), 8, Measure.SHARPE)
                        .probability())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(0.5, within(0.11));
    }

    @Test
    void aTrialThatIsTrulyBetterIsFoundInEveryHalf() {
        OverfittingProbability eight = SymmetricCrossValidation.measure(noise(1, 20, 320, 0.5), 8, Measure.SHARPE);
        OverfittingProbability sixteen = SymmetricCrossValidation.measure(noise(1, 20, 320, 0.5), 16, Measure.SHARPE);

        assertThat(eight.probability()).isLessThan(0.02);
        assertThat(eight.logits()).hasSize(70).isSorted();
        assertThat(sixteen.probability()).isLessThan(0.02);
        assertThat(sixteen.combinations()).isEqualTo(12_870);
        assertThat(sixteen.logits()).hasSize(OverfittingProbability.MOST_LOGITS).isSorted();
        assertThat(sixteen.lossProbability()).isLessThan(0.02);
    }

    @Test
    void refusesWhatCannotBeRanked() {
        double[][] one = {{1, 2, 3, 4}};
        double[][] unequal = {{1, 2, 3, 4}, {1, 2, 3}};
        double[][] undefined = {{1, 2, 3, 4}, {1, 2, Double.NaN, 4}};
        double[][] fine = {{1, 2, 3, 4}, {4, 3, 2, 1}};

        for (double[][] trials : new double[][][] {one, unequal, undefined}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SymmetricCrossValidation.measure(trials, 2, Measure.MEAN));
        }
        for (int partitions : new int[] {0, 3, 4, 22}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SymmetricCrossValidation.measure(fine, partitions, Measure.MEAN));
        }
    }

    /** Gaussian noise; the fourth trial has an edge of so many standard deviations a bar. */
    private static double[][] noise(long seed, int trials, int bars, double edge) {
        RandomGenerator random = new Seeds(seed).random();
        double[][] values = new double[trials][bars];
        for (int n = 0; n < trials; n++) {
            for (int t = 0; t < bars; t++) {
                values[n][t] = random.nextGaussian() + (n == 3 ? edge : 0);
            }
        }
        return values;
    }
}
