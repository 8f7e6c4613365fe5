package io.quantloom.engine.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RidgeLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new RidgeLearner();
    }

    private TrainedModel fitted(double[][] rows, boolean[] positive, double[] weights, Map<String, Object> settings) {
        return learner()
                .fit(
                        TrainingSet.of(List.of("a"), rows, positive, weights),
                        Hyperparameters.of(settings),
                        new Seeds(1),
                        JobContext.none())
                .orThrow();
    }

    /** One feature: coefficient = Σ w·(x − mean)·(y − mean) / (Σ w·(x − mean)² + alpha), by hand. */
    @Test
    void solvesTheWeightedNormalEquation() {
        double[][] rows = {{0}, {1}, {2}, {5}};
        boolean[] positive = {false, true, false, true};
        double[] weights = {1, 2, 1, 2};
        // Means: x (0 + 2 + 2 + 10)/6 = 7/3, y (−1 + 2 − 1 + 2)/6 = 1/3.
        double products = 1 * (0 - 7.0 / 3) * (-4.0 / 3)
                + 2 * (1 - 7.0 / 3) * (2.0 / 3)
                + 1 * (2 - 7.0 / 3) * (-4.0 / 3)
                + 2 * (5 - 7.0 / 3) * (2.0 / 3);
        double squares = 49.0 / 9 + 2 * 16.0 / 9 + 1.0 / 9 + 2 * 64.0 / 9;
        double coefficient = products / (squares + 3);
        double intercept = 1.0 / 3 - coefficient * 7 / 3;

        try (TrainedModel model = fitted(rows, positive, weights, Map.of("alpha", 3.0, "scale", "none"))) {
            assertThat(model.scores(new double[][] {{0}, {4}}))
                    .containsExactly(new double[] {intercept, intercept + 4 * coefficient}, within(1e-12));
            assertThat(model.isProbabilistic()).isFalse();
        }
    }

    @Test
    void decidesByTheSign() {
        double[][] asked = rows(2, 200).rows();
        try (TrainedModel model = fitted(rows(1, 300))) {
            double[] scores = model.scores(asked);
            boolean[] classes = model.classes(asked);
            for (int i = 0; i < asked.length; i++) {
                assertThat(classes[i]).isEqualTo(scores[i] > 0);
            }
        }
    }

    @Test
    void contributionsSumToTheDecisionValue() {
        double[][] asked = rows(2, 50).rows();
        try (TrainedModel model = fitted(rows(1, 300))) {
            double[][] contributions = model.contributions(asked);
            for (int i = 0; i < asked.length; i++) {
                double sum = 0;
                for (double contribution : contributions[i]) {
                    sum += contribution;
                }
                assertThat(sum).isCloseTo(model.scores(asked)[i], within(1e-12));
            }
        }
    }

    /** A column of 1e9 beside one of 1e-4, neither scaled: the system is solved all the same. */
    @Test
    void takesFeaturesOfAnySize() {
        TrainingSet set = rows(1, 300);
        for (double[] row : set.rows()) {
            row[1] *= 1e9;
            row[2] *= 1e-4;
        }
        try (TrainedModel model = learner()
                .fit(set, Hyperparameters.of(Map.of("scale", "none")), new Seeds(1), JobContext.none())
                .orThrow()) {
            long right = 0;
            for (int i = 0; i < set.size(); i++) {
                right += model.classes(set.rows())[i] == set.isPositive(i) ? 1 : 0;
            }
            assertThat(right).isGreaterThan(200);
        }
    }
}
