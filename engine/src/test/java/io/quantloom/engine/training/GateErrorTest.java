package io.quantloom.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.dataset.label.Direction;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import io.quantloom.engine.tuning.TrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What gates let through where there is nothing: the default search, learner and gate on random walks that cost nothing to
 * trade, beside the gates of the sources on the same series. The report is left in {@code target/gate-error-N.txt}.
 *
 * <p>A gate with an error of 2 % lets more than one of 20 pass in 6 % of draws and more than four of 200 in 37 %, one with
 * the 1.2 % of contracts.md in 2.4 % and 9 %. The draws are fixed by their seeds, so the tests do not fail by chance later:
 * they fail when the gate is changed for the worse.
 */
class GateErrorTest {

    private static final int AT_ONCE = 20;

    // Two years in bars of four hours: the default windows fit, and a quarter of the cost of hours.
    @Test
    void atMostOneOfTwentyRandomWalksPassesTheDefaultGate() {
        Report report = measure(20, 730, 2);

        assertThat(report.traded).isGreaterThanOrEqualTo(15);
        assertThat(report.passed).isLessThanOrEqualTo(1);
        // Source 2's gate lets half of all noise through (product.md F17: 52 %).
        assertThat(report.up + report.down).isGreaterThanOrEqualTo(10);
    }

    @Test
    @Tag("soak")
    void atMostTwoPercentOfTwoHundredRandomWalksPassTheDefaultGate() {
        Report report = measure(200, 730, 6);

        assertThat(report.traded).isGreaterThanOrEqualTo(150);
        assertThat(report.passed).isLessThanOrEqualTo(4);
        // What is wrong with the sources' gates (product.md F17, F31): they let through many times as much.
        assertThat(report.aboveOne).isGreaterThan(20);
        assertThat(report.up + report.down).isGreaterThan(40);
    }

    private static Report measure(int series, int days, int trials) {
        var report = new Report(series);
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            TrialRunner twoAtATime = TrialRunner.on(helper, 2);
            for (int from = 0; from < series; from += AT_ONCE) {
                List<Symbol> symbols = IntStream.range(from, from + AT_ONCE)
                        .mapToObj(i -> new Symbol("WALK-" + i))
                        .toList();
                run(symbols, days, trials, twoAtATime).forEach(report::add);
                symbols.forEach(symbol -> report.addTrends(RandomWalks.bars(symbol, Timeframe.DAY, 1_150, 1)));
            }
        }
        report.write(days, trials);
        return report;
    }

    private static List<SymbolReport> run(List<Symbol> symbols, int days, int trials, TrialRunner runner) {
        var factory = new Factory();
        factory.runner = runner;
        Timeframe timeframe = Timeframe.parse("4h").orElseThrow();
        for (Symbol symbol : symbols) {
            factory.bars.save(RandomWalks.instrument(symbol), RandomWalks.bars(symbol, timeframe, days, 1));
        }
        FactorySpec spec = Factory.spec(
                """
                name: random-walks
                symbols: [%s]
                study: {trials: %d}
                backtest: {side: long-short}
                register: {model: "walk-{symbol}"}
                """.formatted(symbols.stream().map(Symbol::name).collect(Collectors.joining(", ")), trials));
        FactoryReport report = factory.use().run(spec, JobContext.none()).orThrow();
        assertThat(report.symbols()).extracting(SymbolReport::status).isSubsetOf(Status.PASSED, Status.REFUSED);
        return report.symbols();
    }

    /** What passed which gate. */
    private static final class Report {
        private final int series;
        private final List<String> passedBy = new ArrayList<>();
        private int traded;
        private int passed;
        private int aboveOne;
        private int aboveOneAndAHalf;
        private int up;
        private int down;
        private int either;

        Report(int series) {
            this.series = series;
        }

        void add(SymbolReport symbol) {
            OptionalDouble sharpe = symbol.metrics().getOrDefault(Statistic.SHARPE_RATIO.key(), OptionalDouble.empty());
            OptionalDouble trades = symbol.metrics().getOrDefault(Statistic.TRADES.key(), OptionalDouble.empty());
            traded += trades.orElse(0) > 0 ? 1 : 0;
            aboveOne += sharpe.orElse(0) > 1 ? 1 : 0;
            aboveOneAndAHalf += sharpe.orElse(0) > 1.5 ? 1 : 0;
            if (symbol.status() == Status.PASSED) {
                passed++;
                passedBy.add(symbol.symbol().name());
            }
        }

        void addTrends(BarSeries daily) {
            boolean isUp = TrendGate.accepts(daily, Direction.UP);
            boolean isDown = TrendGate.accepts(daily, Direction.DOWN);
            up += isUp ? 1 : 0;
            down += isDown ? 1 : 0;
            either += isUp || isDown ? 1 : 0;
        }

        void write(int days, int trials) {
            String text = String.join(
                    "\n",
                    "Random walks without costs: " + series + " series, " + days + " days in bars of 4h, " + trials
                            + " trials of xgboost each; " + traded + " candidates traded on their holdout.",
                    line("default gate (Sharpe 1.0, deflated Sharpe 0.95, drawdown 25 %)", passed, series) + " "
                            + passedBy,
                    line("source 4: Sharpe > 1.0 on the holdout", aboveOne, series),
                    line("source 0: Sharpe > 1.5 on the holdout", aboveOneAndAHalf, series),
                    line("source 2: 0.5 / 0.5 / 0.6 on its 10-day trend, up, 1150 days", up, series),
                    line("source 2: the same, down", down, series),
                    line("source 2: one of the two", either, series),
                    "");
            try {
                Files.createDirectories(Path.of("target"));
                Files.writeString(Path.of("target", "gate-error-" + series + ".txt"), text);
            } catch (IOException e) {
                throw new IllegalStateException("the report could not be written", e);
            }
        }

        private static String line(String gate, int passed, int of) {
            return String.format(Locale.ROOT, "%5.1f %%  %3d of %d  %s", 100.0 * passed / of, passed, of, gate);
        }
    }
}
