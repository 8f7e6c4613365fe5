package io.quantloom.ui.chart.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MonthlyReturnsTest {

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Test
    void measuresEachMonthFromTheLastValueBeforeIt() {
        MonthlyReturns returns = MonthlyReturns.of(
                100,
                new long[] {at("2025-11-10T00:00:00Z"), at("2025-11-30T00:00:00Z"), at("2026-01-31T23:00:00Z")},
                new double[] {105, 110, 99});

        assertThat(returns.years()).isEqualTo(2);
        assertThat(returns.month(0, 10)).isCloseTo(0.10, within(1e-12));
        assertThat(returns.month(0, 11)).isNaN();
        assertThat(returns.month(1, 0)).isCloseTo(-0.10, within(1e-12));
        assertThat(returns.total(0)).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void hasNoYearsWithoutValues() {
        assertThat(MonthlyReturns.of(100, new long[0], new double[0]).years()).isZero();
    }
}
