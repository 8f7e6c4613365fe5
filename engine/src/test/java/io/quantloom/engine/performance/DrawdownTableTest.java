package io.quantloom.engine.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DrawdownTableTest {

    private static final long DAY = 86_400_000;

    @Test
    void tellsWhenEachFallBeganWasDeepestAndEnded() {
        // Peak 120 on day 1, lowest 90 on day 3, back on day 5; peak 130 on day 6, 117 on day 7, 118 on day 8, open.
        EquityCurve curve = Curves.daily("1970-01-01", 100, 120, 100, 90, 110, 120, 130, 117, 118);

        List<Drawdown> drawdowns = DrawdownTable.of(curve);

        assertThat(drawdowns).hasSize(2);
        assertThat(drawdowns.get(0)).isEqualTo(new Drawdown(DAY, 3 * DAY, OptionalLong.of(5 * DAY), 0.25, 4, 2));
        assertThat(drawdowns.get(1).recovery()).isEmpty();
        assertThat(drawdowns.get(1).depth()).isCloseTo(0.1, within(1e-12));
        assertThat(drawdowns.get(1).bars()).isEqualTo(2);
        assertThat(drawdowns.get(1).barsToTrough()).isEqualTo(1);
    }

    @Test
    void beginsWithTheLastBarAtThePeak() {
        EquityCurve curve = Curves.daily("1970-01-01", 100, 100, 100, 80, 100);

        assertThat(DrawdownTable.of(curve))
                .singleElement()
                .satisfies(drawdown -> assertThat(drawdown.start()).isEqualTo(2 * DAY));
    }

    @Test
    void listsTheDeepestFirst() {
        EquityCurve curve = Curves.daily("1970-01-01", 100, 90, 100, 70, 100, 80, 100);

        assertThat(DrawdownTable.deepest(curve, 2)).extracting(Drawdown::start).containsExactly(2 * DAY, 4 * DAY);
    }

    @Test
    void isEmptyForACurveThatNeverFalls() {
        assertThat(DrawdownTable.of(Curves.daily("1970-01-01", 100, 100, 101))).isEmpty();
    }

    @Test
    void underwaterIsZeroAtPeaksAndBelowElsewhere() {
        TimeSeries underwater = DrawdownTable.underwater(Curves.daily("1970-01-01", 100, 120, 90, 120));

        assertThat(underwater.values()).containsExactly(0, 0, -0.25, 0);
    }

    @Test
    void averagesAllFallsButOneThatOnlyBegins() {
        // Depths 0.1 over 2 bars and 0.3 over 4; the fall of the last bar has no length yet (backtesting.py).
        double[] equity = {100, 90, 100, 80, 70, 90, 100, 95};

        DrawdownStatistics.Averages averages = DrawdownStatistics.averages(equity);

        assertThat(averages.count()).isEqualTo(2);
        assertThat(averages.depth()).isCloseTo(0.2, within(1e-12));
        assertThat(averages.bars()).isEqualTo(3);
    }

    @Test
    void averagesAnOpenFallUpToTheEnd() {
        DrawdownStatistics.Averages averages = DrawdownStatistics.averages(new double[] {100, 90, 80, 95});

        assertThat(averages).isEqualTo(new DrawdownStatistics.Averages(1, 1 - 0.8, 3));
    }

    @Test
    void hasNoAverageWithoutAFall() {
        assertThat(DrawdownStatistics.averages(new double[] {100, 101}).depth()).isNaN();
    }
}
