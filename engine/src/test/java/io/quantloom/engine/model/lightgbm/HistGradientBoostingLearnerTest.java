package io.quantloom.engine.model.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistGradientBoostingLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new HistGradientBoostingLearner();
    }

    @Override
    protected Hyperparameters quick() {
        return Hyperparameters.of(Map.of("rounds", 10L));
    }

    @Test
    void contributionsSumToTheMargin() {
        double[][] asked = rows(2, 100).rows();
        try (TrainedModel model = fitted(rows(1, 300))) {
            double[] probabilities = model.probabilities(asked);
            double[][] contributions = model.contributions(asked);
            for (int i = 0; i < asked.length; i++) {
                double margin = 0;
                for (double contribution : contributions[i]) {
                    margin += contribution;
                }
                assertThat(1 / (1 + Math.exp(-margin))).isCloseTo(probabilities[i], within(1e-12));
            }
        }
    }

    @Test
    void aClosedModelAnswersNoMore() {
        TrainedModel model = fitted(rows(1, 300));
        model.close();
        model.close();

        assertThatThrownBy(() -> model.probabilities(new double[][] {{1, 2, 3, 4}}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(model.bytes()).isNotEmpty();
    }
}
