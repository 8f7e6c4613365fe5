package io.quantloom.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Gate SHARPE =
            new Gate("sharpe_ratio", Gate.Basis.HOLDOUT, OptionalDouble.of(1), OptionalDouble.empty());
    private static final Gate DRAWDOWN =
            new Gate("max_drawdown", Gate.Basis.HOLDOUT, OptionalDouble.empty(), OptionalDouble.of(0.25));

    @Test
    void theBoundItselfPasses() {
        assertThat(SHARPE.check(OptionalDouble.of(1), "").passed()).isTrue();
        assertThat(DRAWDOWN.check(OptionalDouble.of(0.25), "").passed()).isTrue();
    }

    @Test
    void theBoundItselfIsAMissOfAStrictGate() {
        Gate above = Gate.above("precision", Gate.Basis.HOLDOUT, 0.5);
        Gate below = Gate.below("brier", Gate.Basis.HOLDOUT, 0.25);

        assertThat(above.check(OptionalDouble.of(0.5), "").reason()).isEqualTo("precision 0.5 is not > 0.5");
        assertThat(above.check(OptionalDouble.of(Math.nextUp(0.5)), "").passed())
                .isTrue();
        assertThat(below.check(OptionalDouble.of(0.25), "").reason()).isEqualTo("brier 0.25 is not < 0.25");
        assertThat(below.check(OptionalDouble.of(Math.nextDown(0.25)), "").passed())
                .isTrue();
        assertThat(above.boundKey()).isEqualTo("above");
        assertThat(below.boundKey()).isEqualTo("below");
    }

    @Test
    void saysAMissWithFourDecimals() {
        assertThat(SHARPE.check(OptionalDouble.of(-1.5122481190547612), "").reason())
                .isEqualTo("sharpe_ratio -1.5122 is not ≥ 1.0");
        assertThat(DRAWDOWN.check(OptionalDouble.of(0.5), "").reason()).isEqualTo("max_drawdown 0.5 is not ≤ 0.25");
    }

    @Test
    void showsAsManyDecimalsAsANearMissNeeds() {
        assertThat(SHARPE.check(OptionalDouble.of(0.999999871), "").reason())
                .isEqualTo("sharpe_ratio 0.9999999 is not ≥ 1.0");
        assertThat(DRAWDOWN.check(OptionalDouble.of(Math.nextUp(0.25)), "").reason())
                .isEqualTo("max_drawdown 0.2500000000000001 is not ≤ 0.25");
    }

    @Test
    void whatIsNoNumberMisses() {
        assertThat(SHARPE.check(OptionalDouble.of(Double.NaN), "").reason()).isEqualTo("sharpe_ratio NaN is not ≥ 1.0");
        assertThat(SHARPE.check(OptionalDouble.empty(), "no trades").reason())
                .isEqualTo("sharpe_ratio is undefined: no trades");
    }
}
