package io.quantloom.engine.model.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeuralNetLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new NeuralNetLearner();
    }

    @Override
    protected Hyperparameters quick() {
        return Hyperparameters.of(Map.of("hidden", 8L, "epochs", 5L));
    }

    /** The scaler belongs to the model: features a million times as large make the same net. */
    @Test
    void theSizeOfAFeatureDoesNotMatter() {
        TrainingSet set = rows(1, 200);
        TrainingSet large = rows(1, 200);
        for (double[] row : large.rows()) {
            row[0] *= 0x1p20;
        }
        try (TrainedModel one = fitted(set);
                TrainedModel two = fitted(large)) {
            assertThat(two.probabilities(large.rows())).isEqualTo(one.probabilities(set.rows()));
        }
    }

    @Test
    void balancedClassesAreWeighedByTheirRarity() {
        TrainingSet set = rows(1, 200);
        boolean[] positive = new boolean[200];
        double[] weights = new double[200];
        double[] heavy = new double[200];
        for (int i = 0; i < 200; i++) {
            positive[i] = i % 5 == 0;
            weights[i] = 1;
            heavy[i] = positive[i] ? 200 / (2 * 40.0) : 200 / (2 * 160.0);
        }
        try (TrainedModel balanced = learner()
                        .fit(
                                TrainingSet.of(set.features(), set.rows(), positive, weights),
                                Hyperparameters.of(Map.of("hidden", 8L, "epochs", 5L, "class_weight", "balanced")),
                                new Seeds(42),
                                JobContext.none())
                        .orThrow();
                TrainedModel weighed = fitted(TrainingSet.of(set.features(), set.rows(), positive, heavy))) {
            assertThat(balanced.bytes()).isEqualTo(weighed.bytes());
        }
    }
}
