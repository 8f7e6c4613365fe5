package io.quantloom.engine.strategy.ta4j;

import static io.quantloom.engine.strategy.ta4j.SomeRules.CLOSE;
import static io.quantloom.engine.strategy.ta4j.SomeRules.constant;
import static io.quantloom.engine.strategy.ta4j.SomeRules.crossedDown;
import static io.quantloom.engine.strategy.ta4j.SomeRules.crossedUp;
import static io.quantloom.engine.strategy.ta4j.SomeRules.indicator;
import static io.quantloom.engine.strategy.ta4j.SomeRules.node;
import static io.quantloom.engine.strategy.ta4j.SomeRules.rule;
import static io.quantloom.engine.strategy.ta4j.SomeRules.sma;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.strategy.Decisions;
import io.quantloom.engine.strategy.RuleNode;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategySpec.Side;
import io.quantloom.engine.strategy.StrategySpec.TechnicalRules;
import io.quantloom.engine.strategy.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.OverIndicatorRule;

class Ta4jRulesTest {

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    static Stream<String> indicators() {
        return IndicatorCatalog.entries().keySet().stream();
    }

    static Stream<String> rules() {
        return RuleCatalog.entries().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void everyIndicatorSeesThePastOnlyAndIsDefinedOnceItIsWarm(String type) {
        BarSeries bars = Bars.random(3, 160);
        RuleNode above =
                node("OverIndicatorRule", indicator(type), node("EMAIndicator", "barCount", 3, indicator(type)));
        var spec = new TechnicalRules(above, node("NotRule", above), Side.LONG_SHORT);

        Decisions.assertPastOnly(() -> Ta4jRules.strategy(spec), bars);

        BaseBarSeries series = series(bars);
        RuleTree tree = new RuleTree(series);
        tree.root(node("OverIndicatorRule", indicator(type), constant(0)));
        Indicator<Num> alone = tree.indicators().getFirst();
        for (int i = tree.firstDefined(); i < bars.size(); i++) {
            assertThat(alone.getValue(i).isNaN()).as(type + " at bar " + i).isFalse();
        }
        assertThat(tree.firstDefined()).isLessThan(100);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSeesThePastOnly(String type) {
        var spec = new TechnicalRules(rule(type), node("NotRule", rule(type)), Side.LONG_SHORT);

        Decisions.assertPastOnly(() -> Ta4jRules.strategy(spec), Bars.random(5, 160));

        assertThat(Decisions.targets(Ta4jRules.strategy(spec), Bars.random(5, 160)))
                .contains(Target.SHORT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void barByBarDecidesAsTa4jDoesOverTheWholeSeries(long seed) {
        BarSeries bars = Bars.random(seed, 250);
        var spec = new TechnicalRules(
                node(
                        "AndRule",
                        crossedUp(3, 9),
                        node("OverIndicatorRule", node("RSIIndicator", "barCount", 7, CLOSE), constant(40))),
                node("NotRule", node("OverIndicatorRule", CLOSE, sma(9))),
                Side.LONG);

        List<Target> found = Decisions.targets(Ta4jRules.strategy(spec), bars);

        BaseBarSeries series = series(bars);
        var close = new ClosePriceIndicator(series);
        Rule entry = new CrossedUpIndicatorRule(new SMAIndicator(close, 3), new SMAIndicator(close, 9))
                .and(new OverIndicatorRule(new RSIIndicator(close, 7), 40));
        Rule exit = new OverIndicatorRule(close, new SMAIndicator(close, 9)).negation();
        List<Target> expected = new ArrayList<>();
        boolean isLong = false;
        for (int i = 0; i < bars.size(); i++) {
            boolean acts = i >= 9 && (isLong ? exit : entry).isSatisfied(i);
            expected.add(!acts ? Target.HOLD : isLong ? Target.FLAT : Target.LONG);
            isLong ^= acts;
        }
        assertThat(found).isEqualTo(expected).contains(Target.LONG, Target.FLAT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void crossingAveragesAreTheSmaCross(long seed) {
        BarSeries bars = Bars.random(seed, 300);
        int fast = 2 + (int) (seed % 5);
        int slow = fast + 3 + (int) (seed % 4);
        var rules = new TechnicalRules(crossedUp(fast, slow), crossedDown(fast, slow), Side.LONG_SHORT);

        // sma-cross repeats its target where it is held already; rules keep it.
        List<Target> cross = new ArrayList<>();
        Target held = Target.FLAT;
        for (Target target :
                Decisions.targets(new SmaCrossStrategy(new StrategySpec.SmaCross(fast, slow, true)), bars)) {
            cross.add(target == held ? Target.HOLD : target);
            held = target == Target.HOLD ? held : target;
        }
        Strategy strategy = Ta4jRules.strategy(rules);
        assertThat(Decisions.targets(strategy, bars)).isEqualTo(cross);
        assertThat(strategy.firstDefined()).isEqualTo(slow - 1);
    }

    @Test
    void pricesThatDoNotMoveNeverCross() {
        // ta4j's own averages hold running totals that differ in the last bit after 0.3, 0.1, 0.1 …
        double[] closes = new double[200];
        Arrays.fill(closes, 0.1);
        for (int i = 0; i < 40; i++) {
            closes[i] = 0.1 + 0.01 * (i % 7);
        }
        var spec = new TechnicalRules(crossedUp(10, 20), crossedDown(10, 20), Side.LONG_SHORT);

        List<Target> targets = Decisions.targets(Ta4jRules.strategy(spec), Bars.flat(closes));

        assertThat(targets.subList(61, 200)).containsOnly(Target.HOLD);
    }

    @Test
    void shortRulesGoShortAndFlat() {
        RuleNode falls = node("UnderIndicatorRule", CLOSE, constant(10));
        var spec = new TechnicalRules(falls, node("NotRule", falls), Side.SHORT);

        assertThat(Decisions.targets(Ta4jRules.strategy(spec), Bars.flat(12, 9, 8, 11, 12)))
                .containsExactly(Target.HOLD, Target.SHORT, Target.HOLD, Target.FLAT, Target.HOLD);
    }

    @Test
    void keepsWhatIsThereWhenBothRulesHoldAtOnce() {
        RuleNode always = node("OverIndicatorRule", CLOSE, constant(0));
        var spec = new TechnicalRules(always, always, Side.LONG_SHORT);

        assertThat(Ta4jRules.strategy(spec).onClose(Bars.bar(0, 1, 1, 1, 1), Target.FLAT))
                .satisfies(decision -> {
                    assertThat(decision.target()).isEqualTo(Target.HOLD);
                    assertThat(decision.reason()).isEqualTo("entry and exit rule hold at once");
                });
    }

    @Test
    void saysWhichRuleActed() {
        var spec = new TechnicalRules(crossedUp(1, 2), crossedDown(1, 2), Side.LONG);

        assertThat(Decisions.of(Ta4jRules.strategy(spec), Bars.flat(3, 2, 4))
                        .getLast()
                        .reason())
                .isEqualTo("entry: CrossedUpIndicatorRule(SMAIndicator(ClosePriceIndicator, barCount 1),"
                        + " SMAIndicator(ClosePriceIndicator, barCount 2))");
    }

    @Test
    void refusesWhatTheCatalogDoesNotHave() {
        RuleNode unknown = node("ChikouRule");

        assertThatThrownBy(() -> Ta4jRules.strategy(new TechnicalRules(unknown, unknown, Side.LONG)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BaseBarSeries series(BarSeries bars) {
        var numbers = DoubleNumFactory.getInstance();
        BaseBarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(numbers).build();
        for (int i = 0; i < bars.size(); i++) {
            Instant begin = Instant.ofEpochMilli(bars.openTime(i));
            series.addBar(new BaseBar(
                    Duration.ofHours(1),
                    begin,
                    begin.plus(Duration.ofHours(1)),
                    numbers.numOf(bars.open(i)),
                    numbers.numOf(bars.high(i)),
                    numbers.numOf(bars.low(i)),
                    numbers.numOf(bars.close(i)),
                    numbers.numOf(bars.volume(i)),
                    numbers.numOf(0),
                    0));
        }
        return series;
    }
}
