package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OverfittingJsonTest {

    private static final double[] RETURNS = {0.01, -0.02, 0.03, 0.005, -0.01};

    @Test
    void readsWhatItWrote() {
        double[][] trials = {{3, 3, 0, 0}, {1, 1, 1, 1}};
        var report = new OverfittingReport(
                SharpeEvidence.of(RETURNS, Trials.single(), 0.95),
                Optional.of(SymmetricCrossValidation.measure(trials, 2, Measure.MEAN)),
                OptionalDouble.of(0.25),
                Optional.of(new HoldoutLooks(new HoldoutLook(new Symbol("BTC-USDT"), 1000, 2000), 3)),
                new TreeMap<>());

        assertThat(OverfittingJson.read(OverfittingJson.write(report))).isEqualTo(report);
    }

    @Test
    void keepsWhyAPartIsMissingAndWhatHasNoEnd() {
        var report = new OverfittingReport(
                SharpeEvidence.of(new double[] {-0.01, -0.02, 0.005}, Trials.single(), 0.95),
                Optional.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("pbo", "one trial")));

        byte[] file = OverfittingJson.write(report);

        assertThat(new String(file, StandardCharsets.UTF_8)).contains("\"minimum_track_bars\":null");
        assertThat(OverfittingJson.read(file)).isEqualTo(report);
        assertThat(report.sharpe().minimumTrackBars()).isInfinite();
    }

    @Test
    void reportsASearch() {
        List<double[]> tracks = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            tracks.add(new Seeds(n).random().doubles(200, -1, 1).toArray());
        }

        OverfittingReport report = OverfittingReport.of(tracks.get(1), Trials.single(), tracks, Optional.empty())
                .withAdjustedPValue(0.3);

        assertThat(report.probability().orElseThrow().combinations()).isEqualTo(12_870);
        assertThat(report.adjustedPValue()).hasValue(0.3);
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void saysWhyThereIsNoProbability() {
        OverfittingReport one = OverfittingReport.of(RETURNS, Trials.single(), List.of(RETURNS), Optional.empty());
        OverfittingReport few =
                OverfittingReport.of(RETURNS, Trials.single(), List.of(RETURNS, RETURNS), Optional.empty());

        assertThat(one.probability()).isEmpty();
        assertThat(one.notes()).containsEntry("pbo", "at least two trials with a track are needed, there were 1");
        assertThat(few.notes()).containsEntry("pbo", "at least 32 returns are needed, there were 5");
    }

    @Test
    void refusesWhatIsNoReport() {
        for (String text : new String[] {"nothing", "{}", "{\"format\":2}", "{\"format\":1}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OverfittingJson.read(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
