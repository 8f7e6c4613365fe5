package io.quantloom.engine.dataset.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.dataset.label.TripleBarrier.Entry;
import io.quantloom.engine.dataset.label.TripleBarrier.Touch;
import io.quantloom.engine.dataset.label.TripleBarrier.Vertical;
import io.quantloom.engine.dataset.label.TripleBarrier.Width;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.strategy.MomentumStrategy;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelDefinitionTest {

    static Stream<LabelDefinition> definitions() {
        return Stream.of(
                TripleBarrier.of(2, 1, 5),
                TripleBarrier.fixed(0.02, 0.01, 5),
                new TripleBarrier(
                        0.03,
                        0.03,
                        9,
                        50,
                        OptionalDouble.of(0.02),
                        Entry.CLOSE,
                        Touch.CLOSE,
                        Vertical.ZERO,
                        Width.FIXED),
                new ForwardReturn(6, 0.002, Entry.NEXT_OPEN, Direction.UP),
                new ForwardReturn(1, 0, Entry.CLOSE, Direction.DOWN),
                SmaTrend.of(Direction.UP),
                SmaTrend.of(Direction.DOWN),
                new MetaLabel(new PrimarySignal.SmaCross(3, 9), TripleBarrier.of(1, 1, 8)),
                new MetaLabel(new PrimarySignal.Momentum(4, 1e-3), TripleBarrier.fixed(0.02, 0.02, 8)));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void itsTextReadsBack(LabelDefinition definition) {
        assertThat(LabelDefinition.parse(definition.text())).contains(definition);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void endsWithinItsHorizonAndLeavesTheUndecidedTailOut(LabelDefinition definition) {
        BarSeries bars = GeneratedBars.walk(3, 400);
        Labels labels = definition.label(bars);

        assertThat(labels.size()).isPositive();
        for (int i = 0; i < labels.size(); i++) {
            assertThat(labels.end(i)).isBetween(labels.bar(i) + 1, labels.bar(i) + definition.horizon());
            assertThat(labels.end(i)).isLessThan(bars.size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forward-return",
                "sma-trend window=0 horizon=1 change=0.1 class=up",
                "sma-trend window=1 horizon=1 change=0.1 class=sideways",
                "meta primary=sma-cross:9:3 triple-barrier",
                "meta primary=momentum:9:0.1 " + "triple-barrier barriers=fixed take_profit=1.5 stop_loss=0.5 horizon=3"
                        + " events=all entry=close touch=close vertical=zero",
                "triple-barrier barriers=fixed take_profit=0.1 stop_loss=0.1 horizon=3 volatility_span=5 events=all"
                        + " entry=close touch=close vertical=zero"
            })
    void readsNoOtherText(String text) {
        assertThat(LabelDefinition.parse(text)).isEmpty();
    }

    /** Entry at the next open, which is the close before: 100 → 103, 102, 99.9, … in per cent by hand. */
    @Test
    void aForwardReturnMustBeatItsCost() {
        BarSeries bars = HandMade.closes(100, 100, 103, 99, 99.1, 99);

        assertThat(labels(new ForwardReturn(2, 0.02, Entry.NEXT_OPEN, Direction.UP), bars))
                .containsExactly(1, 0, -1, 0);
        assertThat(labels(new ForwardReturn(2, 0.02, Entry.NEXT_OPEN, Direction.DOWN), bars))
                .containsExactly(-1, 0, 1, 0);
        Labels down = new ForwardReturn(2, 0.02, Entry.NEXT_OPEN, Direction.DOWN).label(bars);
        assertThat(down.realizedReturn(0)).isCloseTo(-0.03, within(1e-12));
        assertThat(down.side(0)).isEqualTo(-1);
    }

    /** Averages of 2: –, 10, 10, 11, 12, 10.5; two bars on: +10 %, +20 %, −4.5 %. */
    @Test
    void aTrendComparesAveragesAndLeavesTheTailOut() {
        BarSeries bars = HandMade.closes(10, 10, 10, 12, 12, 9);

        assertThat(labels(new SmaTrend(2, 2, 0.05, Direction.UP), bars)).containsExactly(1, 1, 0);
        assertThat(labels(new SmaTrend(2, 2, 0.05, Direction.DOWN), bars)).containsExactly(-1, -1, 0);
        assertThat(labels(new SmaTrend(2, 2, 0.04, Direction.DOWN), bars)).containsExactly(-1, -1, 1);
        assertThat(new SmaTrend(2, 2, 0.05, Direction.UP).label(bars).bar(0)).isEqualTo(1);
    }

    /** 100 → 101 → 103 → 98: barriers of 2 % at 102 and 98. */
    @Test
    void fixedBarriersNeedNoVolatility() {
        BarSeries bars = HandMade.closes(100, 100, 101, 103, 98, 98);
        Labels labels = TripleBarrier.fixed(0.02, 0.02, 3).label(bars);

        assertThat(labels.label(0)).isEqualTo(1);
        assertThat(labels.end(0)).isEqualTo(3);
        assertThat(labels.realizedReturn(0)).isCloseTo(0.02, within(1e-12));
        assertThat(labels.volatility(0)).isNaN();
        assertThat(labels.label(2)).isEqualTo(-1);
    }

    @Test
    void aBarThatTouchesBothBarriersIsCounted() {
        BarSeries calm = HandMade.closes(100, 100, 100, 100);
        double[] highs = calm.highs();
        double[] lows = calm.lows();
        highs[2] = 110;
        lows[2] = 90;
        BarSeries bars = BarSeries.ofColumns(
                calm.key(), calm.openTimes(), calm.opens(), highs, lows, calm.closes(), calm.volumes());

        Labels labels = TripleBarrier.fixed(0.05, 0.05, 1).label(bars);

        assertThat(labels.isAmbiguous(1)).isTrue();
        assertThat(labels.label(1)).isEqualTo(-1);
        assertThat(labels.isAmbiguous(0)).isFalse();
    }

    /** A fall of 2 % turns momentum short at bar 2; from 98 it falls on to 95: the side was right. */
    @Test
    void aMetaLabelJudgesTheSideOfTheSignal() {
        BarSeries bars = HandMade.closes(100, 100, 98, 97, 95, 95, 99, 95, 94);
        var definition = new MetaLabel(new PrimarySignal.Momentum(1, 0.015), TripleBarrier.fixed(0.02, 0.02, 2));
        Labels labels = definition.label(bars);

        assertThat(labels.bar(0)).isEqualTo(2);
        assertThat(labels.side(0)).isEqualTo(-1);
        assertThat(labels.label(0)).isEqualTo(1);
        assertThat(labels.realizedReturn(0)).isCloseTo(0.02, within(1e-12));
        // The rise to 99 turns it long at bar 6, and the next bar falls through the stop.
        assertThat(labels.bar(2)).isEqualTo(6);
        assertThat(labels.side(2)).isEqualTo(1);
        assertThat(labels.label(2)).isEqualTo(-1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void primariesSayWhatTheStrategiesOfTheirNamesSay(long seed) {
        BarSeries bars = seed % 2 == 0 ? GeneratedBars.walk(seed, 500) : GeneratedBars.coarseWalk(seed, 500);

        assertThat(new PrimarySignal.SmaCross(5, 12).sides(bars))
                .isEqualTo(targets(new SmaCrossStrategy(new StrategySpec.SmaCross(5, 12, true)), bars));
        assertThat(new PrimarySignal.Momentum(4, 0.01).sides(bars))
                .isEqualTo(targets(new MomentumStrategy(new StrategySpec.Momentum(4, 0.01, true)), bars));
    }

    @Test
    void refusesImpossibleDefinitions() {
        assertThatThrownBy(() -> new ForwardReturn(0, 0, Entry.CLOSE, Direction.UP))
                .hasMessageContaining("horizon");
        assertThatThrownBy(() -> new SmaTrend(10, 10, 1, Direction.DOWN)).hasMessageContaining("change");
        assertThatThrownBy(() -> TripleBarrier.fixed(0.1, 1, 3)).hasMessageContaining("fall by");
        assertThatThrownBy(() -> new PrimarySignal.SmaCross(5, 5)).hasMessageContaining("fast");
    }

    private static List<Integer> labels(LabelDefinition definition, BarSeries bars) {
        Labels labels = definition.label(bars);
        return IntStream.range(0, labels.size()).map(labels::label).boxed().toList();
    }

    private static int[] targets(Strategy strategy, BarSeries bars) {
        int[] targets = new int[bars.size()];
        Target held = Target.FLAT;
        for (int t = 0; t < targets.length; t++) {
            Target wanted = strategy.onClose(bars.bar(t), held).target();
            held = wanted == Target.HOLD ? held : wanted;
            targets[t] = held == Target.LONG ? 1 : held == Target.SHORT ? -1 : 0;
        }
        return targets;
    }
}
