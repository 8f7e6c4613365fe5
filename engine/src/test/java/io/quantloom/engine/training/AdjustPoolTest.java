package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.performance.overfitting.OverfittingJson;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.performance.overfitting.SharpeEvidence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdjustPoolTest {

    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final AdjustPool adjust = new AdjustPool(runs, InstantSource.fixed(Instant.EPOCH));

    // By hand, m = 3: 0.01 · 3/1 = 0.03; 0.03 · 3/2 = 0.045, but no more than the next one's 0.04 · 3/3 = 0.04.
    @Test
    void writesTheAdjustedValueBesideEachWinner() {
        List<Run> pool = List.of(withPValue(0.04), withPValue(0.01), begun(), withPValue(0.03));

        adjust.run(pool);

        assertThat(adjusted(pool.get(0))).isCloseTo(0.04, within(1e-12));
        assertThat(adjusted(pool.get(1))).isCloseTo(0.03, within(1e-12));
        assertThat(adjusted(pool.get(3))).isCloseTo(0.04, within(1e-12));
        assertThat(metric(pool.get(1))).hasValue(adjusted(pool.get(1)));
        assertThat(metric(pool.get(2))).isEmpty();
    }

    @Test
    void leavesASingleWinnerAsItIs() {
        Run alone = withPValue(0.04);

        adjust.run(List.of(alone, begun()));

        assertThat(report(alone).adjustedPValue()).isEmpty();
    }

    private double adjusted(Run run) {
        return report(run).adjustedPValue().orElseThrow();
    }

    private OptionalDouble metric(Run run) {
        return runs.find(run.id()).orElseThrow().metric(AdjustPool.METRIC);
    }

    private OverfittingReport report(Run run) {
        return OverfittingJson.read(
                runs.loadArtifact(run.id(), OverfittingReport.ARTIFACT).orThrow());
    }

    private Run withPValue(double p) {
        var evidence = new SharpeEvidence(100, 0.1, 1, 0, 0.9, 0.9, p, 0.95, 50);
        Run run = begun();
        runs.saveArtifact(
                run.id(),
                OverfittingReport.ARTIFACT,
                OverfittingJson.write(new OverfittingReport(
                        evidence, Optional.empty(), OptionalDouble.empty(), Optional.empty(), new TreeMap<>())));
        return run;
    }

    private Run begun() {
        return runs.begin(new RunDraft("pool", "symbol", Optional.empty(), Instant.EPOCH, Map.of(), Map.of()));
    }
}
