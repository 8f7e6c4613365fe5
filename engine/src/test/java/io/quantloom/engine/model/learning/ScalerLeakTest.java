package io.quantloom.engine.model.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.check.Leak;
import io.quantloom.engine.dataset.check.ScalerCheck;
import io.quantloom.engine.dataset.check.ScalerCheck.Transformation;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainingSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners fit to their rows before they learn knows nothing but the training rows. */
class ScalerLeakTest {

    private static final TrainingSet ALL = SomeRows.of(11, 120, 4);
    private static final int[] TRAINING = IntStream.range(20, 80).toArray();

    @ParameterizedTest
    @ValueSource(strings = {"standard", "none"})
    void noRowOutsideTheTrainingWindowMovesTheScaler(String scale) {
        assertThat(check((rows, classes, training) -> {
                    Standardizer scaler =
                            prepared(rows, classes, training, scale).scaler();
                    return Arrays.stream(rows).map(scaler::apply).toArray(double[][]::new);
                }))
                .isEmpty();
    }

    @Test
    void theRowsLearnedFromAreThoseOfTheScaler() {
        assertThat(check((rows, classes, training) -> {
                    double[][] scaled = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
                    PreparedRows prepared = prepared(rows, classes, training, "standard");
                    for (int i = 0; i < training.length; i++) {
                        scaled[training[i]] = prepared.rows()[i];
                    }
                    return scaled;
                }))
                .isEmpty();
    }

    @Test
    void aScalerOfAllRowsIsCaught() {
        assertThat(check((rows, classes, training) -> {
                    int[] all = IntStream.range(0, rows.length).toArray();
                    Standardizer scaler =
                            prepared(rows, classes, all, "standard").scaler();
                    return Arrays.stream(rows).map(scaler::apply).toArray(double[][]::new);
                }))
                .isPresent();
    }

    private static Optional<Leak> check(Transformation transformation) {
        boolean[] classes = new boolean[ALL.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = ALL.isPositive(i);
        }
        return ScalerCheck.run(transformation, ALL.rows(), classes, TRAINING, new Seeds(5));
    }

    private static PreparedRows prepared(double[][] rows, boolean[] classes, int[] training, String scale) {
        double[][] of = Arrays.stream(training).mapToObj(i -> rows[i]).toArray(double[][]::new);
        boolean[] positive = new boolean[training.length];
        double[] weights = new double[training.length];
        for (int i = 0; i < training.length; i++) {
            positive[i] = classes[training[i]];
            weights[i] = 1;
        }
        return PreparedRows.of(
                        "any",
                        List.of(Setting.scale("standard")),
                        TrainingSet.of(ALL.features(), of, positive, weights),
                        Hyperparameters.of(Map.of("scale", scale)))
                .orThrow();
    }
}
