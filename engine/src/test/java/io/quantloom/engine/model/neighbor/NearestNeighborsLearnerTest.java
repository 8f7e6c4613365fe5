package io.quantloom.engine.model.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighborsLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new NearestNeighborsLearner();
    }

    /** Against sorting all distances. */
    @Test
    void countsTheNearest() {
        TrainingSet set = rows(1, 200);
        double[][] asked = rows(2, 40).rows();
        var settings = Hyperparameters.of(Map.of("neighbors", 7L, "scale", "none"));

        try (TrainedModel model =
                learner().fit(set, settings, new Seeds(1), JobContext.none()).orThrow()) {
            double[] shares = model.probabilities(asked);
            for (int a = 0; a < asked.length; a++) {
                double[] row = asked[a];
                long positives = IntStream.range(0, set.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> distance(row, set.rows()[i])))
                        .limit(7)
                        .filter(set::isPositive)
                        .count();
                assertThat(shares[a]).isCloseTo(positives / 7.0, within(1e-15));
            }
        }
    }

    @Test
    void ofEquallyFarRowsTheOlderIsNearer() {
        double[][] rows = {{1}, {-1}, {5}};
        boolean[] positive = {true, false, false};
        double[] weights = {1, 1, 1};
        var one = Hyperparameters.of(Map.of("neighbors", 1L, "scale", "none"));

        try (TrainedModel model = learner()
                .fit(TrainingSet.of(List.of("a"), rows, positive, weights), one, new Seeds(1), JobContext.none())
                .orThrow()) {
            assertThat(model.probabilities(new double[][] {{0}})).containsExactly(1);
        }
    }

    @Test
    void refusesFewerRowsThanNeighbors() {
        assertThat(failure(learner()
                                .fit(
                                        rows(1, 6),
                                        Hyperparameters.of(Map.of("neighbors", 7L)),
                                        new Seeds(1),
                                        JobContext.none()))
                        .reason())
                .isEqualTo(Failure.Reason.NOT_APPLICABLE);
    }

    private static double distance(double[] one, double[] two) {
        double[] off = new double[one.length];
        Arrays.setAll(off, c -> (one[c] - two[c]) * (one[c] - two[c]));
        return Arrays.stream(off).sum();
    }
}
