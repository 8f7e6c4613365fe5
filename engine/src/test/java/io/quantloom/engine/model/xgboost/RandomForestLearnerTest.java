package io.quantloom.engine.model.xgboost;

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
import io.quantloom.engine.model.evaluation.ClassificationScore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomForestLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new RandomForestLearner();
    }

    @Override
    protected Hyperparameters quick() {
        return Hyperparameters.of(Map.of("trees", 10L));
    }

    @Test
    void ranksWhatItHasNotSeen() {
        TrainingSet unseen = SomeRows.of(2, 1000, 5);
        boolean[] positive = new boolean[unseen.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = unseen.isPositive(i);
        }
        try (TrainedModel model = learner()
                .fit(SomeRows.of(1, 600, 5), Hyperparameters.empty(), new Seeds(1), JobContext.none())
                .orThrow()) {
            assertThat(ClassificationScore.of(model.probabilities(unseen.rows()), positive)
                            .auc()
                            .orElseThrow())
                    .isGreaterThan(0.78);
        }
    }

    /** One tree of all rows and columns on one feature with three values: each leaf says 4·(share − ½) of its rows. */
    @Test
    void aLeafSpeaksForTheShareOfItsRows() {
        double[][] rows = {{1}, {1}, {1}, {1}, {2}, {2}, {2}, {2}, {3}, {3}};
        boolean[] positive = {true, false, false, false, true, true, true, false, true, true};
        double[] weights = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        var whole = Hyperparameters.of(Map.of("trees", 1L, "subsample", 1.0, "colsample", 1.0));

        try (TrainedModel model = learner()
                .fit(TrainingSet.of(List.of("a"), rows, positive, weights), whole, new Seeds(1), JobContext.none())
                .orThrow()) {
            double[] said = model.probabilities(new double[][] {{1}, {2}, {3}});
            for (int i = 0; i < 3; i++) {
                double share = new double[] {0.25, 0.75, 1}[i];
                assertThat(said[i]).isCloseTo(1 / (1 + Math.exp(-4 * (share - 0.5))), within(1e-6));
            }
        }
    }

    @Test
    void balancedClassesAreWeighedByTheirRarity() {
        // All rows alike, a quarter of them positive: weighed by their rarity both classes have half of the weight.
        double[][] rows = {{1}, {1}, {1}, {1}};
        boolean[] positive = {true, false, false, false};
        double[] weights = {1, 1, 1, 1};
        var balanced = Hyperparameters.of(Map.of("trees", 1L, "subsample", 1.0, "class_weight", "balanced"));

        try (TrainedModel model = learner()
                .fit(TrainingSet.of(List.of("a"), rows, positive, weights), balanced, new Seeds(1), JobContext.none())
                .orThrow()) {
            assertThat(model.probabilities(new double[][] {{1}})[0]).isCloseTo(0.5, within(1e-6));
        }
    }
}
