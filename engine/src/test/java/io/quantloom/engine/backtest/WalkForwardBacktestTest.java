package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.WalkForwardReport.Window;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.order.Fill;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkForwardBacktestTest {

    private static final String SPEC = """
        data: {symbol: TEST}
        strategy: {type: momentum, side: long-short}
        execution: {fee: 0.001}
        walk_forward:
          train: 4d
          test: 2d
          grid: {strategy.lookback: [2, 5, 9], strategy.threshold: [0.0, 0.02]}
        """;

    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));

    static LongStream seeds() {
        return LongStream.range(0, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void choosesOnEachTrainingWindowWhatASingleBacktestFindsBest(long seed) {
        // 300 hours: training 4 × 24, tests from 96 in steps of 48: 96, 144, 192, 240, 288; the last one has 12 bars.
        BarSeries bars = Bars.random(seed, 300);
        List<Window> windows = report(run(bars, SPEC)).windows();

        assertThat(windows).hasSize(5);
        for (int w = 0; w < 5; w++) {
            int from = 96 + 48 * w;
            Window window = windows.get(w);
            assertThat(window.trainFrom()).isEqualTo((from - 96) * Bars.HOUR);
            assertThat(window.testFrom()).isEqualTo(from * Bars.HOUR);
            assertThat(window.testTo()).isEqualTo(Math.min(299, from + 47) * Bars.HOUR);
            double best = Double.NEGATIVE_INFINITY;
            Map<String, String> expected = Map.of();
            for (String lookback : List.of("2", "5", "9")) {
                for (String threshold : List.of("0.0", "0.02")) {
                    double sharpe = run(bars.slice(from - 96, from), single(lookback, threshold))
                            .statistics()
                            .get("sharpe_ratio")
                            .orElse(Double.NEGATIVE_INFINITY);
                    if (sharpe > best) {
                        best = sharpe;
                        expected = Map.of("strategy.lookback", lookback, "strategy.threshold", threshold);
                    }
                }
            }
            assertThat(window.chosen()).isEqualTo(expected);
            assertThat(window.inSample()).isEqualTo(best);
        }
    }

    @Test
    void theStitchedCurveIsOneAccountOverTheTestWindows() {
        BacktestResult result = run(Bars.random(3, 300), SPEC);

        assertThat(result.equity().size()).isEqualTo(204);
        assertThat(result.equity().time(0)).isEqualTo(96 * Bars.HOUR);
        assertThat(result.outOfSampleFrom()).hasValue(96 * Bars.HOUR);
        double product = 1;
        int trades = 0;
        for (Window window : report(result).windows()) {
            product *= 1 + window.totalReturn();
            trades += window.trades();
        }
        assertThat(product - 1)
                .isCloseTo(result.statistics().get("total_return").orElseThrow(), within(1e-12));
        assertThat(trades).isEqualTo(result.trades().size());
    }

    @Test
    void whatComesLaterChangesNothingBefore() {
        BarSeries bars = Bars.random(5, 300);
        BacktestResult whole = run(bars, SPEC);
        List<Bar> other = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Bar bar = bars.bar(i);
            double price = bar.close() * (i % 2 == 0 ? 9 : 0.1);
            other.add(i < 192 ? bar : new Bar(bar.openTime(), price, price, price, price, 1));
        }

        BacktestResult poisoned = run(BarSeries.of(bars.key(), other), SPEC);

        assertThat(report(poisoned).windows().subList(0, 2))
                .isEqualTo(report(whole).windows().subList(0, 2));
        assertThat(before(poisoned.fills(), 192))
                .isEqualTo(before(whole.fills(), 192))
                .isNotEmpty();
        assertThat(run(bars, SPEC).equity()).isEqualTo(whole.equity());
    }

    @Test
    void anchoredTrainingBeginsWithTheFirstBar() {
        List<Window> windows = report(run(Bars.random(3, 300), SPEC.replace("test: 2d", "test: 2d\n  mode: anchored")))
                .windows();

        assertThat(windows).allSatisfy(window -> assertThat(window.trainFrom()).isZero());
    }

    @Test
    void staysFlatWhereNoCandidateHasTheObjective() {
        double[] closes = new double[300];
        java.util.Arrays.fill(closes, 100);
        BacktestResult result = run(Bars.flat(closes), SPEC);

        assertThat(result.fills()).isEmpty();
        assertThat(report(result).windows()).allSatisfy(window -> {
            assertThat(window.chosen()).isEmpty();
            assertThat(window.inSample()).isNaN();
        });
    }

    @Test
    void leavesOutCombinationsThatAreNoStrategy() {
        BacktestResult result = run(Bars.random(3, 300), """
            data: {symbol: TEST}
            strategy: {type: sma-cross}
            walk_forward: {train: 4d, test: 2d, grid: {strategy.fast: [3, 8], strategy.slow: [6, 12]}}
            """);

        assertThat(report(result).candidates()).isEqualTo(3);
        assertThat(report(result).impossible()).isEqualTo(1);
    }

    @Test
    void isKeptWithTheRun() {
        BacktestResult result = run(Bars.random(3, 300), SPEC);

        assertThat(new LoadBacktest(runs).run(result.run().orElseThrow()).orThrow())
                .isEqualTo(result);
        assertThat(runs.find(result.run().orElseThrow()).orElseThrow().params())
                .containsEntry("plan", "walk-forward")
                .containsEntry("candidates", "6");
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(sentence(BacktestFile.parse("spec.yaml", """
            data: {symbol: TEST}
            strategy: {type: sma-cross}
            walk_forward: {train: long, mode: sideways, objective: max_drawdown, grid: {account.cash: [1, 2], strategy.fast: []}}
            """)))
                .contains(
                        "walk_forward.train: expected a length such as 365d or 12h, found 'long'",
                        "walk_forward.mode: expected one of rolling, anchored",
                        "walk_forward.objective: expected one of sharpe_ratio",
                        "walk_forward.grid.account.cash: expected a key like strategy.fast",
                        "walk_forward.grid.strategy.fast: expected values, each once, found none");
        assertThat(sentence(BacktestFile.parse("spec.yaml", SPEC.replace("lookback: [2, 5, 9]", "speed: [2, 5]"))))
                .contains("strategy.speed");
        assertThat(sentence(BacktestFile.parse("spec.yaml", """
            data: {symbol: TEST}
            strategy: {type: model, model: models:/x/1}
            walk_forward: {grid: {strategy.threshold: [0.6, 0.7]}}
            """)))
                .contains("a strategy without a model; the factory walks models forward");
        assertThat(sentence(tryRun(Bars.random(1, 90), SPEC, JobContext.none())))
                .contains("4 days to train", "walk_forward");
    }

    @Test
    void endsWhenItIsCanceled() {
        JobContext canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody listens
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };

        assertThat(tryRun(Bars.random(1, 300), SPEC, canceled)).isInstanceOf(Outcome.Canceled.class);
    }

    private static String single(String lookback, String threshold) {
        return """
            data: {symbol: TEST}
            strategy: {type: momentum, side: long-short, lookback: %s, threshold: %s}
            execution: {fee: 0.001}
            """.formatted(lookback, threshold);
    }

    private static List<Fill> before(List<Fill> fills, int bar) {
        return fills.stream().filter(fill -> fill.time() < bar * Bars.HOUR).toList();
    }

    private BacktestResult run(BarSeries bars, String text) {
        return tryRun(bars, text, JobContext.none()).orThrow();
    }

    private Outcome<BacktestResult> tryRun(BarSeries bars, String text, JobContext context) {
        var store = new InMemoryBarStore();
        store.save(Bars.instrument(1e-8, false), bars);
        var backtest = new RunBacktest(
                store,
                ref -> Outcome.failed(Failure.of(Failure.Reason.MISSING_DATA, "", "", "", "")),
                runs,
                new Events(),
                InstantSource.fixed(Instant.EPOCH));
        return BacktestFile.parse("spec.yaml", text).then(spec -> backtest.run(spec, text, context));
    }

    private static WalkForwardReport report(BacktestResult result) {
        return (WalkForwardReport) result.detail().orElseThrow();
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }
}
