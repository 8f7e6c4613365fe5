package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.BacktestPlan.Portfolio;
import io.quantloom.engine.backtest.BacktestPlan.Rebalance;
import io.quantloom.engine.backtest.BacktestPlan.Weighting;
import io.quantloom.engine.backtest.PortfolioReport.Part;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioBacktestTest {

    // Long from the first close on.
    private static final String HOLD = """
        rules:
          entry: {type: OverIndicatorRule, components: [{type: ClosePriceIndicator}, {type: ConstantIndicator, parameters: {value: 0}}]}
          exit: {type: UnderIndicatorRule, components: [{type: ClosePriceIndicator}, {type: ConstantIndicator, parameters: {value: 0}}]}
        """;
    private static final String CROSS = "strategy: {type: sma-cross, fast: 3, slow: 8}\n";

    private final InMemoryBarStore store = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @Test
    void holdingByFixedWeightsIsTheWeightedReturnOfThePrices() {
        save("A", 10, 10, 12, 15);
        save("B", 20, 20, 20, 18);

        BacktestResult result = run("data: {symbols: [A, B]}\nweights: {A: 0.6, B: 0.4}\n" + HOLD);

        // Bought at the second open: 0.6 × (15/10 − 1) + 0.4 × (18/20 − 1), up to what no lot of 1e-8 buys.
        assertThat(result.statistics().get("total_return").orElseThrow()).isCloseTo(0.26, within(1e-6));
        assertThat(result.statistics().get("buy_hold_return").orElseThrow()).isCloseTo(0.26, within(1e-12));
        assertThat(parts(result)).extracting(part -> part.symbol().name()).containsExactly("A", "B");
        assertThat(parts(result).get(0).contribution()).isCloseTo(0.30, within(1e-6));
        assertThat(parts(result).get(1).contribution()).isCloseTo(-0.04, within(1e-6));
        assertThat(result.series().symbol().name()).isEqualTo("PORTFOLIO");
    }

    @Test
    void rebalancingEveryBarKeepsTheWeights() {
        save("A", 10, 10, 20, 20, 10);
        save("B", 10, 10, 10, 10, 10);

        BacktestResult never = run("data: {symbols: [A, B]}\n" + HOLD);
        BacktestResult every = run("data: {symbols: [A, B]}\nrebalance: {bars: 1}\n" + HOLD);

        assertThat(never.statistics().get("total_return").orElseThrow()).isCloseTo(0, within(1e-6));
        // 10,000 to 15,000; A back to 7,500, which halves: 3,750 + 7,500.
        assertThat(every.statistics().get("total_return").orElseThrow()).isCloseTo(0.125, within(1e-6));
        assertThat(reasons(every)).contains(FillReason.REBALANCE);
        assertThat(reasons(never)).doesNotContain(FillReason.REBALANCE);
    }

    @Test
    void aBandRebalancesOnlyWhatStrayed() {
        save("A", 10, 10, 11, 11, 20, 20);
        save("B", 10, 10, 10, 10, 10, 10);

        BacktestResult result = run("data: {symbols: [A, B]}\nrebalance: {band: 0.1}\n" + HOLD);

        // At 11 to 10 A is 52.4 %; at 20 to 10 it is 66.7 % and B 33.3 %: told at that close, traded at the next open.
        List<Fill> rebalances = result.fills().stream()
                .filter(fill -> fill.reason() == FillReason.REBALANCE)
                .toList();
        assertThat(rebalances)
                .hasSize(2)
                .allSatisfy(fill -> assertThat(fill.time()).isEqualTo(5 * Bars.HOUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily", "weekly", "monthly"})
    void theCalendarRebalancesAfterTheFirstCloseOfAPeriod(String period) {
        double[] closes = new double[24 * 70];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 + i % 7;
        }
        save("A", closes);
        save("B", Bars.flat(closes).slice(0, 24 * 70).opens().clone());

        BacktestResult result =
                run("data: {symbols: [A, B]}\nweights: {A: 0.3, B: 0.3}\nrebalance: " + period + "\n" + HOLD);

        List<Long> hours = result.fills().stream()
                .filter(fill -> fill.reason() == FillReason.REBALANCE)
                .map(fill -> fill.time() / Bars.HOUR)
                .distinct()
                .toList();
        // 1970-01-01 was a Thursday: Mondays from day 4, months from day 31; filled at the open of the second hour.
        assertThat(hours).isNotEmpty().allSatisfy(hour -> {
            assertThat(hour % 24).isEqualTo(1);
            long day = hour / 24;
            assertThat(
                            switch (period) {
                                case "weekly" -> day % 7 == 4;
                                case "monthly" -> day == 31 || day == 59;
                                default -> day > 0;
                            })
                    .isTrue();
        });
    }

    @Test
    void inverseVolatilityGivesTheCalmOneMore() {
        BarSeries wild = Bars.random(1, 200);
        double[] calm = new double[200];
        for (int i = 0; i < 200; i++) {
            calm[i] = 100 * Math.pow(wild.close(i) / wild.close(0), 0.5);
        }
        save("A", wild.closes());
        save("B", calm);

        BacktestResult result = run(
                "data: {symbols: [A, B]}\nweights: {type: inverse-volatility, span: 20}\nrebalance: daily\n" + HOLD);

        double[] a = ExponentialDeviation.ofReturns(wild.closes(), 20);
        double[] b = ExponentialDeviation.ofReturns(calm, 20);
        assertThat(parts(result).getFirst().weight())
                .isCloseTo((1 / a[199]) / (1 / a[199] + 1 / b[199]), within(1e-12))
                .isLessThan(0.4);
    }

    @Test
    void aPortfolioOfOneIsTheSingleBacktestToTheBit() {
        store.save(instrument("TEST"), Bars.random(4, 300));

        BacktestResult single = run("data: {symbol: TEST}\nexecution: {fee: 0.001}\n" + CROSS);
        BacktestResult portfolio = run("data: {symbols: [TEST]}\nexecution: {fee: 0.001}\n" + CROSS);

        assertThat(portfolio.fills()).isNotEmpty().isEqualTo(single.fills());
        assertThat(portfolio.equity()).isEqualTo(single.equity());
        assertThat(portfolio.trades()).isEqualTo(single.trades());
        assertThat(portfolio.statistics().get("sharpe_ratio"))
                .isEqualTo(single.statistics().get("sharpe_ratio"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void profitsOfThePartsAreTheAccounts(long seed) {
        for (int i = 0; i < 3; i++) {
            BarSeries bars = Bars.random(10 * seed + i, 200);
            // Holes, so that instruments have bars at different times.
            List<Bar> some = new ArrayList<>();
            for (int t = 0; t < 200; t++) {
                if ((t + i * seed) % 11 != 3) {
                    some.add(bars.bar(t));
                }
            }
            Symbol symbol = new Symbol("S" + i);
            store.save(instrument(symbol.name()), BarSeries.of(new SeriesKey(symbol, Timeframe.HOUR, "test"), some));
        }
        String finalize = seed % 2 == 0 ? "none" : "last-close";
        String rebalance =
                List.of("never", "daily", "{bars: 5}", "{band: 0.05}").get((int) (seed % 4));
        String spec = """
            data: {symbols: [S0, S1, S2]}
            weights: {S0: 0.5, S1: 0.2, S2: 0.3}
            rebalance: %s
            execution: {fee: 0.001, slippage_bps: 3}
            finalize: %s
            """.formatted(rebalance, finalize) + CROSS;

        BacktestResult result = run(spec);

        PortfolioReport report = (PortfolioReport) result.detail().orElseThrow();
        double profits = report.parts().stream().mapToDouble(Part::profit).sum() - report.carry();
        double gained = result.equity().value(result.equity().size() - 1)
                - result.equity().startingCash();
        assertThat(profits).isCloseTo(gained, within(1e-6));
        assertThat(result.fills())
                .hasSize(report.parts().stream()
                        .mapToInt(part -> part.fills().size())
                        .sum());
        assertThat(run(spec).equity()).isEqualTo(result.equity());
        assertThat(run(spec.replace("[S0, S1, S2]", "[S2, S0, S1]"))
                        .statistics()
                        .get("trades"))
                .isEqualTo(result.statistics().get("trades"));
    }

    @Test
    void whatComesLaterChangesNothingBefore() {
        save("A", Bars.random(1, 200).closes());
        save("B", Bars.random(2, 200).closes());
        String spec = "data: {symbols: [A, B]}\nweights: inverse-volatility\nrebalance: {bars: 7}\n" + CROSS;
        BacktestResult whole = run(spec);

        BacktestResult cut = run(spec.replace("[A, B]", "[A, B], to: 1970-01-05"));

        int bars = 5 * 24;
        assertThat(cut.equity().size()).isEqualTo(bars);
        for (int i = 0; i < bars - 1; i++) {
            assertThat(cut.equity().value(i)).isEqualTo(whole.equity().value(i));
        }
    }

    @Test
    void isKeptWithTheRunAndItsPlan() {
        save("A", Bars.random(1, 100).closes());
        save("B", Bars.random(2, 100).closes());

        BacktestResult result = run("data: {symbols: [A, B]}\nrebalance: weekly\n" + CROSS);

        assertThat(new LoadBacktest(runs).run(result.run().orElseThrow()).orThrow())
                .isEqualTo(result);
        assertThat(runs.find(result.run().orElseThrow()).orElseThrow().params())
                .containsEntry("plan", "portfolio")
                .containsEntry("symbols", "A,B")
                .containsEntry("weights", "equal")
                .containsEntry("rebalance", "weekly")
                .containsEntry("symbol", "PORTFOLIO");
    }

    @Test
    void readsEveryForm() {
        assertThat(plan("weights: equal\nrebalance: monthly\n"))
                .isEqualTo(new Portfolio(symbols(), new Weighting.Equal(), Rebalance.Calendar.MONTHLY));
        assertThat(plan("weights: {A: 0.25, B: 0.5}\nrebalance: {band: 0.1}\n"))
                .isEqualTo(new Portfolio(symbols(), new Weighting.Fixed(List.of(0.25, 0.5)), new Rebalance.Band(0.1)));
        assertThat(plan("weights: inverse-volatility\nrebalance: {bars: 5}\n"))
                .isEqualTo(new Portfolio(symbols(), new Weighting.InverseVolatility(60), new Rebalance.Bars(5)));
        assertThat(plan("weights: {type: inverse-volatility, span: 30}\n"))
                .isEqualTo(new Portfolio(symbols(), new Weighting.InverseVolatility(30), new Rebalance.Never()));
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(sentence(BacktestFile.parse("spec.yaml", """
            data: {symbols: [A, A], symbol: A}
            strategy: {type: sma-cross}
            weights: {A: 1.5, C: 1}
            rebalance: {bars: 3, band: 0.1}
            """)))
                .contains(
                        "line 1, data.symbols: expected 1 to 200 symbols, each once",
                        "line 1, data.symbol",
                        "line 3, weights: expected weights that are together at most 1; leverage stands under account,"
                                + " found 1.5",
                        "line 3, weights.C",
                        "line 4, rebalance: expected never, daily, weekly, monthly, {bars: n} or {band: x}, found"
                                + " both");
        assertThat(sentence(BacktestFile.parse(
                        "spec.yaml", "data: {symbols: [A, B]}\nmodel: models:/x/1\nrebalance: hourly\n")))
                .contains("a strategy without a model for a portfolio", "rebalance: expected one of never, daily");
        save("A", 1, 2, 3);
        assertThat(sentence(tryRun("data: {symbols: [A, NONE]}\n" + CROSS))).contains("NONE");
        Symbol euro = new Symbol("E");
        store.save(
                new Instrument(euro, "EUR", TradingCalendar.CRYPTO_24X7, "", 1, false, Optional.empty()),
                series("E", 1, 2, 3));
        assertThat(sentence(tryRun("data: {symbols: [A, E]}\n" + CROSS)))
                .contains("prices in one currency, found USD and EUR");
    }

    private static List<Symbol> symbols() {
        return List.of(new Symbol("A"), new Symbol("B"));
    }

    private static BacktestPlan plan(String keys) {
        return BacktestFile.parse("spec.yaml", "data: {symbols: [A, B]}\n" + keys + CROSS)
                .orThrow()
                .plan();
    }

    private void save(String symbol, double... closes) {
        store.save(instrument(symbol), series(symbol, closes));
    }

    private static BarSeries series(String symbol, double... closes) {
        BarSeries flat = Bars.flat(closes);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < flat.size(); i++) {
            bars.add(flat.bar(i));
        }
        return BarSeries.of(new SeriesKey(new Symbol(symbol), Timeframe.HOUR, "test"), bars);
    }

    private static Instrument instrument(String symbol) {
        return new Instrument(
                new Symbol(symbol), "USD", TradingCalendar.CRYPTO_24X7, "", 1e-8, false, Optional.empty());
    }

    private BacktestResult run(String text) {
        return tryRun(text).orThrow();
    }

    private Outcome<BacktestResult> tryRun(String text) {
        var backtest = new RunBacktest(
                store,
                ref -> Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "", "", "", "")),
                runs,
                new Events(),
                InstantSource.fixed(Instant.EPOCH));
        return BacktestFile.parse("spec.yaml", text).then(spec -> backtest.run(spec, text, JobContext.none()));
    }

    private static List<Part> parts(BacktestResult result) {
        return ((PortfolioReport) result.detail().orElseThrow()).parts();
    }

    private static List<FillReason> reasons(BacktestResult result) {
        return result.fills().stream().map(Fill::reason).toList();
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }
}
