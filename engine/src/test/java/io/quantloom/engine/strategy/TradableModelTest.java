package io.quantloom.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.Direction;
import io.quantloom.engine.dataset.label.MetaLabel;
import io.quantloom.engine.dataset.label.PrimarySignal;
import io.quantloom.engine.dataset.label.SmaTrend;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TradableModelTest {

    private static final DecisionRule RULE = new DecisionRule(0.6, 0.5, true);
    private static final StrategySpec.Model AS_GATED = spec(OptionalDouble.empty(), Optional.empty());

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onlineDecidesWithTheBitsOfTheBatch(long seed) {
        BarSeries bars = Bars.random(seed, 400);
        int from = (int) (seed * 19 % 300);
        TradableModel model = TradableModel.of(FakeModel.served(1, true, RULE), AS_GATED, new LabelExits(true, true))
                .orThrow();

        Strategy batch = model.over(bars, from, JobContext.none()).orThrow();
        Strategy online = model.after(bars.slice(0, from));

        assertThat(online.firstDefined()).isEqualTo(batch.firstDefined());
        List<Decision> expected = decisions(batch, bars, from);
        assertThat(decisions(online, bars, from)).isEqualTo(expected);
        assertThat(expected).anyMatch(decision -> decision.target() == Target.LONG && decision.stopLoss() > 0);
        assertThat(expected).anyMatch(decision -> decision.target() == Target.SHORT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void judgesSignalsOnlineWithTheBitsOfTheBatch(long seed) {
        BarSeries bars = Bars.random(seed, 400);
        int from = (int) (seed * 19 % 300);
        PrimarySignal primary = seed % 2 == 0 ? new PrimarySignal.SmaCross(3, 8) : new PrimarySignal.Momentum(5, 0.01);
        var label = new MetaLabel(primary, TripleBarrier.of(2, 1, 10));
        TradableModel model = TradableModel.of(
                        FakeModel.served(1, true, new DecisionRule(0.6, 0.5, false), label),
                        AS_GATED,
                        new LabelExits(true, true))
                .orThrow();

        List<Decision> expected =
                decisions(model.over(bars, from, JobContext.none()).orThrow(), bars, from);

        assertThat(decisions(model.after(bars.slice(0, from)), bars, from)).isEqualTo(expected);
        int[] sides = primary.sides(bars);
        for (int i = 0; i < expected.size(); i++) {
            Target target = expected.get(i).target();
            assertThat(target).isNotEqualTo(sides[from + i] > 0 ? Target.SHORT : Target.LONG);
        }
        assertThat(expected).extracting(Decision::target).contains(Target.LONG, Target.SHORT, Target.FLAT);
    }

    @Test
    void takesTheRuleOfTheVersionUnlessToldOtherwise() {
        StrategySpec.Model higher = spec(OptionalDouble.of(0.7), Optional.of(false));

        assertThat(make(AS_GATED).orThrow().rule()).isEqualTo(RULE);
        assertThat(make(higher).orThrow().rule()).isEqualTo(new DecisionRule(0.7, 0.5, false));
    }

    @Test
    void refusesShortPositionsWhereTheLabelIsNotSymmetric() {
        ServedModel lopsided = FakeModel.served(1, true, new DecisionRule(0.6, 0.5, false), TripleBarrier.of(2, 1, 10));

        Outcome<TradableModel> made =
                TradableModel.of(lopsided, spec(OptionalDouble.empty(), Optional.of(true)), LabelExits.none());

        assertThat(failure(made).reason()).isEqualTo(Failure.Reason.INVALID);
        assertThat(failure(made).sentence()).contains("side: long-short", "take_profit=2.0 stop_loss=1.0");
    }

    @Test
    void tradesAModelOfFallsShort() {
        var rule = new DecisionRule(0.6, 0.5, false);
        BarSeries bars = Bars.random(3, 400);
        List<Decision> rises = decided(FakeModel.served(1, true, rule, trend(Direction.UP)), bars);
        List<Decision> falls = decided(FakeModel.served(1, true, rule, trend(Direction.DOWN)), bars);

        assertThat(rises).extracting(Decision::target).contains(Target.LONG).doesNotContain(Target.SHORT);
        assertThat(falls).extracting(Decision::target).contains(Target.SHORT).doesNotContain(Target.LONG);
        assertThat(falls)
                .extracting(Decision::probability)
                .isEqualTo(rises.stream().map(Decision::probability).toList());
    }

    private static SmaTrend trend(Direction direction) {
        return new SmaTrend(10, 10, 0.05, direction);
    }

    private static List<Decision> decided(ServedModel served, BarSeries bars) {
        Strategy strategy = TradableModel.of(served, AS_GATED, LabelExits.none())
                .then(model -> model.over(bars, 0, JobContext.none()))
                .orThrow();
        return decisions(strategy, bars, 0);
    }

    @Test
    void refusesImpossibleThresholds() {
        Outcome<TradableModel> made = make(spec(OptionalDouble.of(0.4), Optional.of(true)));

        assertThat(failure(made).sentence()).contains("threshold 0.4");
    }

    private static Outcome<TradableModel> make(StrategySpec.Model spec) {
        return TradableModel.of(FakeModel.served(1, true, RULE), spec, LabelExits.none());
    }

    private static StrategySpec.Model spec(OptionalDouble threshold, Optional<Boolean> longShort) {
        var ref = new ModelRef("fake", Optional.empty(), OptionalInt.of(1));
        return new StrategySpec.Model(ref, threshold, OptionalDouble.empty(), longShort);
    }

    private static Failure failure(Outcome<TradableModel> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<TradableModel>) outcome).failure();
    }

    private static List<Decision> decisions(Strategy strategy, BarSeries bars, int from) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = from; i < bars.size(); i++) {
            decisions.add(strategy.onClose(bars.bar(i), Target.FLAT));
        }
        return decisions;
    }
}
