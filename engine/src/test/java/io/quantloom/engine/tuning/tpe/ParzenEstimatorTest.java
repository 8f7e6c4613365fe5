package io.quantloom.engine.tuning.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.tuning.Dimension.Choice;
import io.quantloom.engine.tuning.Dimension.Real;
import io.quantloom.engine.tuning.Dimension.Whole;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference values: {@code log Σ_k w_k Π_j p_kj(x_j)} by its formula (models-and-tuning.md 4) in mpmath 1.3.0 with 50
 * digits, Φ as erfc, masses as plain differences of Φ: another program, and another way to the same number.
 */
class ParzenEstimatorTest {

    private static final Axis BRANIN = Axis.of(new Real("x", -5, 10, false));

    @ParameterizedTest
    @CsvSource({
        "-5,-2.7952749773882141836",
        "0,-2.5587769413489785771",
        "1.25,-2.5786528365210035877",
        "9.99,-3.0313203201536778305"
    })
    void laysKernelsOverALine(double x, double expected) {
        ParzenEstimator estimate = estimate(BRANIN, -3.5, 1.25, 9.75);

        assertThat(estimate.logDensity(new double[] {x})).isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0.00012,-1.6711339770538515906", "0.003,-2.594519946636905185", "0.1,-2.87304340459038397"})
    void worksWithLogarithms(double rate, double expected) {
        Axis axis = Axis.of(new Real("lr", 1e-5, 1e-1, true));
        double[] observed = Arrays.stream(new double[] {0.00012, 0.00013, 0.00011, 0.09})
                .map(Math::log)
                .toArray();

        assertThat(estimate(axis, observed).logDensity(new double[] {Math.log(rate)}))
                .isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "3,2,0.001,0.8,-6.9049569629329920624",
        "6,1,0.05,0.65,-9.4322233739450739015",
        "1,3,1e-5,1,-10.013895811849880386"
    })
    void multipliesAxesWithinAKernel(double depth, double kernel, double lr, double sub, double expected) {
        List<Axis> axes = List.of(
                Axis.of(new Whole("depth", 1, 12)),
                Axis.of(Choice.of("kernel", "a", "b", "c", "d")),
                Axis.of(new Real("lr", 1e-5, 1e-1, true)),
                Axis.of(new Real("sub", 0.5, 1, false, 0.05)));
        double[][] observed = {
            {3, 2, Math.log(0.001), 0.8}, {6, 0, Math.log(0.01), 0.95}, {12, 2, Math.log(0.0005), 0.5}
        };

        assertThat(ParzenEstimator.of(axes, observed).logDensity(new double[] {depth, kernel, Math.log(lr), sub}))
                .isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "8,-3.5088366423535381319",
        "16,-3.9587296011500775037",
        "64,-5.4159621355232654917",
        "256,-6.9395847859393287737"
    })
    void givesWholeNumbersOfALogarithmicRangeTheirMass(double hidden, double expected) {
        Axis axis = Axis.of(new Whole("h", 8, 256, true, 1));

        assertThat(estimate(axis, Math.log(16), Math.log(200)).logDensity(new double[] {Math.log(hidden)}))
                .isCloseTo(expected, within(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"0.02,-2.2099131760913119276", "0.5,0.11421840219855213912", "0.98,-0.34425672225019323504"})
    void countsOldObservationsLess(double x, double expected) {
        double[] observed = new double[30];
        Arrays.setAll(observed, i -> (i + 1) / 31.0);

        assertThat(estimate(Axis.of(new Real("x", 0, 1, false)), observed).logDensity(new double[] {x}))
                .isCloseTo(expected, within(1e-10));
    }

    @Test
    void isThePriorAloneWhereNothingWasObserved() {
        assertThat(estimate(BRANIN).logDensity(new double[] {2.5})).isCloseTo(-2.6670724006112603, within(1e-10));
    }

    @Test
    void drawsTheParametersOfACandidateFromOneKernel() {
        List<Axis> axes = List.of(BRANIN, Axis.of(Choice.of("kernel", "a", "b")));
        double[][] observed = new double[40][];
        Arrays.setAll(observed, i -> i % 2 == 0 ? new double[] {-4.9, 0} : new double[] {9.9, 1});
        ParzenEstimator estimate = ParzenEstimator.of(axes, observed);
        RandomGenerator random = new Seeds(3).random();

        double together = 0;
        for (int i = 0; i < 1_000; i++) {
            double[] row = estimate.draw(random);
            together += (row[0] > 2.5) == (row[1] == 1) ? 1 : 0;
        }

        // Apart they would agree in half of all cases.
        assertThat(together / 1_000).isGreaterThan(0.9);
    }

    @Test
    void drawsOnlyStepsOfASteppedRange() {
        Axis axis = Axis.of(new Real("sub", 0.5, 1, false, 0.05));
        ParzenEstimator estimate = estimate(axis, 0.5, 0.7, 1);
        RandomGenerator random = new Seeds(4).random();

        for (int i = 0; i < 500; i++) {
            double drawn = estimate.draw(random)[0];
            assertThat(drawn).isBetween(0.5, 1.0);
            assertThat(drawn * 20).isCloseTo(Math.rint(drawn * 20), within(1e-9));
        }
    }

    @Test
    void sumsToOneOverTheStepsOfARange() {
        ParzenEstimator estimate = estimate(Axis.of(new Whole("depth", 1, 12)), 3, 4, 11);

        double sum = 0;
        for (int depth = 1; depth <= 12; depth++) {
            sum += Math.exp(estimate.logDensity(new double[] {depth}));
        }

        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    private static ParzenEstimator estimate(Axis axis, double... observed) {
        return ParzenEstimator.of(
                List.of(axis),
                Arrays.stream(observed).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
    }
}
