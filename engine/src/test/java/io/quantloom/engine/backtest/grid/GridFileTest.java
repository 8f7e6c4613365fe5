package io.quantloom.engine.backtest.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.StrategySpec;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridFileTest {

    @Test
    void readsListsAndRangesInDecimals() {
        GridSpec spec = parse("""
            data: {symbol: X}
            strategy: {type: sma-cross}
            grid:
              strategy.fast: [5, 10]
              exits.stop_loss: {from: 0.1, to: 0.35, step: 0.1}
              strategy.side: [long, long-short]
            """).orThrow();

        assertThat(spec.axes())
                .containsExactly(
                        new GridAxis("strategy.fast", List.of("5", "10")),
                        new GridAxis("exits.stop_loss", List.of("0.1", "0.2", "0.3")),
                        new GridAxis("strategy.side", List.of("long", "long-short")));
        assertThat(spec.chosen()).hasSize(12);
        assertThat(spec.objective()).isEqualTo(Statistic.SHARPE_RATIO);
        // Number 9: the last axis runs fastest.
        assertThat(spec.numbers().parameters(9))
                .containsEntry("strategy.fast", "10")
                .containsEntry("exits.stop_loss", "0.2")
                .containsEntry("strategy.side", "long-short");
    }

    @Test
    void putsTheValuesIntoTheSpecification() {
        BacktestSpec backtest = parse("""
            data: {symbol: X}
            strategy: {type: sma-cross, slow: 50}
            exits: {stop_loss: 0.3}
            seed: 7
            objective: calmar_ratio
            out_of_sample: 0.3
            grid: {strategy.fast: [5], execution.fee: [0.001], exits.stop_loss: [null]}
            """).orThrow().specification(0).orThrow();

        assertThat(backtest.strategy()).isEqualTo(new StrategySpec.SmaCross(5, 50, true));
        assertThat(backtest.execution().costs().fee()).isEqualTo(0.001);
        assertThat(backtest.execution().exits().stopLoss().fraction()).isEmpty();
        assertThat(backtest.seed()).isEqualTo(7);
    }

    @Test
    void drawsASampleWithoutRepetitionThatTheSeedDecides() {
        String text = """
            data: {symbol: X}
            strategy: {type: sma-cross}
            sample: 50
            grid:
              strategy.fast: {from: 1, to: 1000, step: 1}
              strategy.slow: {from: 2, to: 1000, step: 1}
              exits.stop_loss: {from: 0.01, to: 0.9, step: 0.001}
            """;
        GridSpec spec = parse(text).orThrow();

        long[] drawn = spec.chosen();

        assertThat(drawn).hasSize(50).isSorted().doesNotHaveDuplicates();
        assertThat(spec.chosen()).containsExactly(drawn);
        assertThat(Arrays.equals(spec.withSeed(43).chosen(), drawn)).isFalse();
        assertThat(parse(text.replace("sample: 50", "sample: 3").replace("1000", "2"))
                        .orThrow()
                        .chosen())
                .hasSize(3);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(sentence("""
            data: {symbol: X, split: 2020-01-01}
            strategy: {type: sma-cross}
            sample: 0
            objective: luck
            out_of_sample: 0.3
            grid:
              data.symbol: [A, B]
              strategy.fast: [5, 5]
              strategy.slow: {from: 9, to: 8, step: 1}
              exits.stop_loss: []
            """))
                .contains(
                        "sample: expected a whole number in [1, 100000]",
                        "objective: expected one of final_equity",
                        "out_of_sample: expected out_of_sample or data.split",
                        "grid.data.symbol: expected a key like strategy.fast",
                        "grid.strategy.fast: expected values, each once, found 5, 5",
                        "grid.strategy.slow.step: expected from at or below to",
                        "grid.exits.stop_loss: expected values, each once, found none");
    }

    @Test
    void refusesMoreCombinationsThanOneGridRuns() {
        String text = """
            data: {symbol: X}
            strategy: {type: sma-cross}
            grid: {strategy.fast: {from: 1, to: 1000, step: 1}, strategy.slow: {from: 1, to: 1000, step: 1}}
            """;

        assertThat(sentence(text)).contains("at most 100000 combinations, or a sample", "1000000 combinations");
        assertThat(parse(text + "sample: 10\n").orThrow().chosen()).hasSize(10);
        assertThat(sentence("data: {symbol: X}\nstrategy: {type: sma-cross}\n"))
                .contains("at least one key with its values");
    }

    private static Outcome<GridSpec> parse(String text) {
        return GridFile.parse("grid.yaml", text);
    }

    private static String sentence(String text) {
        Outcome<GridSpec> outcome = parse(text);
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<GridSpec>) outcome).failure().sentence();
    }
}
