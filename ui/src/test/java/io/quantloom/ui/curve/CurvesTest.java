package io.quantloom.ui.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.performance.EquityCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void linesOfDifferentLengthsShareOneAxis() {
        var early = Curve.of("a", new long[] {1, 2, 3}, new double[] {10, 11, 12});
        var late = Curve.of("b", new long[] {3, 5}, new double[] {20, 21});

        var curves = Curves.align(List.of(early, late));

        assertThat(curves.times()).containsExactly(1, 2, 3, 5);
        assertThat(curves.values(0)).containsExactly(10, 11, 12, Double.NaN);
        assertThat(curves.values(1)).containsExactly(Double.NaN, Double.NaN, 20, 21);
    }

    @Test
    void aLineKeepsItsValueBetweenItsOwnPoints() {
        var sparse = Curve.of("a", new long[] {1, 4}, new double[] {10, 11});
        var dense = Curve.of("b", new long[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4});

        assertThat(Curves.align(List.of(sparse, dense)).values(0)).containsExactly(10, 10, 10, 11);
    }

    @Test
    void anAccountBeginsWithItsStartingCashOneBarEarlier() {
        var curve = Curve.ofAccount("a", EquityCurve.of(100, new long[] {10, 15}, new double[] {110, 120}));

        assertThat(curve.time(0)).isEqualTo(5);
        assertThat(curve.value(0)).isEqualTo(100);
        assertThat(curve.value(2)).isEqualTo(120);
    }

    @Test
    void noLinesGiveAnEmptyAxis() {
        assertThat(Curves.align(List.of()).size()).isZero();
    }
}
