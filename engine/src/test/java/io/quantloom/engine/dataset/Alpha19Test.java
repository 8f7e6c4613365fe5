package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Alpha19Test extends FeatureSetContract {

    private static final List<String> OF_VOLUME = List.of("7_day_MFI", "OBV_pct_change", "AD_pct_change");

    @Override
    FeatureSet features() {
        return FeatureSets.alpha19();
    }

    /** Vectors made with TA-Lib Java 0.4.0 outside this project (data/README.md); tolerances of contracts.md. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        SharedFiles.GOOG + ", reference/talib-java/GOOG_1d_alpha19.csv.gz",
        SharedFiles.BTC + ", reference/talib-java/BTC-USDT_1d_alpha19.csv.gz"
    })
    void agreesWithTheReferenceVectors(String prices, String reference) {
        BarSeries bars = SharedFiles.bars(prices);
        List<String[]> expected = SharedFiles.rows(reference);
        FeatureMatrix matrix = features().compute(bars);

        assertThat(matrix.rows()).isEqualTo(expected.size());
        for (int t = 0; t < expected.size(); t++) {
            String[] row = expected.get(t);
            assertThat(Instant.parse(row[0]).toEpochMilli()).isEqualTo(bars.openTime(t));
            for (int c = 0; c < matrix.names().size(); c++) {
                assertAgrees(matrix.value(t, c), row[c + 1], matrix.names().get(c), row[0]);
            }
        }
    }

    private static void assertAgrees(double ours, String text, String column, String time) {
        double reference = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        double share = column.startsWith("BBANDS") ? 1e-6 : 1e-8;
        boolean agrees = Double.isNaN(reference)
                ? Double.isNaN(ours)
                : Math.abs(ours - reference) <= share * Math.max(Math.abs(reference), 1e-3);
        assertThat(agrees)
                .as("%s at %s: %s, reference %s", column, time, ours, text)
                .isTrue();
    }

    /** First bars as in contracts.md, Feature set alpha19. */
    @Test
    void everyColumnBeginsWhereTheContractSays() {
        FeatureMatrix matrix = features().compute(GeneratedBars.walk(3, 100));
        int[] first = {13, 7, 7, 33, 33, 33, 7, 8, 8, 7, 7, 19, 25, 1, 1, 6, 9, 19, 19};

        for (int c = 0; c < first.length; c++) {
            assertThat(matrix.value(first[c] - 1, c)).as(matrix.names().get(c)).isNaN();
            assertThat(matrix.value(first[c], c)).as(matrix.names().get(c)).isNotNaN();
        }
    }

    @Test
    void unknownVolumeLeavesOnlyTheVolumeColumnsUndefined() {
        BarSeries bars = GeneratedBars.walk(5, 120);
        double[] volumes = bars.volumes();
        Arrays.fill(volumes, Double.NaN);
        FeatureMatrix without = features().compute(GeneratedBars.withVolumes(bars, volumes));
        FeatureMatrix with = features().compute(bars);

        for (int c = 0; c < without.names().size(); c++) {
            if (OF_VOLUME.contains(without.names().get(c))) {
                assertThat(without.value(100, c)).isNaN();
            } else {
                assertThat(without.value(100, c)).isEqualTo(with.value(100, c));
            }
        }
    }

    @Test
    void oneUnknownVolumeIsForgottenAfterItsWindow() {
        BarSeries bars = GeneratedBars.walk(5, 120);
        double[] volumes = bars.volumes();
        Arrays.setAll(volumes, i -> 500 + 0.37 * i * i); // the lines never return to zero
        volumes[60] = Double.NaN;
        FeatureMatrix matrix = features().compute(GeneratedBars.withVolumes(bars, volumes));

        assertThat(undefinedRows(matrix, "7_day_MFI", 50)).containsExactly(60, 61, 62, 63, 64, 65, 66);
        assertThat(undefinedRows(matrix, "OBV_pct_change", 50)).containsExactly(60);
        assertThat(undefinedRows(matrix, "AD_pct_change", 50)).containsExactly(60);
    }

    @Test
    void zeroVolumeThroughoutLeavesTheChangesUndefinedAndTheMoneyFlowZero() {
        BarSeries bars = GeneratedBars.walk(5, 60);
        FeatureMatrix matrix = features().compute(GeneratedBars.withVolumes(bars, new double[60]));

        assertThat(undefinedRows(matrix, "OBV_pct_change", 0)).hasSize(60);
        assertThat(undefinedRows(matrix, "AD_pct_change", 0)).hasSize(60);
        assertThat(matrix.value(50, matrix.names().indexOf("7_day_MFI"))).isZero();
    }

    private static int[] undefinedRows(FeatureMatrix matrix, String column, int from) {
        int c = matrix.names().indexOf(column);
        return java.util.stream.IntStream.range(from, matrix.rows())
                .filter(t -> Double.isNaN(matrix.value(t, c)))
                .toArray();
    }
}
