package io.quantloom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.linear.RidgeLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every learner keeps. */
public abstract class LearnerContract {

    private static final List<String> FEATURES = List.of("MACD", "PPO", "7_day_RSI", "SlowK");

    protected abstract Learner learner();

    /** Settings with which a fit of a few hundred rows takes a few hundredths of a second. */
    protected Hyperparameters quick() {
        return Hyperparameters.empty();
    }

    /** Whether the learner has nothing to tell apart without rows of both classes. */
    protected boolean needsBothClasses() {
        return true;
    }

    /** Rows with names that every learner can work with. */
    protected static TrainingSet rows(long seed, int size) {
        return SomeRows.renamed(SomeRows.of(seed, size, FEATURES.size()), FEATURES);
    }

    protected TrainedModel fitted(TrainingSet set) {
        return learner().fit(set, quick(), new Seeds(42), JobContext.none()).orThrow();
    }

    @Test
    void namesItselfAlike() {
        try (TrainedModel model = fitted(rows(1, 300))) {
            assertThat(model.learner()).isEqualTo(learner().name());
        }
    }

    @Test
    void equalInputsGiveEqualBytes() {
        try (TrainedModel one = fitted(rows(1, 300));
                TrainedModel two = fitted(rows(1, 300))) {
            assertThat(one.bytes()).isEqualTo(two.bytes());
        }
    }

