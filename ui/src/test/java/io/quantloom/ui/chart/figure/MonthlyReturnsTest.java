package io.quantloom.ui.chart.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyReturnsTest {

    @Test
    void hasARowForEachYearAlsoForOneWithoutMonths() {
        MonthlyReturns returns = MonthlyReturns.of(
                Map.of(YearMonth.of(2024, 11), 0.10, YearMonth.of(2026, 1), -0.10), Map.of(2024, 0.10, 2026, -0.10));

        assertThat(returns.years()).isEqualTo(3);
        assertThat(returns.year(2)).isEqualTo(2026);
        assertThat(returns.month(0, 10)).isEqualTo(0.10);
        assertThat(returns.month(0, 11)).isNaN();
        assertThat(returns.total(1)).isNaN();
        assertThat(returns.month(2, 0)).isEqualTo(-0.10);
    }

    @Test
    void hasNoYearsWithoutValues() {
        assertThat(MonthlyReturns.of(Map.of(), Map.of()).years()).isZero();
    }
}
