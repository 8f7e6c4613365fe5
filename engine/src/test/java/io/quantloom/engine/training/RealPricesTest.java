package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.SharedData;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.tuning.TrialRunner;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Loop A on real hourly prices, as the shipped example has it; skipped where the prices are absent. */
class RealPricesTest {

    private static final String CONFIG = """
        name: btc-hourly
        symbols: [BTC-USDT]
        data: {timeframe: 1h}
        study: {trials: 20}
        backtest: {side: long-short, execution: {fee: 0.001}}
        """;

    @Test
    void hourlyBitcoinEndsInADecision() {
        Path file = SharedData.path("hourly/BTC-USDT_binance_1h.csv.gz");
        var factory = new Factory();
        new ImportBars(factory.bars, factory.events)
                .run(ImportSpec.of(file), JobContext.none())
                .orThrow();
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            factory.runner = TrialRunner.on(helper, 2);

            FactoryReport report =
                    factory.use().run(Factory.spec(CONFIG), JobContext.none()).orThrow();

            SymbolReport bitcoin = report.symbols().getFirst();
            assertThat(bitcoin.status()).isIn(Status.PASSED, Status.REFUSED);
            assertThat(bitcoin.trials()).isEqualTo(20);
            assertThat(bitcoin.gates())
                    .hasSize(3)
                    .allMatch(gate -> gate.actual().isPresent());
            BacktestResult holdout = new LoadBacktest(factory.runs)
                    .run(bitcoin.run().orElseThrow())
                    .orThrow();
            assertThat(holdout.equity().size()).isBetween(170 * 24, 180 * 24);
        }
    }
}
