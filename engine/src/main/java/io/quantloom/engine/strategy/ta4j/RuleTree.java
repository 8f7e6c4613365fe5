package io.quantloom.engine.strategy.ta4j;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.IndicatorCatalog;
import io.quantloom.engine.strategy.RuleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.Rule;
import org.ta4j.core.num.Num;

/** The rules of one strategy over one series, with all their indicators and when they are warm. */
final class RuleTree {

    private final BarSeries series;
    private final List<Warm> indicators = new ArrayList<>();
    private int firstRuled;

    RuleTree(BarSeries series) {
        this.series = series;
    }

    /** A rule at the top. */
    record Root(Rule rule) {
        boolean holds(int index) {
            return rule.isSatisfied(index);
        }
    }

    private record Warm(Indicator<Num> indicator, int from) {}

    private record Made(Rule rule, int from) {}

    /** Builds the rule. */
    Root root(RuleNode node) {
        Made made = rule(node);
        firstRuled = Math.max(firstRuled, made.from);
        return new Root(made.rule);
    }

    /** {@return the first bar on which every indicator is defined} */
    int firstDefined() {
        return indicators.stream().mapToInt(Warm::from).max().orElse(0);
    }

    /** {@return the first bar on which both rules can be asked: what they look back at is defined too} */
    int firstRuled() {
        return firstRuled;
    }

    /** {@return every indicator, those that others need first} */
    List<Indicator<Num>> indicators() {
        return indicators.stream().map(Warm::indicator).toList();
    }

    /** Asks every indicator that is warm for its value of the bar, those that others need first. */
    void touch(int index) {
        for (Warm each : indicators) {
            if (index >= each.from) {
                each.indicator.getValue(index);
            }
        }
    }

    private Made rule(RuleNode node) {
        RuleCatalog.Entry entry = known(RuleCatalog.entries(), node);
        Numbers numbers = numbers(node, entry.parameters());
        if (entry.ofRules()) {
            List<Made> parts = node.components().stream().map(this::rule).toList();
            Rule rule =
                    entry.maker().make(List.of(), parts.stream().map(Made::rule).toList(), numbers);
            return new Made(rule, parts.stream().mapToInt(Made::from).max().orElse(0));
        }
        List<Warm> parts = node.components().stream().map(this::indicator).toList();
        Rule rule = entry.maker().make(parts.stream().map(Warm::indicator).toList(), List.of(), numbers);
        return new Made(rule, parts.stream().mapToInt(Warm::from).max().orElse(0) + entry.barsBack(numbers));
    }

    private Warm indicator(RuleNode node) {
        IndicatorCatalog.Entry entry = known(IndicatorCatalog.entries(), node);
        List<Warm> parts = node.components().stream().map(this::indicator).toList();
        Indicator<Num> indicator = entry.maker()
                .make(series, parts.stream().map(Warm::indicator).toList(), numbers(node, entry.parameters()));
        // Some of ta4j's count their own bars alone and forget those of what they are computed from.
        int from = Math.max(
                indicator.getCountOfUnstableBars(),
                parts.stream().mapToInt(Warm::from).max().orElse(0));
        var warm = new Warm(indicator, from);
        indicators.add(warm);
        return warm;
    }

    private static <E> E known(Map<String, E> entries, RuleNode node) {
        E entry = entries.get(node.type());
        if (entry == null) {
            throw new IllegalArgumentException("no " + node.type() + " among " + entries.keySet());
        }
        return entry;
    }

    private static Numbers numbers(RuleNode node, List<Parameter> parameters) {
        return Numbers.checked(node.type(), node.parameters(), parameters);
    }
}
