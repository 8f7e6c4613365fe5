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

class MlpLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new MlpLearner();
    }

    @Override
    protected Hyperparameters quick() {
        return Hyperparameters.of(Map.of("hidden", 8L, "epochs", 5L));
    }

    /** Equal signs against different signs of two features: nothing a single layer could learn. */
    @Test
    void learnsWhatNoLineCan() {
        TrainingSet set = rows(1, 400);
        boolean[] positive = new boolean[400];
        double[] weights = new double[400];
        for (int i = 0; i < 400; i++) {
            positive[i] = set.rows()[i][0] > 0 == set.rows()[i][1] > 0;
            weights[i] = 1;
        }
        var crossed = TrainingSet.of(set.features(), set.rows(), positive, weights);
        var settings = Hyperparameters.of(Map.of("learning_rate", 0.01));

        try (TrainedModel model = learner()
                .fit(crossed, settings, new Seeds(1), JobContext.none())
                .orThrow()) {
            boolean[] said = model.classes(set.rows());
            int right = 0;
            for (int i = 0; i < 400; i++) {
                right += said[i] == positive[i] ? 1 : 0;
            }
            assertThat(right).isGreaterThan(380);
        }
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        try (TrainedModel one = fitted(rows(1, 100));
                TrainedModel two = learner()
                        .fit(rows(1, 100), quick(), new Seeds(43), JobContext.none())
                        .orThrow()) {
            assertThat(one.bytes()).isNotEqualTo(two.bytes());
        }
    }
}
