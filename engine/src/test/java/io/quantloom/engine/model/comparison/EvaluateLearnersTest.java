package io.quantloom.engine.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EvaluateLearnersTest {

    private static Outcome<List<LearnerScore>> run(TrainingSet rows, int train) {
        // A clock that takes a second for every look at it.
        var cpu = new AtomicLong();
        return new EvaluateLearners(() -> cpu.addAndGet(1_000_000_000))
                .run(
                        List.of(new PersistenceLearner(), new MajorityLearner()),
                        rows,
                        train,
                        _ -> Hyperparameters.empty(),
                        new Seeds(1),
                        JobContext.none());
    }

    private static TrainingSet moves(double... values) {
        double[][] rows = new double[values.length][];
        boolean[] positive = new boolean[values.length];
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rows[i] = new double[] {Math.signum(values[i])};
            positive[i] = Math.abs(values[i]) > 1;
            weights[i] = 1;
        }
        return TrainingSet.of(List.of("PPO"), rows, positive, weights);
    }

    /** Says + to rows above zero; of 5 unseen rows 2 are hits, 1 is a false alarm, 1 a miss, 1 rightly silent. */
    @Test
    void measuresTheRowsAfterTheTrainingRows() {
        LearnerScore score = run(moves(2, 1, 2, 2, 1, -2, -1), 2).orThrow().getFirst();

        assertThat(score.name()).isEqualTo("persistence");
        assertThat(score.measure("accuracy").orElseThrow()).isCloseTo(3 / 5.0, within(1e-15));
        assertThat(score.measure("precision").orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(score.measure("recall").orElseThrow()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(score.measure("balanced_accuracy").orElseThrow()).isCloseTo((2 / 3.0 + 1 / 2.0) / 2, within(1e-15));
        // Pairs: of 3 positives and 2 negatives, 2 right, 2 ties of equal answers + 1 tie, 1 wrong: (2 + 1.5)/6.
        assertThat(score.measure("auc").orElseThrow()).isCloseTo(3.5 / 6, within(1e-15));
        assertThat(score.measure("brier").orElseThrow()).isCloseTo(2 / 5.0, within(1e-15));
        assertThat(score.fitCpuSeconds()).isEqualTo(1);
        assertThat(score.predictCpuSeconds()).isEqualTo(1);
    }

    @Test
    void whatIsUndefinedIsLeftEmpty() {
        LearnerScore score = run(moves(2, 1, 1, -2, -2), 3).orThrow().getFirst();

        assertThat(score.measure("accuracy").orElseThrow()).isZero();
        assertThat(score.measure("precision")).isEmpty();
        assertThat(score.measure("balanced_accuracy")).isEmpty();
        assertThat(score.measure("auc")).isEmpty();
        assertThat(score.measure("recall")).hasValue(0);
    }

    @Test
    void aLearnerThatDoesNotFitHasAProblem() {
        TrainingSet nameless = SomeRows.of(1, 10, 2);
        List<LearnerScore> scores = run(nameless, 5).orThrow();

        assertThat(scores.getFirst().evaluation()).isEmpty();
        assertThat(scores.getFirst().problem()).contains("rows with one of the features");
        assertThat(scores.getLast().evaluation()).isPresent();
    }

    @Test
    void refusesToMeasureOnNothing() {
        assertThat(run(moves(1, 2, 3), 3)).isInstanceOf(Outcome.Failed.class);
        assertThat(run(moves(1, 2, 3), 0)).isInstanceOf(Outcome.Failed.class);
    }
}
