package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FeatureDescriptionTest {

    /** Values 1, 2, 3, 4 and one undefined of five, by hand; bins of 3/20: 1 | 2 is bin 6 | 3 is bin 13 | 4 the last. */
    @Test
    void saysWhatAColumnLooksLike() {
        FeatureMatrix matrix =
                FeatureMatrix.ofColumns(java.util.List.of("x"), new double[][] {{9, 1, 2, Double.NaN, 3, 4}});
        FeatureStatistics statistics = FeatureStatistics.of(matrix, 0, 1);

        assertThat(statistics.undefined()).isCloseTo(0.2, within(1e-12));
        assertThat(statistics.mean()).isEqualTo(2.5);
        assertThat(statistics.deviation()).isCloseTo(Math.sqrt(5.0 / 3), within(1e-12));
        assertThat(statistics.least()).isEqualTo(1);
        assertThat(statistics.most()).isEqualTo(4);
        assertThat(statistics.histogram().get(0)).isEqualTo(1);
        assertThat(statistics.histogram().get(6)).isEqualTo(1);
        assertThat(statistics.histogram().get(13)).isEqualTo(1);
        assertThat(statistics.histogram().get(19)).isEqualTo(1);
    }

    /** Ten values, one in each tenth; afterwards all in the last: 9·(1e-4 − 0.1)·ln(1e-3) + 0.9·ln 10. */
    @Test
    void driftIsThePopulationStabilityIndex() {
        double[] before = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        double[] after = {9, 9, 9};

        assertThat(FeatureStatistics.drift(before, before)).isZero();
        assertThat(FeatureStatistics.drift(before, after))
                .isCloseTo(9 * (1e-4 - 0.1) * Math.log(1e-3) + 0.9 * Math.log(10), within(1e-9));
        assertThat(FeatureStatistics.drift(before, new double[0])).isNaN();
    }

    @Test
    void tellsHowColumnsGoTogether() {
        BarSeries bars = GeneratedBars.walk(4, 300);
        FeatureDescription description = FeatureDescription.of(FeatureSets.alpha19(), bars);
        int line = FeatureSets.alpha19().columns().indexOf("MACD");
        int signal = FeatureSets.alpha19().columns().indexOf("MACD_Signal");

        assertThat(description.correlation(line, line)).isCloseTo(1, within(1e-9));
        assertThat(description.correlation(line, signal))
                .isEqualTo(description.correlation(signal, line))
                .isGreaterThan(0.8);
        assertThat(description.columns())
                .hasSize(19)
                .allSatisfy(column -> assertThat(column.histogram().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo((int) Math.rint((1 - column.undefined()) * (300 - 33))));
    }

    @Test
    void aColumnWithoutValuesSpoilsNothing() {
        BarSeries bars = GeneratedBars.walk(4, 300);
        double[] unknown = new double[300];
        Arrays.fill(unknown, Double.NaN);
        FeatureDescription description =
                FeatureDescription.of(FeatureSets.alpha19(), GeneratedBars.withVolumes(bars, unknown));
        int flow = FeatureSets.alpha19().columns().indexOf("7_day_MFI");

        assertThat(description.columns().get(flow).undefined()).isEqualTo(1);
        assertThat(description.columns().get(flow).mean()).isNaN();
        assertThat(description.correlation(flow, 0)).isNaN();
        assertThat(description.correlation(0, 1)).isNotNaN();
    }

    @Test
    void namesAMissingSeries() {
        var describe = new DescribeFeatures(new InMemoryBarStore(), FeatureSets.builtIn());

        assertThat(describe.run("alpha19", GeneratedBars.walk(1, 3).key(), JobContext.none()))
                .isInstanceOf(Outcome.Failed.class);
    }
}
