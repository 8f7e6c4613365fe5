package io.quantloom.engine.backtest.analysis.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerturbParametersTest {

    @Test
    void goesOneStepEachWayTogetherAndTwoAlone() {
        List<Map<String, Double>> neighbors = PerturbParameters.neighbors(
                new Parameters(List.of(Parameter.window("fast", 10), Parameter.window("slow", 20))));

        // 3 · 3 − 1 combinations and 4 far ones; a tenth of 10 is 1, of 20 is 2.
        assertThat(neighbors).hasSize(12).doesNotContain(Map.of("fast", 10.0, "slow", 20.0));
        assertThat(neighbors)
                .contains(
                        Map.of("fast", 9.0, "slow", 18.0),
                        Map.of("fast", 11.0, "slow", 22.0),
                        Map.of("fast", 8.0, "slow", 20.0),
                        Map.of("fast", 10.0, "slow", 24.0));
    }

    @Test
    void leavesOutWhatIsNoStrategy() {
        List<Map<String, Double>> neighbors = PerturbParameters.neighbors(
                new Parameters(List.of(Parameter.window("fast", 2), Parameter.window("slow", 3))));

        assertThat(neighbors).allMatch(each -> each.getOrDefault("fast", 0.0) < each.getOrDefault("slow", 0.0));
        assertThat(neighbors)
                .contains(Map.of("fast", 2.0, "slow", 5.0))
                .doesNotContain(Map.of("fast", 4.0, "slow", 3.0));
    }

    @Test
    void stepsThresholdsByAHundredthAndDistancesByATenth() {
        assertThat(Parameter.probability("threshold", 0.6).at(-1)).isEqualTo(0.59);
        assertThat(Parameter.distance("stop_loss", 0.03).at(2)).isEqualTo(0.036);
        assertThat(Parameter.window("fast", 3).at(-2)).isEqualTo(1);
    }

    @Test
    void scoresWhatNeighborsKeep() {
        // Half of 2 is kept by 1 and 1.5, not by 0.9; one that never trades counts as 0.
        PerturbationScore score = PerturbParameters.score(
                neighbor(2), List.of(neighbor(1), neighbor(1.5), neighbor(0.9), neighbor(Double.NaN)));

        assertThat(score.share()).isEqualTo(0.5);
        assertThat(score.meanSharpe()).isCloseTo(0.85, within(1e-12));
        assertThat(score.worstSharpe()).isZero();
    }

    @Test
    void hasNoShareWhereThereIsNothingToKeep() {
        PerturbationScore score = PerturbParameters.score(neighbor(-0.5), List.of(neighbor(1)));

        assertThat(score.share()).isNaN();
        assertThat(score.worstSharpe()).isEqualTo(1);
        assertThat(PerturbParameters.score(neighbor(1), List.of()).meanSharpe()).isNaN();
    }

    private static Neighbor neighbor(double sharpe) {
        return new Neighbor(Map.of(), sharpe, 0, 0);
    }

    /** Parameters of a crossing, nothing to run. */
    private record Parameters(List<Parameter> parameters) implements Rerun {
        @Override
        public double fee() {
            return 0;
        }

        @Override
        public double slippageBps() {
            return 0;
        }

        @Override
        public boolean hasFixedSlippage() {
            return true;
        }

        @Override
        public boolean isPossible(Map<String, Double> values) {
            return values.getOrDefault("fast", 0.0) < values.getOrDefault("slow", 0.0);
        }

        @Override
        public Outcome<BacktestResult> run(Variant variant, JobContext context) {
            return Outcome.canceled();
        }

        @Override
        public Optional<String> whyIdle() {
            return Optional.empty();
        }
    }
}
