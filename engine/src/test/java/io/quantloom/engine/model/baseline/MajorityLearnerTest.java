package io.quantloom.engine.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MajorityLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new MajorityLearner();
    }

    @Override
    protected boolean needsBothClasses() {
        return false;
    }

    @Test
    void answersTheWeightedShareOfThePositives() {
        var set = TrainingSet.of(
                List.of("a"), new double[][] {{1}, {2}, {3}}, new boolean[] {true, false, true}, new double[] {1, 5, 2
                });

        try (TrainedModel model = fitted(set)) {
            assertThat(model.probabilities(new double[][] {{-9}, {9}})).containsExactly(3.0 / 8, 3.0 / 8);
        }
    }
}
