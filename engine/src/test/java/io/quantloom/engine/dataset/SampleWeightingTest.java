package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.HandMade;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.document.YamlText;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SampleWeightingTest {

    private static final Offset<Double> TINY = within(1e-12);
    private static final int[] ALL = {0, 1, 2};

    /** Spans (10, 12], (12, 15], (13, 14]: uniqueness 1, (1 + 1/2 + 1)/3 and 1/2, mean 7/9. */
    @Test
    void uniquenessSharesTheWeightOfNeighbors() {
        double[] weights = new SampleWeighting.Uniqueness().weights(dataset(), ALL);

        assertThat(weights).containsExactly(new double[] {9.0 / 7, 5.0 / 6 * 9 / 7, 4.5 / 7}, TINY);
    }

    /** Events at hours 10, 12, 13: ages place them at 0, 2/3 and 1 between the floor 1/2 and 1; mean 7/9. */
    @Test
    void recencyFallsWithTimeToItsFloor() {
        double[] weights = new SampleWeighting.Recency(0.5).weights(dataset(), ALL);

        assertThat(weights).containsExactly(new double[] {4.5 / 7, 5.0 / 6 * 9 / 7, 9.0 / 7}, TINY);
    }

    @Test
    void bothIsTheProduct() {
        double[] weights = new SampleWeighting.Both(0.5).weights(dataset(), ALL);
        double mean = (0.5 + 25.0 / 36 + 0.5) / 3;

        assertThat(weights).containsExactly(new double[] {0.5 / mean, 25.0 / 36 / mean, 0.5 / mean}, TINY);
    }

    @Test
    void weighsATrainingWindowByItsOwnSamplesAlone() {
        Dataset weighed = new SampleWeighting.Uniqueness().weigh(dataset(), new int[] {0, 1});

        assertThat(weighed.weight(0)).isEqualTo(1.0);
        assertThat(weighed.weight(1)).isEqualTo(1.0);
        assertThat(weighed.weight(2)).isEqualTo(1.0);
        assertThat(new SampleWeighting.None().weights(dataset(), ALL)).containsExactly(1, 1, 1);
        assertThat(new SampleWeighting.Recency(0.5).weights(dataset(), new int[] {1}))
                .containsExactly(1);
    }

    @Test
    void isReadFromAWordOrASection() {
        assertThat(read("x: 1")).isEqualTo(new SampleWeighting.None());
        assertThat(read("weights: uniqueness")).isEqualTo(new SampleWeighting.Uniqueness());
        assertThat(read("weights: both")).isEqualTo(new SampleWeighting.Both(0.5));
        assertThat(read("weights: {type: recency, floor: 0.25}")).isEqualTo(new SampleWeighting.Recency(0.25));
        assertThat(YamlText.read("w", "weights: {type: both, floor: 0}", root -> SampleWeighting.read(root, "weights")))
                .isInstanceOf(Outcome.Failed.class);
        assertThatThrownBy(() -> new SampleWeighting.Both(0)).hasMessageContaining("floor");
    }

    private static SampleWeighting read(String text) {
        return YamlText.read("w", text, root -> {
                    root.leaveTheRest();
                    return SampleWeighting.read(root, "weights");
                })
                .orThrow();
    }

    private static Dataset dataset() {
        BarSeries bars = HandMade.closes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        var labels = new Labels.Builder("hand", 3);
        labels.add(10, 12, 1, Labels.Barrier.TIME, Double.NaN, 0);
        labels.add(12, 15, -1, Labels.Barrier.TIME, Double.NaN, 0);
        labels.add(13, 14, 1, Labels.Barrier.TIME, Double.NaN, 0);
        FeatureSet features =
                FeatureSets.ofColumns(List.of("2_day_SMA_10_day_SMA_pct_diff")).orThrow();
        return Dataset.join(bars, features, features.compute(bars), labels.build())
                .orThrow();
    }
}
