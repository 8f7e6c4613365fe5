package io.quantloom.engine.model.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.adaboost.AdaBoostLearner;
import io.quantloom.engine.model.baseline.RandomLearner;
import io.quantloom.engine.model.linear.LogisticRegressionLearner;
import io.quantloom.engine.model.linear.RidgeLearner;
import io.quantloom.engine.model.neighbor.NearestNeighborsLearner;
import io.quantloom.engine.model.net.MlpLearner;
import io.quantloom.engine.model.net.NeuralNetLearner;
import io.quantloom.engine.model.svm.SvmLearner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of our own models are read strictly. */
class ModelFileTest {

    static Stream<Learner> own() {
        return Stream.of(
                new RidgeLearner(),
                new LogisticRegressionLearner(),
                new AdaBoostLearner(),
                new NearestNeighborsLearner(),
                new SvmLearner(),
                new MlpLearner(),
                new NeuralNetLearner(),
                new RandomLearner());
    }

    private static byte[] file(Learner learner) {
        var quick = Hyperparameters.of(Map.of("hidden", 3L, "epochs", 2L, "rounds", 3L));
        try (TrainedModel model = learner.fit(SomeRows.of(1, 20, 2), quick, new Seeds(1), JobContext.none())
                .orThrow()) {
            return model.bytes();
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void refusesAFileOfAnyOtherLength(Learner learner) {
        byte[] whole = file(learner);
        for (int length = 0; length <= whole.length + 1; length++) {
            if (length != whole.length) {
                assertThat(learner.load(Arrays.copyOf(whole, length)))
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(Outcome.Failed.class);
            }
        }
    }

    /** Whatever a damaged byte makes of the numbers: a refusal or a model that answers in range, never an exception. */
    @ParameterizedTest
    @MethodSource("own")
    void aDamagedByteIsRefusedOrHarmless(Learner learner) {
        byte[] whole = file(learner);
        double[][] asked = SomeRows.of(2, 5, 2).rows();
        int behindTheWidth = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 1 + Integer.BYTES;
        var random = new SplittableRandom(1);
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(behindTheWidth, damaged.length)] = (byte) random.nextInt(256);
            if (learner.load(damaged) instanceof Outcome.Success<TrainedModel>(var model)
                    && model.bytes().length == whole.length) {
                for (double probability : model.probabilities(asked)) {
                    assertThat(probability).isBetween(0.0, 1.0);
                }
            }
        }
    }
}
