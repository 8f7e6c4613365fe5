package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.market.InMemoryBarStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a file of prices and a specification to the figures of backtesting.py, through the product's own import. */
class ImportedBacktestTest {

    static Stream<BacktestingPyReference> references() {
        return BacktestingPyReference.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void agreesWithBacktestingPy(BacktestingPyReference reference) {
        var bars = new InMemoryBarStore();
        var events = new Events();
        new ImportBars(bars, events)
                .run(ImportSpec.of(SharedData.path(reference.prices())), JobContext.none())
                .orThrow();
        String symbol = bars.catalog().getFirst().key().symbol().name();
        BacktestSpec spec = BacktestFile.parse("spec.yaml", """
            data: {symbol: %s}
            strategy: {type: sma-cross, fast: %d, slow: %d, side: %s}
            account: {cash: %s}
            sizing: {type: all-in, whole_units: true}
            execution: {fee: %s}
            finalize: last-open
            """.formatted(
                                symbol,
                                reference.fast(),
                                reference.slow(),
                                reference.longShort() ? "long-short" : "long",
                                reference.cash(),
                                reference.fee()))
                .orThrow();

        BacktestResult result = new RunBacktest(
                        bars,
                        ref -> Outcome.failed(
                                Failure.of(Failure.Reason.MISSING_DATA, "a model", "none", ref.toString(), "")),
                        new InMemoryRunStore(Ids.from(new Seeds(1).random())),
                        events,
                        InstantSource.fixed(Instant.EPOCH))
                .run(spec, JobContext.none())
                .orThrow();

        reference.assertReproduced(result);
        assertThat(result.statistics().notes().get("sharpe_ratio"))
                .contains(reference.everyDay() ? "crypto-24x7" : "us-equity");
    }
}
