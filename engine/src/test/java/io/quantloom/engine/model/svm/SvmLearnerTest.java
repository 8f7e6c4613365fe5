package io.quantloom.engine.model.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.evaluation.ClassificationScore;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SvmLearnerTest extends LearnerContract {

    @Override
    protected Learner learner() {
        return new SvmLearner();
    }

    /** A ring around the middle: no line tells the classes apart, the kernel does. */
    @Test
    void tellsARingFromItsMiddle() {
        TrainingSet seen = ring(1, 400);
        TrainingSet unseen = ring(2, 400);
        boolean[] positive = new boolean[400];
        for (int i = 0; i < 400; i++) {
            positive[i] = unseen.isPositive(i);
        }
        try (TrainedModel model = fitted(seen)) {
            double[] probabilities = model.probabilities(unseen.rows());
            ClassificationScore score = ClassificationScore.of(probabilities, positive);
            assertThat(score.auc().orElseThrow()).isGreaterThan(0.97);
            // A constant guess has a Brier score of about 0.24 here.
            assertThat(score.brier()).isLessThan(0.08);
        }
    }

    private static TrainingSet ring(long seed, int size) {
        TrainingSet set = rows(seed, size);
        boolean[] positive = new boolean[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double[] row = set.rows()[i];
            positive[i] = row[0] * row[0] + row[1] * row[1] > 1.4;
            weights[i] = 1;
        }
        return TrainingSet.of(set.features(), set.rows(), positive, weights);
    }

    @Test
    void theRareClassIsSaidMoreOftenWhenItIsWeighedUp() {
        TrainingSet all = rows(1, 300);
        boolean[] positive = new boolean[300];
        double[] weights = new double[300];
        for (int i = 0; i < 300; i++) {
            positive[i] = all.isPositive(i) && i % 4 == 0;
            weights[i] = 1;
        }
        var rare = TrainingSet.of(all.features(), all.rows(), positive, weights);

        assertThat(said(rare, "balanced")).isGreaterThan(said(rare, "none") + 30);
    }

    private int said(TrainingSet set, String weight) {
        try (TrainedModel model = learner()
                .fit(set, Hyperparameters.of(Map.of("class_weight", weight)), new Seeds(1), JobContext.none())
                .orThrow()) {
            int said = 0;
            for (boolean yes : model.classes(set.rows())) {
                said += yes ? 1 : 0;
            }
            return said;
        }
    }

    /** The solver looks up every hundred steps. */
    @Test
    void stopsInTheMiddleOfAFit() {
        var looks = new int[1];
        JobContext impatient = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                looks[0]++;
                return looks[0] > 1;
            }
        };

        assertThat(learner().fit(rows(1, 300), quick(), new Seeds(1), impatient))
                .isInstanceOf(Outcome.Canceled.class);
        assertThat(looks[0]).isEqualTo(2);
    }

    @Test
    void fitsWhereAFoldLacksAClass() {
        TrainingSet set = rows(1, 20);
        boolean[] positive = new boolean[20];
        positive[7] = true;
        double[] weights = new double[20];
        Arrays.fill(weights, 1);

        try (TrainedModel model = fitted(TrainingSet.of(set.features(), set.rows(), positive, weights))) {
            assertThat(model.probabilities(set.rows())).doesNotContain(Double.NaN);
        }
    }

    /** The file and the answers were written at commit 1a0c230, with LIBSVM 3.35 and Math.exp; the form is the same. */
    @Test
    void readsModelsSavedBeforeTheSolverWasOurs() throws IOException {
        try (var in = SvmLearnerTest.class.getResourceAsStream("saved-by-libsvm.model");
                TrainedModel model = learner().load(in.readAllBytes()).orThrow()) {
            double[][] asked = {{0, 0}, {1, -1}, {-0.5, 2}, {30, 30}};
            double[] expected = {0.4432941660313116, 0.6901812521393452, 0.323952986831753, 0.49239883681240604};

            assertThat(model.probabilities(asked)).containsExactly(expected, within(1e-12));
            assertThat(model.classes(asked)).containsExactly(false, true, false, true);
        }
    }
}
