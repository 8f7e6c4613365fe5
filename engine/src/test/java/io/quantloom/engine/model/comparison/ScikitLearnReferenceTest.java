package io.quantloom.engine.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LibraryDefaults;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.svm.SvmLearner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pool against scikit-learn 1.2.1 and xgboost 1.7.4, whose results on the same rows are saved in
 * ../shared/data/reference/sklearn (recipe.py says how they were made).
 */
class ScikitLearnReferenceTest {

    private static final Path FOLDER = Path.of(System.getProperty("quantloom.shared.data", "../../shared/data"))
            .resolve("reference/sklearn");
    private static final int TRAIN = 1000;
    private static final Map<String, LearnerScore> OURS = new TreeMap<>();
    private static TrainingSet rows = TrainingSet.of(List.of(), new double[0][], new boolean[0], new double[0]);
    private static JsonNode results = new ObjectMapper().createObjectNode();

    @BeforeAll
    static void evaluate() throws IOException {
        Assumptions.assumeTrue(
                Files.exists(FOLDER), "skipped: scikit-learn's results stand at ../shared/data, which is absent here");
        results = new ObjectMapper()
                .readTree(FOLDER.resolve("results.json").toFile())
                .path("results");
        rows = new ReadTable()
                .run(FOLDER.resolve("data.csv.gz"), "y", JobContext.none())
                .orThrow();
        for (LearnerScore score : new EvaluateLearners(() -> 0)
                .run(PoolLearners.all(), rows, TRAIN, LibraryDefaults::of, new Seeds(42), JobContext.none())
                .orThrow()) {
            OURS.put(score.name(), score);
        }
    }

    /** Nothing in them is random: three digits of the area under the curve, accuracy within 5 of 5,000 rows. */
    @ParameterizedTest
    @CsvSource({
        "svm, svc",
        "knn, knn",
        "ridge, ridge",
        "adaboost, adaboost_samme",
        "xgboost, xgboost_hist",
        "logistic-regression, logistic_regression"
    })
    void theSureOnesAgree(String ours, String theirs) {
        JsonNode reference = results.path(theirs).path("median");
        LearnerScore score = ours(ours);

        assertThat(score.measure("auc").orElseThrow())
                .isCloseTo(reference.path("auc").asDouble(), within(0.0005));
        assertThat(score.measure("accuracy").orElseThrow())
                .isCloseTo(reference.path("accuracy").asDouble(), within(0.001));
        assertThat(score.measure("balanced_accuracy").orElseThrow())
                .isCloseTo(reference.path("balanced_accuracy").asDouble(), within(0.001));
        assertThat(score.measure("precision").orElseThrow())
                .isCloseTo(reference.path("precision").asDouble(), within(0.002));
        assertThat(score.measure("recall").orElseThrow())
                .isCloseTo(reference.path("recall").asDouble(), within(0.002));
        if (reference.path("brier").isNull()) {
            assertThat(score.measure("brier")).isEqualTo(OptionalDouble.empty());
        } else {
            assertThat(score.measure("brier").orElseThrow())
                    .isCloseTo(reference.path("brier").asDouble(), within(0.001));
        }
    }

    /** Random ones: within the range of ten seeds, widened by 0.01. */
    @ParameterizedTest
    @CsvSource({"random-forest, random_forest", "mlp, mlp_100"})
    void theRandomOnesLieAmongTheSeeds(String ours, String theirs) {
        JsonNode reference = results.path(theirs);
        LearnerScore score = ours(ours);

        assertThat(score.measure("auc").orElseThrow()).isBetween(least(reference, "auc"), most(reference, "auc"));
        assertThat(score.measure("accuracy").orElseThrow())
                .isBetween(least(reference, "accuracy"), most(reference, "accuracy"));
        assertThat(score.measure("brier").orElseThrow()).isBetween(least(reference, "brier"), most(reference, "brier"));
    }

    /** What was not measured itself: within 0.02 of the nearest kin. */
    @ParameterizedTest
    @CsvSource({
        "lightgbm, hist_gradient_boosting",
        "hist-gradient-boosting, hist_gradient_boosting",
        "neural-net, mlp_64_64_scaled"
    })
    void theOthersAreNearTheirKin(String ours, String theirs) {
        assertThat(ours(ours).measure("auc").orElseThrow())
                .isCloseTo(results.path(theirs).at("/median/auc").asDouble(), within(0.02));
    }

    @Test
    void theScaledMachineAgreesToo() {
        Learner svm = new SvmLearner();
        var scaled = Hyperparameters.of(Map.of("scale", "standard", "class_weight", "balanced"));
        LearnerScore score = new EvaluateLearners(() -> 0)
                .run(List.of(svm), rows, TRAIN, _ -> scaled, new Seeds(42), JobContext.none())
                .orThrow()
                .getFirst();

        assertThat(score.measure("auc").orElseThrow())
                .isCloseTo(results.at("/svc_scaled/median/auc").asDouble(), within(0.0005));
        assertThat(score.measure("accuracy").orElseThrow())
                .isCloseTo(results.at("/svc_scaled/median/accuracy").asDouble(), within(0.001));
    }

    private static LearnerScore ours(String name) {
        return Optional.ofNullable(OURS.get(name)).orElseThrow();
    }

    private static double least(JsonNode reference, String metric) {
        return reference.path("min").path(metric).asDouble() - 0.01;
    }

    private static double most(JsonNode reference, String metric) {
        return reference.path("max").path(metric).asDouble() + 0.01;
    }
}
