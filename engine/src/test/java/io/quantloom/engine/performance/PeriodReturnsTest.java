package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodReturnsTest {

    // 30 and 31 December, 1 and 2 January.
    private final EquityCurve overNewYear = Curves.daily("2020-12-30", 100, 110, 121, 99);

    @Test
    void measuresEachMonthFromTheLastCloseBeforeIt() {
        List<PeriodReturn> months = PeriodReturns.monthly(overNewYear);

        assertThat(months).hasSize(2);
        assertThat(months.get(0).from()).isEqualTo(LocalDate.of(2020, 12, 1));
        assertThat(months.get(0).fraction()).isCloseTo(0.1, within(1e-12));
        assertThat(months.get(0).bars()).isEqualTo(2);
        assertThat(months.get(1).from()).isEqualTo(LocalDate.of(2021, 1, 1));
        assertThat(months.get(1).fraction()).isCloseTo(-0.1, within(1e-12));
    }

    @Test
    void measuresYearsLikewise() {
        assertThat(PeriodReturns.yearly(overNewYear))
                .extracting(PeriodReturn::from)
                .containsExactly(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1));
    }

    @Test
    void compoundsToTheWhole() {
        double product = PeriodReturns.monthly(overNewYear).stream()
                .mapToDouble(month -> 1 + month.fraction())
                .reduce(1, (a, b) -> a * b);

        assertThat(product).isCloseTo(0.99, within(1e-12));
    }

    @Test
    void leavesOutMonthsWithoutABar() {
        long january = LocalDate.of(2021, 1, 31).toEpochDay() * 86_400_000;
        long march = LocalDate.of(2021, 3, 1).toEpochDay() * 86_400_000;
        EquityCurve curve = EquityCurve.of(100, new long[] {january, march}, new double[] {100, 120});

        assertThat(PeriodReturns.monthly(curve))
                .extracting(PeriodReturn::from)
                .containsExactly(LocalDate.of(2021, 1, 1), LocalDate.of(2021, 3, 1));
    }
}
