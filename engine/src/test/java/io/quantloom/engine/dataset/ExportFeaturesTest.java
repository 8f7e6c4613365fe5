package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportFeaturesTest {

    private final BarSeries bars = GeneratedBars.walkWithUnknownVolumes(6, 200);
    private final InMemoryBarStore store = new InMemoryBarStore();
    private final ExportFeatures export = new ExportFeatures(store, FeatureSets.builtIn());

    ExportFeaturesTest() {
        store.save(
                new Instrument(
                        bars.key().symbol(),
                        "USD",
                        TradingCalendar.CRYPTO_24X7,
                        "",
                        Instrument.UNKNOWN_LOT,
                        false,
                        Optional.empty()),
                bars);
    }

    @Test
    void writesOneRowForEveryBar() {
        FeatureMatrix matrix = FeatureSets.alpha19().compute(bars);
        List<String> lines = exported(Optional.empty(), Optional.empty());

        assertThat(lines.getFirst())
                .isEqualTo("timestamp," + String.join(",", FeatureSets.alpha19().columns()));
        assertThat(lines).hasSize(201);
        for (int t = 0; t < bars.size(); t++) {
            String[] cells = lines.get(t + 1).split(",", -1);
            assertThat(cells).hasSize(20);
            assertThat(Instant.parse(cells[0]).toEpochMilli()).isEqualTo(bars.openTime(t));
            for (int c = 0; c < 19; c++) {
                double value = cells[c + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[c + 1]);
                assertThat(Double.compare(value, matrix.value(t, c))).isZero();
                assertThat(cells[c + 1]).doesNotContain("NaN").doesNotEndWith(".0");
            }
        }
    }

    @Test
    void aRowDoesNotDependOnWhereTheExportBegins() {
        List<String> all = exported(Optional.empty(), Optional.empty());
        List<String> some = exported(Optional.of(time(150)), Optional.of(time(160)));

        assertThat(some.subList(1, some.size())).isEqualTo(all.subList(151, 162));
        assertThat(some.getFirst()).isEqualTo(all.getFirst());
    }

    @Test
    void boundsAreInclusiveAndNeedNoBar() {
        assertThat(exported(Optional.of(time(10).plusMillis(1)), Optional.of(time(12).minusMillis(1))))
                .hasSize(2);
        assertThat(exported(Optional.of(time(199).plusMillis(1)), Optional.empty()))
                .hasSize(1);
        assertThat(exported(Optional.of(time(50)), Optional.of(time(40)))).hasSize(1);
    }

    @Test
    void saysWhatIsMissing() {
        var spec = new FeatureExportSpec("beta", bars.key(), Optional.empty(), Optional.empty());

        assertThat(export.run(spec, new StringBuilder(), JobContext.none())).isInstanceOf(Outcome.Failed.class);
        store.delete(bars.key());
        assertThat(export.run(all(), new StringBuilder(), JobContext.none()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .isEqualTo(
                                        "expected a stored series, found no WALK 1h generated; import the data first"));
    }

    @Test
    void aFullDestinationIsAFailure() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThat(export.run(all(), full, JobContext.none()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().reason()).isEqualTo(Failure.Reason.UNAVAILABLE));
    }

    @Test
    void stopsWhenAsked() {
        JobContext canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };

        assertThat(export.run(all(), new StringBuilder(), canceled)).isInstanceOf(Outcome.Canceled.class);
    }

    private FeatureExportSpec all() {
        return new FeatureExportSpec("alpha19", bars.key(), Optional.empty(), Optional.empty());
    }

    private Instant time(int bar) {
        return Instant.ofEpochMilli(bars.openTime(bar));
    }

    private List<String> exported(Optional<Instant> from, Optional<Instant> to) {
        var text = new StringBuilder();
        int rows = export.run(new FeatureExportSpec("alpha19", bars.key(), from, to), text, JobContext.none())
                .orThrow();
        List<String> lines = text.toString().lines().toList();
        assertThat(lines).hasSize(rows + 1);
        return lines;
    }
}
