package io.quantloom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every learner keeps. */
public abstract class LearnerContract {

    private static final List<String> FEATURES = List.of("MACD", "PPO", "7_day_RSI", "SlowK");

    protected abstract Learner learner();

    /** Rows with names that every learner can work with. */
    protected static TrainingSet rows(long seed, int size) {
        return SomeRows.renamed(SomeRows.of(seed, size, FEATURES.size()), FEATURES);
    }

    protected TrainedModel fitted(TrainingSet set) {
        return learner()
                .fit(set, Hyperparameters.empty(), new Seeds(42), JobContext.none())
                .orThrow();
    }

    @Test
    void namesItselfAlike() {
        try (TrainedModel model = fitted(rows(1, 500))) {
            assertThat(model.learner()).isEqualTo(learner().name());
        }
    }

    @Test
    void equalInputsGiveEqualBytes() {
        try (TrainedModel one = fitted(rows(1, 500));
                TrainedModel two = fitted(rows(1, 500))) {
            assertThat(one.bytes()).isEqualTo(two.bytes());
        }
    }

    @Test
    void aLoadedModelAnswersWithTheSameBits() {
        double[][] asked = rows(2, 300).rows();
        try (TrainedModel model = fitted(rows(1, 500));
                TrainedModel loaded = learner().load(model.bytes()).orThrow()) {
            assertThat(loaded.probabilities(asked)).isEqualTo(model.probabilities(asked));
            assertThat(loaded.contributions(asked)).isDeepEqualTo(model.contributions(asked));
            assertThat(loaded.bytes()).isEqualTo(model.bytes());
            assertThat(loaded.learner()).isEqualTo(learner().name());
        }
    }

    @Test
    void aRowsAnswerDoesNotDependOnTheRowsBesideIt() {
        double[][] asked = rows(2, 300).rows();
        try (TrainedModel model = fitted(rows(1, 500))) {
            double[] all = model.probabilities(asked);
            double[] last = model.probabilities(Arrays.copyOfRange(asked, 150, 300));

            assertThat(last).isEqualTo(Arrays.copyOfRange(all, 150, 300));
            for (int i = 0; i < asked.length; i += 13) {
                assertThat(model.probabilities(new double[][] {asked[i]})).containsExactly(all[i]);
            }
        }
    }

    @Test
    void answersAreProbabilities() {
        try (TrainedModel model = fitted(rows(1, 500))) {
            for (double probability : model.probabilities(rows(3, 300).rows())) {
                assertThat(probability).isBetween(0.0, 1.0);
            }
            assertThat(model.probabilities(new double[0][])).isEmpty();
            assertThat(model.contributions(new double[0][]).length).isZero();
        }
    }

    @Test
    void contributionsAreOnePerFeatureAndTheBiasOrNone() {
        try (TrainedModel model = fitted(rows(1, 500))) {
            for (double[] contributions : model.contributions(rows(3, 20).rows())) {
                assertThat(contributions.length).isIn(0, FEATURES.size() + 1);
            }
        }
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        try (TrainedModel model = fitted(rows(1, 500))) {
            assertThatThrownBy(() -> model.probabilities(new double[][] {{1, 2, 3}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected rows of 4 features, found 3");
        }
    }

    @Test
    void refusesToFitWithoutRows() {
        assertThat(failure(learner().fit(rows(1, 0), Hyperparameters.empty(), new Seeds(1), JobContext.none()))
                        .reason())
                .isEqualTo(Failure.Reason.NOT_APPLICABLE);
    }

    @Test
    void refusesBytesThatAreNoModel() {
        for (String text :
                new String[] {"", "{", "{L", "not a model", "{\"learner\":{}}", "quantloom baseline 2: x\n"}) {
            assertThat(failure(learner().load(text.getBytes(StandardCharsets.UTF_8)))
                            .reason())
                    .isEqualTo(Failure.Reason.INVALID);
        }
    }

    protected static Failure failure(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var failure)
                ? failure
                : Failure.of(
                        Failure.Reason.INVALID, "a failure", outcome.getClass().getName(), "", "");
    }
}
