package io.quantloom.engine.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassificationScoreTest {

    /** By hand: of the four pairs the positive is higher in three (0.35 is below 0.4 in the fourth). */
    @Test
    void measuresASmallCaseAsByHand() {
        ClassificationScore score =
                ClassificationScore.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

        assertThat(score.rows()).isEqualTo(4);
        assertThat(score.accuracy()).isEqualTo(0.75);
        assertThat(score.auc()).hasValue(0.75);
        assertThat(score.brier()).isCloseTo((0.01 + 0.16 + 0.4225 + 0.04) / 4, within(1e-15));
        assertThat(score.logLoss())
                .isCloseTo(-(Math.log(0.9) + Math.log(0.6) + Math.log(0.35) + Math.log(0.8)) / 4, within(1e-15));
    }

    @Test
    void aucIsTheShareOfPairsInOrderTiesCountingHalf() {
        var random = new SplittableRandom(3);
        double[] probabilities = new double[200];
        boolean[] positive = new boolean[200];
        for (int i = 0; i < 200; i++) {
            probabilities[i] = random.nextInt(12) / 11.0;
            positive[i] = random.nextDouble() < probabilities[i];
        }

        double inOrder = 0;
        int pairs = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    inOrder += probabilities[i] > probabilities[j] ? 1 : probabilities[i] == probabilities[j] ? 0.5 : 0;
                }
            }
        }
        assertThat(ClassificationScore.of(probabilities, positive).auc().orElseThrow())
                .isCloseTo(inOrder / pairs, within(1e-12));
    }

    @Test
    void aCoinScoresAsACoin() {
        ClassificationScore score =
                ClassificationScore.of(new double[] {0.5, 0.5, 0.5, 0.5}, new boolean[] {true, false, true, false});

        assertThat(score.auc()).hasValue(0.5);
        assertThat(score.brier()).isEqualTo(0.25);
        assertThat(score.logLoss()).isCloseTo(Math.log(2), within(1e-15));
    }

    @Test
    void aSureMistakeCostsMuchButNotInfinitelyMuch() {
        assertThat(ClassificationScore.of(new double[] {0}, new boolean[] {true})
                        .logLoss())
                .isCloseTo(-Math.log(1e-15), within(1e-9));
    }

    @Test
    void aucIsUndefinedWithOneClass() {
        assertThat(ClassificationScore.of(new double[] {0.2, 0.7}, new boolean[] {true, true})
                        .auc())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatThrownBy(() -> ClassificationScore.of(new double[] {1.5}, new boolean[] {true}))
                .hasMessageContaining("1.5");
        assertThatThrownBy(() -> ClassificationScore.of(new double[] {Double.NaN}, new boolean[] {true}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> ClassificationScore.of(new double[0], new boolean[0]))
                .hasMessageContaining("at least one");
    }
}
