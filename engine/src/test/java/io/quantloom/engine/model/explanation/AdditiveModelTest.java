package io.quantloom.engine.model.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.adaboost.AdaBoostLearner;
import io.quantloom.engine.model.calibration.CalibratedLearner;
import io.quantloom.engine.model.explanation.Explanation.Method;
import io.quantloom.engine.model.linear.LogisticRegressionLearner;
import io.quantloom.engine.model.linear.RidgeLearner;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models whose margin is a sum of functions of one feature each. */
class AdditiveModelTest {

    private static final List<String> NAMES = List.of("f0", "f1", "f2", "f3", "f4");

    static Stream<Learner> learners() {
        return Stream.of(new AdaBoostLearner(), new RidgeLearner(), new LogisticRegressionLearner());
    }

    // The independent way: all sets of features, asked of the margin itself.
    @ParameterizedTest
    @MethodSource("learners")
    void theClosedFormIsWhatAllSetsOfFeaturesGive(Learner learner) {
        double[][] background = SomeRows.of(1, 60, 5).rows();
        double[][] asked = SomeRows.of(2, 7, 5).rows();
        try (TrainedModel model = fitted(learner, Map.of())) {
            ShapValues values = ShapValues.ofTerms(
                    OutputSpace.LOG_ODDS, model.terms(asked), model.terms(background));
            ShapValues bySets = new KernelShap(rows -> margins(model, rows), background, 1_000, new Seeds(1))
                    .explain(OutputSpace.LOG_ODDS, asked, JobContext.none())
                    .orThrow();

            double[] margins = margins(model, asked);
            for (int i = 0; i < asked.length; i++) {
                assertThat(values.output(i)).isCloseTo(margins[i], within(1e-9 * Math.max(1, Math.abs(margins[i]))));
                assertThat(values.base(i)).isCloseTo(bySets.base(i), within(1e-9));
                assertThat(values.contributions(i)).containsExactly(bySets.contributions(i), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void explainsManyRowsAgainstAllThatItWasTrainedOn(Learner learner) {
        double[][] rows = SomeRows.of(1, 300, 5).rows();
        try (TrainedModel model = fitted(learner, Map.of())) {
            Explanation explanation = new ExplainModel(new ExplainSpec(20, 5, 2, 250, 256, 3), new Seeds(1))
                    .run(NAMES, ExplainedModel.of(model, rows, rows), List.of(), JobContext.none())
                    .orThrow();

            assertThat(explanation.method()).isEqualTo(Method.ADDITIVE);
            assertThat(explanation.space())
                    .isEqualTo(model.isProbabilistic() ? OutputSpace.LOG_ODDS : OutputSpace.DECISION_VALUE);
            assertThat(explanation.rows()).isEqualTo(250);
            assertThat(explanation.background()).isEqualTo(300);
            assertThat(explanation.features().getFirst().feature()).isEqualTo("f0");
        }
    }

    @Test
    void aCalibratedModelIsExplainedBeforeItsCalibration() {
        double[][] asked = SomeRows.of(2, 3, 5).rows();
        try (TrainedModel plain = fitted(new RidgeLearner(), Map.of());
                TrainedModel calibrated =
                        fitted(CalibratedLearner.of(new RidgeLearner()), Map.of("calibration", "platt"))) {
            assertThat(calibrated.terms(asked)).isDeepEqualTo(plain.terms(asked));
        }
    }

    private static TrainedModel fitted(Learner learner, Map<String, String> settings) {
        return learner.fit(SomeRows.of(1, 300, 5), Hyperparameters.of(settings), new Seeds(3), JobContext.none())
                .orThrow();
    }

    private static double[] margins(TrainedModel model, double[][] rows) {
        double[] answers = model.isProbabilistic() ? model.probabilities(rows) : model.scores(rows);
        if (model.isProbabilistic()) {
            for (int i = 0; i < answers.length; i++) {
                answers[i] = Math.log(answers[i] / (1 - answers[i]));
            }
        }
        return answers;
    }
}