    @Test
    void fitsBesideEachOtherGiveTheBytesOfFitsAlone() throws InterruptedException, ExecutionException {
        List<TrainingSet> sets = List.of(rows(1, 300), rows(2, 200), rows(3, 250));
        List<byte[]> alone = sets.stream().map(this::bytesOf).toList();
        List<Callable<byte[]>> work = IntStream.range(0, 9)
                .<Callable<byte[]>>mapToObj(i -> () -> bytesOf(sets.get(i % 3)))
                .toList();

        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<byte[]>> together = threads.invokeAll(work);
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % 3));
            }
        }
    }

    private byte[] bytesOf(TrainingSet set) {
        try (TrainedModel model = fitted(set)) {
            return model.bytes();
        }
    }

    @Test
    void aLoadedModelAnswersWithTheSameBits() {
        double[][] asked = rows(2, 300).rows();
        try (TrainedModel model = fitted(rows(1, 300));
                TrainedModel loaded = learner().load(model.bytes()).orThrow()) {
            assertThat(loaded.probabilities(asked)).isEqualTo(model.probabilities(asked));
            assertThat(loaded.scores(asked)).isEqualTo(model.scores(asked));
            assertThat(loaded.classes(asked)).isEqualTo(model.classes(asked));
            assertThat(loaded.isProbabilistic()).isEqualTo(model.isProbabilistic());
            assertThat(loaded.contributions(asked)).isDeepEqualTo(model.contributions(asked));
            assertThat(loaded.bytes()).isEqualTo(model.bytes());
            assertThat(loaded.learner()).isEqualTo(learner().name());
        }
    }

    @Test
    void aRowsAnswerDoesNotDependOnTheRowsBesideIt() {
        double[][] asked = rows(2, 300).rows();
        try (TrainedModel model = fitted(rows(1, 300))) {
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
        try (TrainedModel model = fitted(rows(1, 300))) {
            double[][] asked = rows(3, 300).rows();
            for (double probability : model.probabilities(asked)) {
                assertThat(probability).isBetween(0.0, 1.0);
            }
            assertThat(model.scores(asked)).hasSize(300).doesNotContain(Double.NaN);
            assertThat(model.classes(asked)).hasSize(300);
            assertThat(model.probabilities(new double[0][])).isEmpty();
            assertThat(model.scores(new double[0][])).isEmpty();
            assertThat(model.classes(new double[0][])).isEmpty();
            assertThat(model.contributions(new double[0][]).length).isZero();
        }
    }

    @Test
    void contributionsAreOnePerFeatureAndTheBiasOrNone() {
        try (TrainedModel model = fitted(rows(1, 300))) {
            for (double[] contributions : model.contributions(rows(3, 20).rows())) {
                assertThat(contributions.length).isIn(0, FEATURES.size() + 1);
            }
        }
    }

    @Test
    void refusesRowsOfAnotherWidth() {
        try (TrainedModel model = fitted(rows(1, 300))) {
            assertThatThrownBy(() -> model.probabilities(new double[][] {{1, 2, 3}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected rows of 4 features, found 3");
        }
    }

    @Test
    void refusesUndefinedFeatures() {
        try (TrainedModel model = fitted(rows(1, 300))) {
            assertThatThrownBy(() ->
                            model.probabilities(new double[][] {{Double.NaN, Double.NaN, Double.NaN, Double.NaN}}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("undefined");
        }
    }

    @Test
    void refusesToFitWithoutRows() {
        assertThat(failure(learner().fit(rows(1, 0), quick(), new Seeds(1), JobContext.none()))
                        .reason())
                .isEqualTo(Failure.Reason.NOT_APPLICABLE);
    }

    @Test
    void saysSoWhenThereIsOneClassOnly() {
        TrainingSet two = rows(1, 40);
        boolean[] positive = new boolean[two.size()];
        Arrays.fill(positive, true);
        double[] weights = new double[two.size()];
        Arrays.fill(weights, 1);
        var one = TrainingSet.of(two.features(), two.rows(), positive, weights);

        Outcome<TrainedModel> outcome = learner().fit(one, quick(), new Seeds(1), JobContext.none());

        if (needsBothClasses()) {
            assertThat(failure(outcome).reason()).isEqualTo(Failure.Reason.NOT_APPLICABLE);
        } else {
            assertThat(outcome).isInstanceOf(Outcome.Success.class);
        }
    }

    @Test
    void passesOverWhatIsNotItsOwn() {
        var values = new TreeMap<>(quick().values());
        values.put("threshold", 0.6);
        try (TrainedModel one = fitted(rows(1, 300));
                TrainedModel two = learner()
                        .fit(rows(1, 300), Hyperparameters.of(values), new Seeds(42), JobContext.none())
                        .orThrow()) {
            assertThat(one.bytes()).isEqualTo(two.bytes());
        }
    }

    @Test
    void refusesBytesThatAreNoModel() {
        for (String text :
                new String[] {"", "{", "{L", "not a model", "{\"learner\":{}}", "quantloom baseline 2: x\n", "tree\n"
                }) {
            assertThat(failure(learner().load(text.getBytes(StandardCharsets.UTF_8)))
                            .reason())
                    .isEqualTo(Failure.Reason.INVALID);
        }
    }

    @Test
    void refusesTheFilesOfOthers() {
        for (Learner other : List.of(new RidgeLearner(), new XgboostLearner(), new MajorityLearner())) {
            if (!other.name().equals(learner().name())) {
                try (TrainedModel model = other.fit(
                                rows(1, 300), Hyperparameters.empty(), new Seeds(1), JobContext.none())
                        .orThrow()) {
                    assertThat(failure(learner().load(model.bytes())).reason()).isEqualTo(Failure.Reason.INVALID);
                }
            }
        }
    }

    @Test
    void stopsWhenAskedOrEndsAtOnce() {
        JobContext impatient = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };

        assertThat(learner().fit(rows(1, 300), quick(), new Seeds(1), impatient))
                .isInstanceOfAny(Outcome.Canceled.class, Outcome.Success.class);
    }

    @Test
    void printsNothing() {
        PrintStream out = System.out;
        var printed = new ByteArrayOutputStream();
        try (var spy = new PrintStream(printed, true, StandardCharsets.UTF_8);
                TrainedModel warm = fitted(rows(1, 300))) {
            System.setOut(spy);
            try (TrainedModel model = fitted(rows(1, 300))) {
                assertThat(model.bytes()).isEqualTo(warm.bytes());
            }
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    protected static Failure failure(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var failure)
                ? failure
                : Failure.of(
                        Failure.Reason.INVALID, "a failure", outcome.getClass().getName(), "", "");
    }
}
