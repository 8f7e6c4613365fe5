package io.quantloom.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.market.BarSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmaCrossStrategyTest {

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void actsOnTheCrossingAndNotOnTheLevel() {
        // SMA 1 and 2. Closes 1 2 3: the fast one is above from the first defined bar on, which is no crossing.
        // 1: fast 1 below slow 2: down. 3: fast 3 above slow 2: up. 4: still above.
        assertThat(targets(new StrategySpec.SmaCross(1, 2, true), 1, 2, 3, 1, 3, 4))
                .containsExactly(Target.HOLD, Target.HOLD, Target.HOLD, Target.SHORT, Target.LONG, Target.HOLD);
    }

    @Test
    void goesFlatInsteadOfShortWhenLongOnly() {
        assertThat(targets(new StrategySpec.SmaCross(1, 2, false), 1, 2, 1))
                .last()
                .isEqualTo(Target.FLAT);
    }

    @Test
    void equalAveragesAreNoCrossing() {
        // Fast below, then equal (2 = (2 + 2) / 2), then above: at neither bar is it below before and above after.
        assertThat(targets(new StrategySpec.SmaCross(1, 2, true), 3, 2, 2, 3))
                .containsExactly(Target.HOLD, Target.HOLD, Target.HOLD, Target.HOLD);
    }

    @Test
    void pricesThatDoNotMoveNeverCross() {
        // 0.1 has no exact double: plain sums of 10 and of 20 of them give averages that differ in the last bit.
        double[] closes = new double[100];
        Arrays.fill(closes, 0.1);

        assertThat(targets(new StrategySpec.SmaCross(10, 20, true), closes)).containsOnly(Target.HOLD);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void crossesWhereThePlainAveragesDo(long seed) {
        BarSeries bars = Bars.random(seed, 300);
        int fast = 2 + (int) (seed % 7);
        int slow = fast + 1 + (int) (seed % 11);

        List<Target> found = targets(new StrategySpec.SmaCross(fast, slow, true), bars.closes());

        for (int t = 0; t < bars.size(); t++) {
            Target expected = Target.HOLD;
            if (t >= slow) {
                double before = mean(bars, t - 1, fast) - mean(bars, t - 1, slow);
                double now = mean(bars, t, fast) - mean(bars, t, slow);
                expected = before < 0 && now > 0 ? Target.LONG : before > 0 && now < 0 ? Target.SHORT : expected;
            }
            assertThat(found.get(t)).as("bar " + t).isEqualTo(expected);
        }
    }

    private static double mean(BarSeries bars, int last, int window) {
        double sum = 0;
        for (int i = last - window + 1; i <= last; i++) {
            sum += bars.close(i);
        }
        return sum / window;
    }

    private static List<Target> targets(StrategySpec.SmaCross spec, double... closes) {
        var strategy = new SmaCrossStrategy(spec);
        BarSeries bars = Bars.flat(closes);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            targets.add(strategy.onClose(bars.bar(i), Target.FLAT).target());
        }
        return targets;
    }
}
