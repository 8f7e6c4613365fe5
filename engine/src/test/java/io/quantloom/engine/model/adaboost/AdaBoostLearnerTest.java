package io.quantloom.engine.model.adaboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdaBoostLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new AdaBoostLearner();
    }

    /**
     * The trap of boosted trees with a smallest weight of a leaf: the weights of 2,000 rows sum to 1, no leaf is heavy
     * enough, and every answer is the majority.
     */
    @Test
    void learnsThoughTheWeightsAreTiny() {
        TrainingSet seen = SomeRows.of(1, 2000, 5);
        TrainingSet unseen = SomeRows.of(2, 2000, 5);
        try (TrainedModel model = fitted(seen)) {
            boolean[] said = model.classes(unseen.rows());
            long right = 0;
            for (int i = 0; i < said.length; i++) {
                right += said[i] == unseen.isPositive(i) ? 1 : 0;
            }
            // The best any rule can do here is 0.768, see XgboostLearnerTest.
            assertThat(right / 2000.0).isBetween(0.72, 0.80);
        }
    }

    /**
     * Rows 1 to 4 of classes + + − +, by hand: the cut behind 2 leaves a pure side and one of + and −, which says − as it
     * has no more +; one stump alone votes with all there is, so the margins are +1 and −1.
     */
    @Test
    void boostsAsByHand() {
        double[][] rows = {{1}, {2}, {3}, {4}};
        boolean[] positive = {true, true, false, true};
        double[] weights = {1, 1, 1, 1};
        try (TrainedModel model = learner()
                .fit(
                        TrainingSet.of(List.of("a"), rows, positive, weights),
                        Hyperparameters.of(Map.of("rounds", 1L)),
                        new Seeds(1),
                        JobContext.none())
                .orThrow()) {
            assertThat(model.classes(rows)).containsExactly(true, true, false, false);
            double sure = 1 / (1 + Math.exp(-1));
            assertThat(model.probabilities(rows))
                    .containsExactly(new double[] {sure, sure, 1 - sure, 1 - sure}, within(1e-12));
        }
    }

    @Test
    void stopsAtAPerfectStump() {
        double[][] rows = {{1}, {2}, {3}, {4}};
        boolean[] positive = {false, false, true, true};
        double[] weights = {1, 1, 1, 1};
        try (TrainedModel model = fitted(TrainingSet.of(List.of("a"), rows, positive, weights))) {
            assertThat(model.classes(new double[][] {{2.4}, {2.6}})).containsExactly(false, true);
        }
    }

    @Test
    void saysTheMajorityWhereNothingVaries() {
        double[][] rows = {{7}, {7}, {7}};
        boolean[] positive = {true, false, true};
        double[] weights = {1, 1, 1};
        try (TrainedModel model = fitted(TrainingSet.of(List.of("a"), rows, positive, weights))) {
            assertThat(model.classes(new double[][] {{7}, {8}})).containsExactly(true, true);
        }
    }
}
