package io.quantloom.engine.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
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

class PersistenceLearnerTest extends LearnerContract {

    private final TrainingSet set = TrainingSet.of(
            List.of("7_day_RSI", "PPO"),
            new double[][] {{1, 1}, {2, -1}, {3, 2}, {4, 1}},
            new boolean[] {true, false, false, false},
            new double[] {1, 1, 1, 1});

    @Override
    protected Learner learner() {
        return new PersistenceLearner();
    }

    @Override
    protected boolean needsBothClasses() {
        return false;
    }

    @Test
    void saysThatTheLatestMoveGoesOn() {
        try (TrainedModel model = fitted(set)) {
            assertThat(model.probabilities(new double[][] {{-5, 0.1}, {5, -0.1}, {5, 0}}))
                    .containsExactly(1.0, 0.0, 0.25);
        }
    }

    @Test
    void looksAtTheFeatureItIsTold() {
        var told = Hyperparameters.of(Map.of("feature", "7_day_RSI"));

        try (TrainedModel model =
                learner().fit(set, told, new Seeds(1), JobContext.none()).orThrow()) {
            assertThat(model.probabilities(new double[][] {{-5, 0.1}})).containsExactly(0.0);
        }
    }

    @Test
    void doesNotApplyWithoutAMomentumFeature() {
        var outcome = learner().fit(SomeRows.of(1, 9, 2), Hyperparameters.empty(), new Seeds(1), JobContext.none());

        assertThat(failure(outcome).reason()).isEqualTo(Failure.Reason.NOT_APPLICABLE);
        assertThat(failure(outcome).sentence()).contains("MACD").contains("f0, f1");
    }
}
