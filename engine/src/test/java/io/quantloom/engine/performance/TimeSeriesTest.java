package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeSeriesTest {

    @Test
    void keepsTheExtremesWhenThinned() {
        TimeSeries series = TimeSeries.of(
                new long[] {0, 1, 2, 3, 4, 5, 6, 7}, new double[] {0, -5, 1, 2, Double.NaN, Double.NaN, 3, Double.NaN});

        TimeSeries thinned = series.thinned(4);

        assertThat(thinned.times()).containsExactly(1, 3, 4, 6);
        assertThat(thinned.values()).containsExactly(-5, 2, Double.NaN, 3);
    }

    @Test
    void isItselfWhenShortEnough() {
        TimeSeries series = TimeSeries.of(new long[] {0, 1}, new double[] {1, 2});

        assertThat(series.thinned(2)).isSameAs(series);
    }
}
