package io.quantloom.engine.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.model.evaluation.RocCurve.Point;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesTest {

    /** scikit-learn's documented example of {@code roc_curve}: scores 0.1, 0.4, 0.35, 0.8, classes 0, 0, 1, 1. */
    @Test
    void rocIsThatOfTheWellKnownExample() {
        RocCurve curve = RocCurve.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

        assertThat(curve.points())
                .containsExactly(
                        new Point(0, 0, Double.POSITIVE_INFINITY),
                        new Point(0, 0.5, 0.8),
                        new Point(0.5, 0.5, 0.4),
                        new Point(0.5, 1, 0.35),
                        new Point(1, 1, 0.1));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theAreaUnderTheCornersIsTheAreaByRanks(long seed) {
        var random = new SplittableRandom(seed);
        double[] scores = new double[150];
        boolean[] positive = new boolean[150];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(40) / 4.0 - 5;
            positive[i] = random.nextGaussian() * 4 < scores[i];
        }
        List<Point> points = RocCurve.of(scores, positive).points();
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            area += (right.falsePositiveRate() - left.falsePositiveRate())
                    * (left.truePositiveRate() + right.truePositiveRate())
                    / 2;
        }

        assertThat(area).isCloseTo(Ranking.auc(scores, positive).orElseThrow(), within(1e-12));
    }

    @Test
    void rocOfManyRowsIsThinnedAndKeepsItsEnds() {
        var random = new SplittableRandom(5);
        double[] scores = random.doubles(5_000).toArray();
        boolean[] positive = new boolean[scores.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = random.nextBoolean();
        }
        List<Point> points = RocCurve.of(scores, positive).points();

        assertThat(points).hasSize(RocCurve.MOST_POINTS);
        assertThat(points.getFirst()).isEqualTo(new Point(0, 0, Double.POSITIVE_INFINITY));
        assertThat(points.getLast().falsePositiveRate()).isEqualTo(1);
        assertThat(points.getLast().truePositiveRate()).isEqualTo(1);
    }

    @Test
    void rocOfOneClassIsEmpty() {
        assertThat(RocCurve.of(new double[] {1, 2}, new boolean[] {true, true}).points())
                .isEmpty();
    }

    @Test
    void reliabilityCutsRowsIntoEqualCounts() {
        double[] probabilities = {0.9, 0.1, 0.5, 0.3, 0.2, 0.6};
        boolean[] positive = {true, false, false, true, false, true};
        ReliabilityCurve curve = ReliabilityCurve.of(probabilities, positive, 3, 1);

        assertThat(curve.bins()).extracting(ReliabilityCurve.Bin::rows).containsExactly(2, 2, 2);
        assertThat(curve.bins().get(1).from()).isEqualTo(0.3);
        assertThat(curve.bins().get(1).to()).isEqualTo(0.5);
        assertThat(curve.bins().get(1).meanProbability()).isEqualTo(0.4);
        assertThat(curve.bins().get(1).positiveShare()).isEqualTo(0.5);
        assertThat(curve.bins().get(1).interval()).isEqualTo(Interval.wilson(0.5, 2));
        assertThat(curve.calibrationError()).isCloseTo((0.15 + 0.1 + 0.25) / 3, within(1e-15));
    }

    @Test
    void rowsOfOneProbabilityAreNotParted() {
        double[] probabilities = {0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.8};
        ReliabilityCurve curve = ReliabilityCurve.of(probabilities, new boolean[8], 4, 0.5);

        assertThat(curve.bins()).extracting(ReliabilityCurve.Bin::rows).containsExactly(7, 1);
        assertThat(curve.bins().getFirst().interval()).isEqualTo(Interval.wilson(0, 3.5));
    }
}
