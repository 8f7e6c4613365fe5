package io.quantloom.engine.indicator.ta4j;

import io.quantloom.engine.market.Bar;
import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/**
 * A ta4j series that grows bar by bar, so that nothing computed on it can see the future. Used by one thread.
 *
 * <p>ta4j keeps no value of the last bar for good, as it may still change. A copy of the bar stands behind it until the
 * next one comes, and is never asked for, so that each value is computed once.
 */
public final class Ta4jSeries {

    private static final Duration INSTANT = Duration.ofMillis(1);

    private final BarSeries bars = new BaseBarSeriesBuilder()
            .withNumFactory(DoubleNumFactory.getInstance())
            .build();
    private int index = -1;

    /** {@return what indicators are made on} */
    public BarSeries bars() {
        return bars;
    }

    /** Appends the bar, later than all before it, and returns its index, from 0. */
    public int append(Bar bar) {
        index++;
        bars.addBar(bar(bar, bar.openTime()), index > 0);
        bars.addBar(bar(bar, bar.openTime() + 1));
        return index;
    }

    private static BaseBar bar(Bar bar, long openTime) {
        Instant begin = Instant.ofEpochMilli(openTime);
        Num none = number(0);
        return new BaseBar(
                INSTANT,
                begin,
                begin.plus(INSTANT),
                number(bar.open()),
                number(bar.high()),
                number(bar.low()),
                number(bar.close()),
                number(bar.volume()),
                none,
                0);
    }

    private static Num number(double value) {
        return Double.isNaN(value)
                ? org.ta4j.core.num.NaN.NaN
                : DoubleNumFactory.getInstance().numOf(value);
    }
}
