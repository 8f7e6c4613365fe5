package io.quantloom.engine.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfusionMatrixTest {

    /**
     * Source 2's published rows (product.md 2.20) and the counts that give them (fault F20: 5 of 9, 9 of 14, 17 of 21, 7
     * of 12, 15 of 18 positives).
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "AVAX, 5, 5, 42, 4, 0.5555555555555556, 0.8936170212765957, 0.8392857142857143, 0.5, 0.6293186423505572",
        "BCH, 9, 2, 42, 5, 0.6428571428571429, 0.9545454545454546, 0.8793103448275862, 0.8181818181818182,"
                + " 0.7989699955217198",
        "GRT, 17, 8, 28, 4, 0.8095238095238095, 0.7777777777777778, 0.7894736842105263, 0.68, 0.7493600668337511",
        "AAVE, 7, 3, 43, 5, 0.5833333333333334, 0.9347826086956522, 0.8620689655172413, 0.7, 0.7281634182908546",
        "SOL, 15, 12, 25, 3, 0.8333333333333334, 0.6756756756756757, 0.7272727272727273, 0.5555555555555556,"
                + " 0.6800846300846302"
    })
    void givesSourceTwosPublishedRows(
            String coin,
            int tp,
            int fp,
            int tn,
            int fn,
            double pos,
            double neg,
            double acc,
            double prec,
            double score) {
        var matrix = new ConfusionMatrix(tp, fp, tn, fn);

        assertThat(matrix.recall().orThrow()).as(coin).isCloseTo(pos, within(1e-12));
        assertThat(matrix.negativeAccuracy().orThrow()).isCloseTo(neg, within(1e-12));
        assertThat(matrix.accuracy().orThrow()).isCloseTo(acc, within(1e-12));
        assertThat(matrix.precision().orThrow()).isCloseTo(prec, within(1e-12));
        assertThat(matrix.overallScore().orThrow()).isCloseTo(score, within(1e-12));
        assertThat(ConfusionMatrix.overallScore(acc, prec, neg, pos)).isCloseTo(score, within(1e-12));
    }

    @Test
    void countsEachOfTheFourCases() {
        boolean[] called = {true, true, true, false, false, false, false, true, false, false};
        boolean[] positive = {true, false, true, false, true, true, true, true, true, false};

        assertThat(ConfusionMatrix.of(called, positive)).isEqualTo(new ConfusionMatrix(3, 1, 2, 4));
    }

    @Test
    void balancedAccuracyIsTheMeanOverClasses() {
        assertThat(new ConfusionMatrix(9, 20, 80, 1).balancedAccuracy().orThrow())
                .isCloseTo(0.85, within(1e-15));
    }

    @Test
    void whatDividesByNothingSaysWhy() {
        var never = new ConfusionMatrix(0, 0, 47, 9);

        assertThat(never.accuracy().orThrow()).isCloseTo(47.0 / 56, within(1e-15));
        assertThat(never.precision().value()).isEmpty();
        assertThat(never.precision().reason()).isEqualTo("the model calls no row positive");
        assertThat(never.overallScore()).isEqualTo(never.precision());
        assertThat(new ConfusionMatrix(0, 1, 5, 0).recall().reason()).isEqualTo("no row is of the positive class");
        assertThat(new ConfusionMatrix(3, 0, 0, 1).balancedAccuracy().reason())
                .isEqualTo("no row is of the negative class");
        assertThat(new ConfusionMatrix(0, 0, 0, 0).accuracy().reason()).isEqualTo("there are no rows");
        assertThatThrownBy(() -> never.precision().orThrow()).hasMessage("the model calls no row positive");
    }

    /** Fault F20 gives 0.27 to 0.81 for AVAX's 5 of 9. */
    @Test
    void intervalsOfRatesAreThoseOfTheirOwnRows() {
        Rate recall = new ConfusionMatrix(5, 5, 42, 4).rates(56).get(2);

        assertThat(recall.name()).isEqualTo("recall");
        assertThat(recall.rows()).isEqualTo(9);
        assertThat(recall.interval().orElseThrow().low()).isCloseTo(0.27, within(0.005));
        assertThat(recall.interval().orElseThrow().high()).isCloseTo(0.81, within(0.005));
    }

    @Test
    void overlappingLabelsWidenTheIntervals() {
        var matrix = new ConfusionMatrix(5, 5, 42, 4);
        Rate wide = matrix.rates(6).getFirst();

        assertThat(wide.effectiveRows()).isCloseTo(6, within(1e-12));
        assertThat(wide.interval().orElseThrow()).isEqualTo(Interval.wilson(47.0 / 56, wide.effectiveRows()));
        assertThat(wide.interval().orElseThrow().low())
                .isLessThan(matrix.rates(56).getFirst().interval().orElseThrow().low() - 0.2);
        assertThat(new ConfusionMatrix(0, 0, 47, 9).rates(56).get(1).interval()).isEmpty();
        assertThatThrownBy(() -> matrix.rates(57)).hasMessageContaining("(0, 56], was 57");
    }
}
