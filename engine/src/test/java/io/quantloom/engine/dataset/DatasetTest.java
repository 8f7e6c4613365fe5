package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final TripleBarrier LABEL = TripleBarrier.of(2, 2, 10);

    private final BarSeries bars = GeneratedBars.walk(11, 400);
    private final FeatureSet features = FeatureSets.alpha19();

    @Test
    void holdsEveryLabelWhoseFeaturesAreComplete() {
        FeatureMatrix matrix = features.compute(bars);
        Labels labels = LABEL.label(bars);
        Dataset dataset = joined(bars, LABEL);

        int i = 0;
        for (int k = 0; k < labels.size(); k++) {
            if (matrix.isDefined(labels.bar(k))) {
                assertThat(dataset.bar(i)).isEqualTo(labels.bar(k));
                assertThat(dataset.end(i)).isEqualTo(labels.end(k));
                assertThat(dataset.isPositive(i)).isEqualTo(labels.label(k) == 1);
                assertThat(dataset.row(i)).isEqualTo(matrix.row(labels.bar(k)));
                assertThat(dataset.weight(i)).isEqualTo(1.0);
                i++;
            }
        }
        assertThat(dataset.size()).isEqualTo(i).isGreaterThan(200);
    }

    @Test
    void findsSamplesByTheirBar() {
        Dataset dataset = joined(bars, LABEL);

        assertThat(dataset.firstAtOrAfter(0)).isZero();
        assertThat(dataset.firstAtOrAfter(dataset.bar(17))).isEqualTo(17);
        assertThat(dataset.firstAtOrAfter(dataset.bar(17) + 1)).isEqualTo(18);
        assertThat(dataset.firstAtOrAfter(1_000_000)).isEqualTo(dataset.size());
    }

    @Test
    void equalInputsHaveEqualFingerprints() {
        assertThat(joined(bars, LABEL).fingerprint())
                .isEqualTo(joined(GeneratedBars.walk(11, 400), LABEL).fingerprint());
    }

    @Test
    void theFingerprintTellsBarsFeaturesLabelsAndWeightsApart() {
        Dataset dataset = joined(bars, LABEL);
        double[] weights = new double[dataset.size()];
        Arrays.fill(weights, 1.0);
        weights[3] = 2;
        FeatureSet some = FeatureSets.ofColumns(List.of("PPO", "MACD")).orThrow();

        assertThat(List.of(
                        dataset.fingerprint(),
                        joined(bars.slice(0, 399), LABEL).fingerprint(),
                        joined(bars, TripleBarrier.of(2, 2, 11)).fingerprint(),
                        dataset.withWeights(weights).fingerprint(),
                        Dataset.join(bars, some, some.compute(bars), LABEL.label(bars))
                                .orThrow()
                                .fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheColumnsThatHaveNoValues() {
        double[] unknown = new double[400];
        Arrays.fill(unknown, Double.NaN);
        BarSeries without = GeneratedBars.withVolumes(bars, unknown);

        assertThat(Dataset.join(without, features, features.compute(without), LABEL.label(without)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("no value at all in 7_day_MFI, OBV_pct_change, AD_pct_change"));
    }

    @Test
    void saysWhenThereAreTooFewBars() {
        BarSeries few = bars.slice(0, 60);

        assertThat(Dataset.join(few, features, features.compute(few), LABEL.label(few)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence()).contains("none in 60 bars"));
    }

    @Test
    void refusesImpossibleWeights() {
        Dataset dataset = joined(bars, LABEL);

        assertThatThrownBy(() -> dataset.withWeights(new double[1])).hasMessageContaining("1 weights for");
        assertThatThrownBy(() -> dataset.withWeights(new double[dataset.size()]))
                .hasMessageContaining("above zero");
    }

    static Dataset joined(BarSeries bars, TripleBarrier label) {
        FeatureSet features = FeatureSets.alpha19();
        return Dataset.join(bars, features, features.compute(bars), label.label(bars))
                .orThrow();
    }
}
