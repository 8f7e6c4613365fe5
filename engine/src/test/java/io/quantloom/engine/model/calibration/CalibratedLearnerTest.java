package io.quantloom.engine.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.evaluation.ClassificationScore;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratedLearnerTest {

    private static final int SPAN = 6;

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aLoudLearnerScoresBetterOnFreshRows(CalibrationMethod method) {
        TrainingSet fresh = rows(77, 4_000);
        boolean[] positive = classes(fresh);
        try (TrainedModel loud = fit(new LoudLearner(), "none");
                TrainedModel calibrated = fit(new LoudLearner(), method.text())) {
            var before = ClassificationScore.of(loud.probabilities(fresh.rows()), positive);
            var after = ClassificationScore.of(calibrated.probabilities(fresh.rows()), positive);

            assertThat(after.brier()).isLessThan(before.brier() - 0.02);
            assertThat(after.logLoss()).isLessThan(before.logLoss() - 0.1);
            assertThat(after.auc().orElseThrow()).isGreaterThan(before.auc().orElseThrow() - 0.01);
        }
    }

    /** Trees that memorize neighbors: the library's defaults on rows that are mostly noise. */
    @Test
    void treesThatMemorizeScoreBetterOnFreshRows() {
        TrainingSet fresh = rows(77, 2_000);
        var learner = CalibratedLearner.of(new XgboostLearner());
        Map<String, Object> deep = Map.of("max_depth", 6L, "eta", 0.3, "rounds", 40L, "min_child_weight", 1.0);
        var platt = new TreeMap<String, Object>(deep);
        platt.put(CalibratedLearner.CALIBRATION, "platt");
        try (TrainedModel plain = learner.fit(rows(5, 600), Hyperparameters.of(deep), new Seeds(1), JobContext.none())
                        .orThrow();
                TrainedModel calibrated = learner.fit(
                                rows(5, 600), new Hyperparameters(platt), new Seeds(1), JobContext.none())
                        .orThrow()) {
            var before = ClassificationScore.of(plain.probabilities(fresh.rows()), classes(fresh));
            var after = ClassificationScore.of(calibrated.probabilities(fresh.rows()), classes(fresh));

            assertThat(after.brier()).isLessThan(before.brier());
            assertThat(after.logLoss()).isLessThan(before.logLoss());
            assertThat(((CalibratedModel) calibrated).uncalibrated().bytes()).isEqualTo(plain.bytes());
            assertThat(calibrated.contributions(fresh.rows())).isDeepEqualTo(plain.contributions(fresh.rows()));
        }
    }

    @Test
    void eachFoldLearnsOnlyFromLabelsDecidedBeforeIt() {
        var learner = new LoudLearner();
        TrainingSet set = rows(5, 600);
        CalibratedLearner.of(learner)
                .fit(
                        set,
                        Hyperparameters.of(Map.of(
                                CalibratedLearner.CALIBRATION, "isotonic",
                                CalibratedLearner.FOLDS, 4L,
                                CalibratedLearner.EMBARGO, 3L)),
                        new Seeds(1),
                        JobContext.none())
                .orThrow()
                .close();

        assertThat(learner.seen()).hasSize(5);
        assertThat(learner.open()).isZero();
        for (int fold = 0; fold < 4; fold++) {
            TrainingSet inner = learner.seen().get(fold);
            int begin = set.bar((fold + 1) * 120);
            assertThat(inner.end(inner.size() - 1) + 3).isLessThan(begin);
            // Exactly those remain that the embargo allows.
            assertThat(inner.bar(inner.size() - 1)).isGreaterThan(begin - 3 - SPAN - 4);
        }
        assertThat(learner.seen().getLast()).isSameAs(set);
    }

    /** Rows whose label reaches into the scored stretch, made absurd, change nothing of the calibration. */
    @Test
    void poisonInPurgedRowsDoesNotReachTheCalibration() {
        TrainingSet clean = rows(5, 600);
        double[][] poisoned = clean.rows().clone();
        boolean[] classes = classes(clean);
        int begin = clean.bar(300);
        for (int i = 0; i < 300; i++) {
            if (clean.end(i) >= begin) {
                poisoned[i] = new double[] {1e9, -1e9};
                classes[i] = !classes[i];
            }
        }
        TrainingSet poison = TrainingSet.of(clean.features(), poisoned, classes, weights(600))
                .withSpans(spans(600, 0), spans(600, SPAN));

        Calibration one = calibration(clean);
        assertThat(calibration(poison)).isEqualTo(one);
        assertThat(poisoned[299][0]).isEqualTo(1e9);
        // And the test can fail: the same poison before the purged rows does change it.
        double[][] early = clean.rows().clone();
        early[10] = new double[] {1e9, -1e9};
        assertThat(calibration(TrainingSet.of(clean.features(), early, classes(clean), weights(600))
                        .withSpans(spans(600, 0), spans(600, SPAN))))
                .isNotEqualTo(one);
    }

    @Test
    void refusesFoldsThatOverlap() {
        TrainingSet set = rows(5, 600);
        InnerFold fold = InnerFold.of(new int[] {0, 1, 99}, new int[] {100, 101});

        assertThatThrownBy(() -> new CalibrateModel(CalibrationMethod.PLATT)
                        .run(
                                new LoudLearner(),
                                set,
                                List.of(fold),
                                Hyperparameters.empty(),
                                new Seeds(1),
                                JobContext.none()))
                .hasMessage("labels of a fold's training rows overlap its test rows");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void aLoadedModelAnswersWithTheSameBits(CalibrationMethod method) {
        TrainingSet fresh = rows(77, 300);
        var learner = CalibratedLearner.of(new LoudLearner(), method);
        try (TrainedModel model = learner.fit(rows(5, 600), Hyperparameters.empty(), new Seeds(1), JobContext.none())
                        .orThrow();
                TrainedModel again = learner.fit(rows(5, 600), Hyperparameters.empty(), new Seeds(1), JobContext.none())
                        .orThrow();
                TrainedModel loaded = learner.load(model.bytes()).orThrow()) {
            assertThat(again.bytes()).isEqualTo(model.bytes());
            assertThat(loaded.probabilities(fresh.rows())).isEqualTo(model.probabilities(fresh.rows()));
            assertThat(loaded.bytes()).isEqualTo(model.bytes());
            assertThat(loaded.learner()).isEqualTo("loud");
        }
    }

    @Test
    void withoutCalibrationItIsTheLearnerItself() {
        var learner = CalibratedLearner.of(new LoudLearner());
        try (TrainedModel model = fit(new LoudLearner(), "none");
                TrainedModel loaded = learner.load(model.bytes()).orThrow()) {
            assertThat(model).isNotInstanceOf(CalibratedModel.class);
            assertThat(loaded).isNotInstanceOf(CalibratedModel.class);
        }
        assertThat(learner.name()).isEqualTo("loud");
        assertThat(learner.parameters())
                .containsExactly("nothing", "calibration", "calibration_folds", "calibration_embargo");
    }

    @Test
    void refusesSettingsAndFilesThatAreNone() {
        var learner = CalibratedLearner.of(new LoudLearner());
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("calibration", "magic"),
                Map.of("calibration", "platt", "calibration_folds", 0L),
                Map.of("calibration", "platt", "calibration_embargo", -1L))) {
            assertThat(reason(learner.fit(rows(5, 600), Hyperparameters.of(wrong), new Seeds(1), JobContext.none())))
                    .isEqualTo(Failure.Reason.INVALID);
        }
        for (String text : List.of(
                "",
                "quantloom calibrated 1: ",
                "quantloom calibrated 1: platt 1,2",
                "quantloom calibrated 1: platt 1\nloud 1",
                "quantloom calibrated 1: platt -1,2\nloud 1",
                "quantloom calibrated 1: magic 1,2\nloud 1",
                "quantloom calibrated 1: isotonic 1:0.5,0:0.6\nloud 1",
                "quantloom calibrated 1: platt 1,2\nquiet 1")) {
            assertThat(reason(learner.load(text.getBytes(StandardCharsets.UTF_8))))
                    .as(text)
                    .isEqualTo(Failure.Reason.INVALID);
        }
    }

    @Test
    void refusesTooFewRows() {
        assertThat(reason(CalibratedLearner.of(new LoudLearner(), CalibrationMethod.ISOTONIC)
                        .fit(rows(5, 60), Hyperparameters.empty(), new Seeds(1), JobContext.none())))
                .isEqualTo(Failure.Reason.NOT_APPLICABLE);
    }

    private static Calibration calibration(TrainingSet set) {
        try (CalibratedModel model = new CalibrateModel(CalibrationMethod.PLATT)
                .run(
                        new LoudLearner(),
                        set,
                        InnerFold.forward(set, 1, 0),
                        Hyperparameters.empty(),
                        new Seeds(1),
                        JobContext.none())
                .orThrow()) {
            return model.calibration();
        }
    }

    private static TrainedModel fit(LoudLearner learner, String method) {
        return CalibratedLearner.of(learner)
                .fit(
                        rows(5, 1_200),
                        Hyperparameters.of(Map.of(CalibratedLearner.CALIBRATION, method)),
                        new Seeds(1),
                        JobContext.none())
                .orThrow();
    }

    /** Two normal features; the odds of the positive class are exp(x₀). A label is decided {@link #SPAN} bars later. */
    private static TrainingSet rows(long seed, int size) {
        var random = new SplittableRandom(seed);
        double[][] rows = new double[size][];
        boolean[] positive = new boolean[size];
        for (int i = 0; i < size; i++) {
            rows[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            positive[i] = random.nextDouble() < 1 / (1 + Math.exp(-rows[i][0]));
        }
        return TrainingSet.of(List.of("x", "noise"), rows, positive, weights(size))
                .withSpans(spans(size, 0), spans(size, SPAN));
    }

    private static int[] spans(int size, int shift) {
        return IntStream.range(0, size).map(i -> 2 * i + shift).toArray();
    }

    private static double[] weights(int size) {
        double[] weights = new double[size];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static boolean[] classes(TrainingSet set) {
        boolean[] classes = new boolean[set.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = set.isPositive(i);
        }
        return classes;
    }

    private static Failure.Reason reason(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).failure().reason();
    }
}
