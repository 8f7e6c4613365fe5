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
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogisticRegressionLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new LogisticRegressionLearner();
    }

    /** At the minimum the slopes vanish: Σ w·(p − y) = 0 and c·Σ w·(p − y)·x = −coefficient. */
    @Test
    void standsWhereTheSlopesVanish() {
        TrainingSet set = rows(1, 300);
        double c = 0.7;
        try (TrainedModel model = learner()
                .fit(set, Hyperparameters.of(Map.of("c", c, "scale", "none")), new Seeds(1), JobContext.none())
                .orThrow()) {
            double[] p = model.probabilities(set.rows());
            double[][] ends = {{0, 0, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
            double[] atEnds = model.probabilities(ends);
            double level = 0;
            double[] slopes = new double[4];
            for (int i = 0; i < set.size(); i++) {
                double off = p[i] - (set.isPositive(i) ? 1 : 0);
                level += off;
                for (int k = 0; k < 4; k++) {
                    slopes[k] += c * off * set.rows()[i][k];
                }
            }
            assertThat(level).isCloseTo(0, within(1e-6));
            for (int k = 0; k < 4; k++) {
                assertThat(logOdds(atEnds[k + 1]) - logOdds(atEnds[0])).isCloseTo(-slopes[k], within(1e-6));
            }
        }
    }

    @Test
    void contributionsSumToTheLogOdds() {
        double[][] asked = rows(2, 50).rows();
        try (TrainedModel model = fitted(rows(1, 300))) {
            double[][] contributions = model.contributions(asked);
            double[] probabilities = model.probabilities(asked);
            for (int i = 0; i < asked.length; i++) {
                double sum = 0;
                for (double contribution : contributions[i]) {
                    sum += contribution;
                }
                assertThat(sum).isCloseTo(logOdds(probabilities[i]), within(1e-9));
            }
        }
    }

    /** Classes that a line divides: only the penalty keeps the coefficients finite. */
    @Test
    void findsAnEndWhereTheClassesAreDivided() {
        TrainingSet set = rows(1, 300);
        boolean[] positive = new boolean[300];
        double[] weights = new double[300];
        for (int i = 0; i < 300; i++) {
            positive[i] = set.rows()[i][0] > 0;
            weights[i] = 1;
        }
        var divided = TrainingSet.of(set.features(), set.rows(), positive, weights);
        try (TrainedModel model = learner()
                .fit(divided, Hyperparameters.of(Map.of("c", 1e6)), new Seeds(1), JobContext.none())
                .orThrow()) {
            assertThat(model.classes(set.rows())).isEqualTo(positive);
        }
    }

    private static double logOdds(double p) {
        return Math.log(p / (1 - p));
    }
}
