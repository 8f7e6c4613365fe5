package io.quantloom.engine.tuning.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrialSplitTest {

    @Test
    void takesTheBestTenthRoundedUp() {
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < 21; number++) {
            trials.add(complete(number, number % 7));
        }

        TrialSplit split = TrialSplit.of(trials);

        // The highest value is 6, at 6, 13 and 20.
        assertThat(split.below()).extracting(Trial::number).containsExactly(6, 13, 20);
        assertThat(split.above()).hasSize(18);
    }

    @Test
    void takesTheFirstOfEqualTrialsAndAtMost25() {
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < 400; number++) {
            trials.add(complete(number, 1));
        }

        assertThat(TrialSplit.of(trials).below())
                .extracting(Trial::number)
                .hasSize(25)
                .startsWith(0, 1)
                .endsWith(24);
    }

    @Test
    void fillsUpWithPrunedTrialsThatCameFarthest() {
        List<Trial> trials = List.of(
                trial(0, State.PRUNED, Map.of(0, 5.0)),
                trial(1, State.PRUNED, Map.of(0, 1.0, 1, 2.0)),
                trial(2, State.PRUNED, Map.of(0, 1.0, 1, 3.0)),
                trial(3, State.PRUNED, Map.of(0, 9.0, 1, Double.NaN)),
                trial(4, State.PRUNED, Map.of()),
                trial(5, State.FAILED, Map.of()));

        assertThat(TrialSplit.of(trials).below()).extracting(Trial::number).containsExactly(2);
        assertThat(TrialSplit.of(trials).above()).extracting(Trial::number).containsExactly(0, 1, 3, 4);
    }

    @Test
    void countsTrialsUnderWayAsBadAndInNoShare() {
        var trials = new ArrayList<Trial>();
        for (int number = 0; number < 10; number++) {
            trials.add(complete(number, -number));
        }
        for (int number = 10; number < 30; number++) {
            trials.add(Trial.running("s", number, Hyperparameters.empty(), Instant.EPOCH));
        }

        assertThat(TrialSplit.of(trials).below()).extracting(Trial::number).containsExactly(0);
        assertThat(TrialSplit.of(trials).above()).hasSize(29);
    }

    // linspace(1/27, 1, 2) before 25 ones and the prior's one, by hand.
    @Test
    void weighsByAge() {
        double[] weights = Weights.byAge(27);

        assertThat(weights).hasSize(28);
        assertThat(weights[0]).isCloseTo(1 / 27.0 / (27 + 1 / 27.0), within(1e-15));
        assertThat(weights[1]).isCloseTo(1 / (27 + 1 / 27.0), within(1e-15));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        assertThat(Weights.byAge(26)[0]).isCloseTo(1 / 26.0 / (26 + 1 / 26.0), within(1e-15));
        assertThat(Weights.byAge(3)).containsExactly(0.25, 0.25, 0.25, 0.25);
        assertThat(Weights.byAge(0)).containsExactly(1);
    }

    private static Trial complete(int number, double value) {
        return new Trial(
                "s",
                number,
                State.COMPLETE,
                Hyperparameters.empty(),
                OptionalDouble.of(value),
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.empty(),
                "");
    }

    private static Trial trial(int number, State state, Map<Integer, Double> steps) {
        return new Trial(
                "s",
                number,
                state,
                Hyperparameters.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Instant.EPOCH,
                Optional.empty(),
                "",
                new TreeMap<>(steps));
    }
}
