package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExposureSeriesTest {

    @Test
    void isTheValueOfThePositionOverEquity() {
        // 5 units long from bar 1, turned into 4 short at bar 2, flat at bar 3.
        List<Fill> fills = List.of(
                fill(1, OrderSide.BUY, 5),
                fill(2, OrderSide.SELL, 5),
                fill(2, OrderSide.SELL, 4),
                fill(3, OrderSide.BUY, 4));
        EquityCurve curve = EquityCurve.of(
                100, new long[] {0, Bars.HOUR, 2 * Bars.HOUR, 3 * Bars.HOUR}, new double[] {100, 100, 80, 80});

        TimeSeries exposure = ExposureSeries.of(Bars.flat(10, 10, 10, 10), curve, fills);

        assertThat(exposure.values()).containsExactly(new double[] {0, 0.5, -0.5, 0}, within(1e-12));
    }

    private static Fill fill(int bar, OrderSide side, long units) {
        return new Fill(bar * Bars.HOUR, side, units, units, 10, 0, 0, FillReason.SIGNAL);
    }
}
