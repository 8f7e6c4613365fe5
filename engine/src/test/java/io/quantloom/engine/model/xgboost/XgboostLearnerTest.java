package io.quantloom.engine.model.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LearnerContract;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XgboostLearnerTest extends LearnerContract {

    private static final Hyperparameters QUICK = Hyperparameters.of(Map.of("rounds", 20L, "min_child_weight", 5.0));

    @Override
    protected Learner learner() {
        return new XgboostLearner();
    }

    @Override
    protected Hyperparameters quick() {
        return QUICK;
    }

    @Test
    void learnsWhatTheFeaturesTell() {
        TrainingSet seen = SomeRows.of(1, 2000, 5);
        TrainingSet unseen = SomeRows.of(2, 2000, 5);

        try (TrainedModel model = fitted(seen, Hyperparameters.empty())) {
            double[] probabilities = model.probabilities(unseen.rows());
            long right = IntStream.range(0, unseen.size())
                    .filter(i -> (probabilities[i] >= 0.5) == unseen.isPositive(i))
                    .count();
            // The best any rule can do here is 1 − arccos(√(1.25/2.25))/π = 0.768.
            assertThat(right / 2000.0).isBetween(0.70, 0.80);
        }
    }

    @Test
    void contributionsSumToTheMargin() {
        double[][] asked = rows(2, 200).rows();
        try (TrainedModel model = fitted(rows(1, 800), QUICK)) {
            double[] probabilities = model.probabilities(asked);
            double[][] contributions = model.contributions(asked);
            for (int i = 0; i < asked.length; i++) {
                double margin = 0;
                for (double contribution : contributions[i]) {
                    margin += contribution;
                }
                assertThat(1 / (1 + Math.exp(-margin))).isCloseTo(probabilities[i], within(5e-6));
            }
        }
    }

    @Test
    void balancedIsTheNegativesForEachPositive() {
        TrainingSet set = rows(1, 300);
        double positives = set.positiveShare() * 300;
        var balanced = Hyperparameters.of(Map.of("rounds", 5L, "scale_pos_weight", "balanced"));
        var same = Hyperparameters.of(Map.of("rounds", 5L, "scale_pos_weight", (300 - positives) / positives));

        try (TrainedModel one = fitted(set, balanced);
                TrainedModel two = fitted(set, same)) {
            assertThat(one.probabilities(set.rows())).isEqualTo(two.probabilities(set.rows()));
        }
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        TrainingSet set = rows(1, 800);
        try (TrainedModel one = fitted(set, QUICK);
                TrainedModel two = learner()
                        .fit(set, QUICK, new Seeds(43), JobContext.none())
                        .orThrow()) {
            assertThat(one.bytes()).isNotEqualTo(two.bytes());
        }
    }

    @Test
    void weightsCount() {
        TrainingSet set = rows(1, 800);
        boolean[] positive = new boolean[set.size()];
        double[] weights = new double[set.size()];
        for (int i = 0; i < set.size(); i++) {
            positive[i] = set.isPositive(i);
            weights[i] = positive[i] ? 9 : 1;
        }
        TrainingSet heavy = TrainingSet.of(set.features(), set.rows(), positive, weights);

        try (TrainedModel even = fitted(set, QUICK);
                TrainedModel uneven = fitted(heavy, QUICK)) {
            double[][] asked = rows(2, 100).rows();
            for (int i = 0; i < asked.length; i++) {
                assertThat(uneven.probabilities(asked)[i]).isGreaterThan(even.probabilities(asked)[i]);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"max_depth, 0", "max_depth, 2.5", "eta, 0", "rounds, 0", "subsample, 1.5", "lambda, -1", "eta, NaN"})
    void refusesSettingsOutOfRange(String name, double value) {
        Failure failure = failure(
                learner().fit(rows(1, 50), Hyperparameters.of(Map.of(name, value)), new Seeds(1), JobContext.none()));

        assertThat(failure.reason()).isEqualTo(Failure.Reason.INVALID);
        assertThat(failure.sentence()).contains(name + " to be a").contains("found " + value);
    }

    @Test
    void namesEverySettingThatIsWrong() {
        Failure failure = failure(learner()
                .fit(
                        rows(1, 50),
                        Hyperparameters.of(Map.of("eta", "fast", "lambda", -1.0)),
                        new Seeds(1),
                        JobContext.none()));

        assertThat(failure.sentence())
                .isEqualTo("expected eta to be a number in [1.0E-6, 1], lambda to be a number in [0, 1000000000],"
                        + " found fast, -1.0 (xgboost)");
    }

    @Test
    void stopsWhenAsked() {
        var rounds = new int[1];
        JobContext impatient = new JobContext() {
            @Override
            public void report(Progress progress) {
                rounds[0]++;
            }

            @Override
            public boolean isCanceled() {
                return rounds[0] > 2;
            }
        };

        assertThat(learner().fit(rows(1, 300), Hyperparameters.empty(), new Seeds(1), impatient))
                .isInstanceOf(Outcome.Canceled.class);
    }

    @Test
    void refusesUndefinedFeatures() {
        try (TrainedModel model = fitted(rows(1, 300), QUICK)) {
            assertThatThrownBy(() -> model.probabilities(new double[][] {{1, 2, 3, Double.NaN}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("undefined");
        }
    }

    @Test
    void takesValuesThatAFloatCannotHold() {
        TrainingSet set = rows(1, 300);
        set.rows()[7][2] = 1e300;
        set.rows()[8][2] = Double.NEGATIVE_INFINITY;

        try (TrainedModel model = fitted(set, QUICK)) {
            assertThat(model.probabilities(set.rows())).hasSize(300).doesNotContain(Double.NaN);
        }
    }

    @Test
    void aClosedModelAnswersNoMore() {
        TrainedModel model = fitted(rows(1, 300), QUICK);
        model.close();
        model.close();

        assertThatThrownBy(() -> model.probabilities(new double[][] {{1, 2, 3, 4}}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(model.bytes()).isNotEmpty();
    }

    /** The version that provenance records is the one that runs. */
    @Test
    void recordsTheLibraryThatRuns() {
        var properties = new Properties();
        try (var file = XgboostLearner.class.getResourceAsStream("/xgboost4j-version.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(XgboostLearner.LIBRARY).isEqualTo("xgboost4j " + properties.getProperty("version"));
    }

    private static TrainedModel fitted(TrainingSet set, Hyperparameters parameters) {
        return new XgboostLearner()
                .fit(set, parameters, new Seeds(42), JobContext.none())
                .orThrow();
    }
}
