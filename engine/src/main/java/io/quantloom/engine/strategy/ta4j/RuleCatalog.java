package io.quantloom.engine.strategy.ta4j;

import static io.quantloom.engine.indicator.Parameter.bars;
import static io.quantloom.engine.indicator.Parameter.number;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.AndRule;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;
import org.ta4j.core.rules.InPipeRule;
import org.ta4j.core.rules.IsFallingRule;
import org.ta4j.core.rules.IsRisingRule;
import org.ta4j.core.rules.NotRule;
import org.ta4j.core.rules.OrRule;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.OverOrEqualIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;
import org.ta4j.core.rules.UnderOrEqualIndicatorRule;
import org.ta4j.core.rules.VoteRule;
import org.ta4j.core.rules.XorRule;

/** The rules that strategies may use, by ta4j's names: those that look at indicators or at other rules alone. */
final class RuleCatalog {

    /** Rules of ta4j that look at the position; stops and cooldowns are orders of the account here. */
    static final Set<String> OF_POSITIONS = Set.of(
            "StopLossRule",
            "StopGainRule",
            "TrailingStopLossRule",
            "AverageTrueRangeStopLossRule",
            "AverageTrueRangeStopGainRule",
            "AverageTrueRangeTrailingStopLossRule",
            "OpenedPositionMinimumBarCountRule",
            "OpenPositionDurationRule",
            "WaitForRule",
            "JustOnceRule",
            "FixedRule");

    private static final int ANY = Integer.MAX_VALUE;
    private static final String BARS = "barCount";
    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        comparisons();
        shapes();
        connectives();
    }

    private RuleCatalog() {}

    /** Makes a rule of indicators, or of rules. */
    interface Maker {
        Rule make(List<Indicator<Num>> indicators, List<Rule> rules, Numbers numbers);
    }

    /**
     * A rule.
     *
     * @param ofRules whether its components are rules rather than indicators
     * @param least fewest components
     * @param most most components
     * @param looksBack bars before the bar itself it looks at, beside what its components need; a parameter's name where it
     *     is that number
     * @param parameters its numbers
     * @param maker makes it
     */
    record Entry(boolean ofRules, int least, int most, String looksBack, List<Parameter> parameters, Maker maker) {

        /** {@return bars before the bar itself that it looks at} */
        int barsBack(Numbers numbers) {
            return switch (looksBack) {
                case "" -> 0;
                case "1" -> 1;
                default -> numbers.whole(looksBack);
            };
        }
    }

    /** {@return every rule by name, in an order for people} */
    static Map<String, Entry> entries() {
        return Collections.unmodifiableMap(ENTRIES);
    }

    private static void compare(String name, String looksBack, Maker maker) {
        ENTRIES.put(name, new Entry(false, 2, 2, looksBack, List.of(), maker));
    }

    private static void shape(String name, int components, Maker maker, Parameter... parameters) {
        ENTRIES.put(name, new Entry(false, components, components, BARS, Arrays.asList(parameters), maker));
    }

    private static void connect(String name, int least, int most, Maker maker, Parameter... parameters) {
        ENTRIES.put(name, new Entry(true, least, most, "", Arrays.asList(parameters), maker));
    }

    private static void comparisons() {
        compare("CrossedUpIndicatorRule", "1", (in, _, _) -> new CrossedUpIndicatorRule(in.getFirst(), in.getLast()));
        compare(
                "CrossedDownIndicatorRule",
                "1",
                (in, _, _) -> new CrossedDownIndicatorRule(in.getFirst(), in.getLast()));
        compare("OverIndicatorRule", "", (in, _, _) -> new OverIndicatorRule(in.getFirst(), in.getLast()));
        compare(
                "OverOrEqualIndicatorRule",
                "",
                (in, _, _) -> new OverOrEqualIndicatorRule(in.getFirst(), in.getLast()));
        compare("UnderIndicatorRule", "", (in, _, _) -> new UnderIndicatorRule(in.getFirst(), in.getLast()));
        compare(
                "UnderOrEqualIndicatorRule",
                "",
                (in, _, _) -> new UnderOrEqualIndicatorRule(in.getFirst(), in.getLast()));
        ENTRIES.put(
                "InPipeRule",
                new Entry(false, 3, 3, "", List.of(), (in, _, _) -> new InPipeRule(in.get(0), in.get(1), in.get(2))));
    }

    private static void shapes() {
        Parameter strength = number("minStrength", 0.01, 1, 1);
        shape(
                "IsRisingRule",
                1,
                (in, _, n) -> new IsRisingRule(in.getFirst(), n.whole(BARS), n.number("minStrength")),
                bars(BARS),
                strength);
        shape(
                "IsFallingRule",
                1,
                (in, _, n) -> new IsFallingRule(in.getFirst(), n.whole(BARS), n.number("minStrength")),
                bars(BARS),
                strength);
        // ta4j compares these two within 1e-5, which is more than some prices.
        shape(
                "IsHighestRule",
                1,
                (in, _, n) -> new OverOrEqualIndicatorRule(
                        in.getFirst(), new HighestValueIndicator(in.getFirst(), n.whole(BARS))),
                bars(BARS));
        shape(
                "IsLowestRule",
                1,
                (in, _, n) -> new UnderOrEqualIndicatorRule(
                        in.getFirst(), new LowestValueIndicator(in.getFirst(), n.whole(BARS))),
                bars(BARS));
    }

    private static void connectives() {
        connect(
                "AndRule",
                2,
                ANY,
                (_, rules, _) -> rules.stream().reduce(AndRule::new).orElseThrow());
        connect(
                "OrRule",
                2,
                ANY,
                (_, rules, _) -> rules.stream().reduce(OrRule::new).orElseThrow());
        connect("XorRule", 2, 2, (_, rules, _) -> new XorRule(rules.getFirst(), rules.getLast()));
        connect("NotRule", 1, 1, (_, rules, _) -> new NotRule(rules.getFirst()));
        connect(
                "VoteRule",
                2,
                ANY,
                (_, rules, n) -> new VoteRule(n.whole("requiredVotes"), rules),
                bars("requiredVotes"));
    }
}
