package io.quantloom.engine.model.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.evaluation.ClassificationScore;
import org.junit.jupiter.api.Test;

class RandomLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new RandomLearner();
    }

    @Override
    protected boolean needsBothClasses() {
        return false;
    }

    @Test
    void guessesWithoutKnowledgeAsOftenAsTheClassIsThere() {
        TrainingSet all = rows(1, 4000);
        boolean[] positive = new boolean[all.size()];
        double[] weights = new double[all.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = all.rows()[i][0] > 0.8;
            weights[i] = 1;
        }
        var rare = TrainingSet.of(all.features(), all.rows(), positive, weights);

        try (TrainedModel model = fitted(rare)) {
            int said = 0;
            for (boolean yes : model.classes(rare.rows())) {
                said += yes ? 1 : 0;
            }
            // Three deviations of 4,000 throws around a share of 0.21 are 0.02; of the area under the curve 0.03.
            assertThat(said / 4000.0).isBetween(rare.positiveShare() - 0.02, rare.positiveShare() + 0.02);
            assertThat(ClassificationScore.of(model.probabilities(rare.rows()), positive)
                            .auc()
                            .orElseThrow())
                    .isBetween(0.47, 0.53);
        }
    }

    @Test
    void anotherSeedGuessesOtherwise() {
        try (TrainedModel one = fitted(rows(1, 50));
                TrainedModel two = learner()
                        .fit(rows(1, 50), quick(), new Seeds(43), JobContext.none())
                        .orThrow()) {
            assertThat(one.probabilities(rows(2, 50).rows()))
                    .isNotEqualTo(two.probabilities(rows(2, 50).rows()));
        }
    }
}
