package io.quantloom.engine.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluateModelTest {

    private final EvaluateModel evaluate = new EvaluateModel(List.of(new MajorityLearner(), new PersistenceLearner()));

    /** Fault F21: source 2's AVAX model was let through with the accuracy of a model that never says yes. */
    @Test
    void showsThatAnAccuracyIsNoBetterThanTheMajoritys() {
        TrainingSet test = classes(9, 47);
        double[] said = new double[56];
        Arrays.fill(said, 0, 5, 0.9);
        Arrays.fill(said, 9, 14, 0.9);

        Evaluation evaluation = run(said, classes(30, 170), test, 6);

        assertThat(evaluation.confusion()).isEqualTo(new ConfusionMatrix(5, 5, 42, 4));
        assertThat(evaluation.baselines()).extracting(Baseline::learner).containsExactly("majority", "persistence");
        assertThat(evaluation.baselines().getFirst().score().orElseThrow().accuracy())
                .isEqualTo(evaluation.confusion().accuracy().orThrow());
        assertThat(evaluation.baselines().get(1).score()).isEmpty();
        assertThat(evaluation.baselines().get(1).reason()).contains("PPO");
    }

    @Test
    void namesEveryMeasureAndTheReasonOfTheUndefined() {
        Evaluation evaluation = run(new double[56], classes(30, 170), classes(9, 47), 56);

        assertThat(evaluation.measures())
                .containsOnlyKeys(
                        "accuracy",
                        "auc",
                        "balanced_accuracy",
                        "brier",
                        "calibration_error",
                        "log_loss",
                        "negative_accuracy",
                        "overall_score",
                        "positive_accuracy",
                        "precision",
                        "recall");
        assertThat(evaluation.measure("precision")).isEqualTo(Measure.undefined("the model calls no row positive"));
        assertThat(evaluation.measure("brier").orThrow()).isCloseTo(9.0 / 56, within(1e-15));
        assertThat(evaluation.measure("auc").orThrow()).isEqualTo(0.5);
    }

    @Test
    void theThresholdDecidesTheClassOnly() {
        double[] said = {0.55, 0.65, 0.45, 0.35};
        boolean[] positive = {true, true, false, false};

        Evaluation low = Evaluation.of(ClassifierOutput.of(said, 0.5), positive, 4);
        Evaluation high = Evaluation.of(ClassifierOutput.of(said, 0.6), positive, 4);

        assertThat(low.confusion()).isEqualTo(new ConfusionMatrix(2, 0, 2, 0));
        assertThat(high.confusion()).isEqualTo(new ConfusionMatrix(1, 0, 2, 1));
        assertThat(high.auc()).isEqualTo(low.auc());
        assertThat(high.threshold()).hasValue(0.6);
    }

    @Test
    void aDecisionValueHasNoBrierScore() {
        Evaluation evaluation = Evaluation.of(
                ClassifierOutput.of(new Margins(), new double[][] {{2}, {-1}, {0.5}, {-3}}),
                new boolean[] {true, false, true, true},
                4);

        assertThat(evaluation.confusion()).isEqualTo(new ConfusionMatrix(2, 0, 1, 1));
        assertThat(evaluation.auc().orThrow()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(evaluation.fit()).isEmpty();
        assertThat(evaluation.threshold()).isEmpty();
        assertThat(evaluation.measure("brier").reason())
                .isEqualTo("the learner gives a decision value, no probability");
    }

    @Test
    void stopsWhenAsked() {
        JobContext canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };
        assertThat(evaluate.run(
                        ClassifierOutput.of(new double[4], 0.5),
                        classes(2, 2),
                        classes(2, 2),
                        4,
                        new Seeds(1),
                        canceled))
                .isInstanceOf(Outcome.Canceled.class);
    }

    @Test
    void theFileReadsBackToTheSameEvaluation() {
        TrainingSet test = SomeRows.of(4, 400, 3);
        double[] said = new double[400];
        for (int i = 0; i < said.length; i++) {
            said[i] = 1 / (1 + Math.exp(-test.rows()[i][0]));
        }
        Evaluation whole = run(said, SomeRows.of(5, 300, 3), test, 123.4);
        Evaluation undefined = run(new double[4], classes(2, 2), classes(0, 4), 4);
        Evaluation margins = Evaluation.of(
                ClassifierOutput.of(new Margins(), new double[][] {{2}, {-1}}), new boolean[] {true, false}, 1.5);

        for (Evaluation evaluation : List.of(whole, undefined, margins)) {
            byte[] file = EvaluationJson.write(evaluation);
            Evaluation read = EvaluationJson.read(file).orThrow();

            assertThat(read).isEqualTo(evaluation);
            assertThat(EvaluationJson.write(read)).isEqualTo(file);
        }
    }

    @Test
    void refusesAFileThatIsNone() {
        for (String text : List.of("", "{", "{}", "[]", "{\"confusion\":{}}", "null")) {
            assertThat(EvaluationJson.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void refusesProbabilitiesThatAreNone() {
        assertThatThrownBy(() -> ClassifierOutput.of(new double[] {0.5, 1.5}, 0.5))
                .hasMessageContaining("1.5 at row 1");
        assertThatThrownBy(() -> ClassifierOutput.of(new double[] {0.5}, Double.NaN))
                .hasMessageContaining("NaN");
    }

    private Evaluation run(double[] said, TrainingSet training, TrainingSet test, double effectiveRows) {
        return evaluate.run(
                        ClassifierOutput.of(said, 0.5), training, test, effectiveRows, new Seeds(1), JobContext.none())
                .orThrow();
    }

    private static TrainingSet classes(int positives, int negatives) {
        int size = positives + negatives;
        boolean[] positive = new boolean[size];
        Arrays.fill(positive, 0, positives, true);
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        return TrainingSet.of(List.of("x"), new double[size][1], positive, weights);
    }

    /** Decides by the sign of its only feature. */
    private static final class Margins implements TrainedModel {

        @Override
        public String learner() {
            return "margins";
        }

        @Override
        public double[] probabilities(double[][] rows) {
            return new double[rows.length];
        }

        @Override
        public boolean isProbabilistic() {
            return false;
        }

        @Override
        public double[] scores(double[][] rows) {
            return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        }

        @Override
        public boolean[] classes(double[][] rows) {
            boolean[] classes = new boolean[rows.length];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = rows[i][0] > 0;
            }
            return classes;
        }

        @Override
        public double[][] contributions(double[][] rows) {
            return new double[rows.length][0];
        }

        @Override
        public byte[] bytes() {
            return new byte[0];
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
