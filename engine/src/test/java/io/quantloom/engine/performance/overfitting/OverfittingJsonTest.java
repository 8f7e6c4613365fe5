package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.overfitting.OverfittingProbability.Measure;
import java.nio.charset.StandardCharsets;
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
                        OptionalDouble.empty(),
                        Optional.of(new HoldoutLooks(new HoldoutLook(new Symbol("BTC-USDT"), 1000, 2000), 3)),
                        new TreeMap<>())
                .withAdjustedPValue(0.25);

        assertThat(report.adjustedPValue()).hasValue(0.25);
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
    void refusesWhatIsNoReport() {
        for (String text : new String[] {"nothing", "{}", "{\"format\":2}", "{\"format\":1}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OverfittingJson.read(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
