package io.quantloom.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.strategy.StrategySpec.Momentum;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentumStrategyTest {

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void goesLongAboveTheThresholdShortBelowItAndFlatBetween() {
        // Two bars back: 110/100 = +10 %, 121/110.0 = +10 %, 99/110 = −10 %, 121/121 = 0, 99/99 = 0.
        assertThat(targets(new Momentum(2, 0.09, true), 100, 110, 110, 121, 99, 121, 99))
                .containsExactly(
                        Target.HOLD, Target.HOLD, Target.LONG, Target.LONG, Target.SHORT, Target.FLAT, Target.FLAT);
    }

    @Test
    void bothComparisonsAreStrict() {
        // 150/100 = +50 % and 75/150 = −50 %, exact in doubles.
        assertThat(targets(new Momentum(1, 0.5, true), 100, 150, 75))
                .containsExactly(Target.HOLD, Target.FLAT, Target.FLAT);
    }

    @Test
    void goesFlatInsteadOfShortWhenLongOnly() {
        assertThat(targets(new Momentum(1, 0.01, false), 100, 90)).last().isEqualTo(Target.FLAT);
    }

    @Test
    void isDefinedFromTheLookbackOn() {
        assertThat(new MomentumStrategy(new Momentum(14, 0.02, true)).firstDefined())
                .isEqualTo(14);
    }

    @Test
    void refusesALookbackOfNothing() {
        assertThatThrownBy(() -> new Momentum(0, 0.02, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Momentum(4, Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isThePrintedRule(long seed) {
        BarSeries bars = Bars.random(seed, 200);
        var spec = new Momentum(1 + (int) (seed % 24), 0.01 * (seed % 4), seed % 2 == 0);

        List<Target> found = Decisions.targets(new MomentumStrategy(spec), bars);

        for (int i = 0; i < bars.size(); i++) {
            Target expected = Target.HOLD;
            if (i >= spec.lookback()) {
                double before = bars.close(i - spec.lookback());
                double change = (bars.close(i) - before) / before;
                Target below = spec.longShort() ? Target.SHORT : Target.FLAT;
                expected = change > spec.threshold() ? Target.LONG : change < -spec.threshold() ? below : Target.FLAT;
            }
            assertThat(found.get(i)).as("bar " + i).isEqualTo(expected);
        }
        Decisions.assertPastOnly(() -> new MomentumStrategy(spec), bars);
    }

    private static List<Target> targets(Momentum spec, double... closes) {
        return Decisions.targets(new MomentumStrategy(spec), Bars.flat(closes));
    }
}
