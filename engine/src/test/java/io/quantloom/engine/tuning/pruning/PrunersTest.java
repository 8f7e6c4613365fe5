package io.quantloom.engine.tuning.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Pruner;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected decisions are worked out by hand from models-and-tuning.md 5. */
class PrunersTest {

    private static final Pruner MEDIAN = new MedianPruner();
    private static final Pruner HALVING = new HalvingPruner();

    @Test
    void theMedianWaitsForFiveCompleteTrials() {
        assertThat(MEDIAN.shouldPrune(running(-9), constant(4))).isFalse();
        assertThat(MEDIAN.shouldPrune(running(-9), constant(5))).isTrue();
    }

    // At step 1 the complete trials had 0, 1, 2, 3, 4: the median is 2.
    @ParameterizedTest
    @CsvSource({"0, 1.9, true", "0, 2.0, false", "2.5, 0, false", "NaN, 2.5, false", "NaN, NaN, true"})
    void theMedianComparesTheBestSoFar(double first, double second, boolean stops) {
        assertThat(MEDIAN.shouldPrune(running(first, second), constant(5))).isEqualTo(stops);
    }

    @Test
    void theMedianLetsGoOnWhereNobodyHasBeen() {
        assertThat(MEDIAN.shouldPrune(running(-9, -9, -9, -9, -9, -9), constant(5)))
                .isFalse();
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        // 0 to 5: the median is 2.5.
        assertThat(MEDIAN.shouldPrune(running(2.4), constant(6))).isTrue();
        assertThat(MEDIAN.shouldPrune(running(2.6), constant(6))).isFalse();
    }

    @Test
    void halvingWaitsForACompleteTrial() {
        assertThat(HALVING.shouldPrune(running(0, -9), List.of())).isFalse();
    }

    // With four steps r = 1: the first rung is at step 1, the next at 4. Values there are 0 to 6, and the own: of 8 the
    // best 2 go on.
    @ParameterizedTest
    @CsvSource({"4.5, true", "5.5, false", "7, false", "NaN, true"})
    void halvingKeepsAFourthAtARung(double value, boolean stops) {
        assertThat(HALVING.shouldPrune(running(0, value), constant(7))).isEqualTo(stops);
    }

    @Test
    void halvingLetsTheBestOfFewGoOn() {
        assertThat(HALVING.shouldPrune(running(0, 1.5), constant(2))).isFalse();
        assertThat(HALVING.shouldPrune(running(0, 0.5), constant(2))).isTrue();
    }

    @Test
    void halvingDecidesOnlyAtRungs() {
        assertThat(HALVING.shouldPrune(running(-9), constant(7))).isFalse();
        assertThat(HALVING.shouldPrune(running(0, 9, -9), constant(7))).isFalse();
        assertThat(HALVING.shouldPrune(running(0, 9, 9, 9, -9), constant(7))).isTrue();
        assertThat(new HalvingPruner(4, 1).shouldPrune(running(0, -9), constant(7)))
                .isFalse();
    }

    @Test
    void halvingCountsWhatPrunedTrialsHadAtTheRung() {
        var told = new ArrayList<>(constant(1));
        for (int number = 1; number < 8; number++) {
            told.add(trial(number, State.PRUNED, 0, 10 + number));
        }

        assertThat(HALVING.shouldPrune(running(0, 16.5), told)).isFalse();
        assertThat(HALVING.shouldPrune(running(0, 15.5), told)).isTrue();
    }

    // Five steps: 1, 3 <= 5 < 9, so two brackets, with ceil(2·3/2) = 3 and ceil(2·1/1) = 2 shares.
    @Test
    void hyperbandSharesTrialsBetweenBrackets() {
        var hyperband = new HyperbandPruner("xgboost");
        List<Trial> told = constant(1_000);

        int first = hyperband.competitors(0, told).size();

        assertThat(List.of(first, 1_000 - first))
                .allMatch(count -> Math.abs(count - 600) < 60 || Math.abs(count - 400) < 60);
        assertThat(first).isNotEqualTo(500);
        assertThat(hyperband.competitors(0, told)).extracting(Trial::number).contains(0);
    }

    @Test
    void hyperbandHasOneBracketAndStopsNothingBeforeATrialIsComplete() {
        var hyperband = new HyperbandPruner("xgboost");
        List<Trial> told = List.of(trial(0, State.PRUNED, 1, 2), trial(1, State.RUNNING, 1, 2));

        assertThat(hyperband.competitors(7, told)).isEqualTo(told);
        assertThat(hyperband.shouldPrune(running(0, -9), told)).isFalse();
    }

    @Test
    void hyperbandJudgesSomeTrialsLate() {
        var hyperband = new HyperbandPruner("xgboost");
        List<Trial> told = constant(100);
        int early = 0;
        int late = 0;
        for (int number = 100; number < 200; number++) {
            boolean atFirst = hyperband.shouldPrune(trial(number, State.RUNNING, 0, -9), told);
            boolean atLast = hyperband.shouldPrune(trial(number, State.RUNNING, 0, -9, -9, -9), told);
            early += atFirst ? 1 : 0;
            late += atLast ? 1 : 0;
        }

        assertThat(early).isBetween(45, 75);
        assertThat(late).isEqualTo(100);
    }

    /** Complete trials of five steps; that of number n has n at each. */
    private static List<Trial> constant(int count) {
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < count; number++) {
            trials.add(trial(number, State.COMPLETE, number, number, number, number, number));
        }
        return trials;
    }

    private static Trial running(double... values) {
        return trial(10_000, State.RUNNING, values);
    }

    private static Trial trial(int number, State state, double... values) {
        var steps = new TreeMap<Integer, Double>();
        for (int step = 0; step < values.length; step++) {
            steps.put(step, values[step]);
        }
        return new Trial(
                "s",
                number,
                state,
                Hyperparameters.empty(),
                state == State.COMPLETE ? OptionalDouble.of(values[values.length - 1]) : OptionalDouble.empty(),
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.empty(),
                "",
                steps);
    }
}
