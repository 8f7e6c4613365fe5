package io.quantloom.engine.strategy.ta4j;

import io.quantloom.engine.indicator.ta4j.Ta4jSeries;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.RuleNode;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec.Side;
import io.quantloom.engine.strategy.StrategySpec.TechnicalRules;
import io.quantloom.engine.strategy.Target;

/**
 * Trades by an entry and an exit rule. At each close from {@link RuleTree#firstRuled} on:
 *
 * <ul>
 *   <li>{@code side: long}: flat and entry: long; long and exit: flat;
 *   <li>{@code side: short}: flat and entry: short; short and exit: flat;
 *   <li>{@code side: long-short}: entry: long, exit: short, from flat too; both at once from flat: nothing;
 *   <li>else what is held is kept.
 * </ul>
 *
 * <p>Bars are appended to ta4j's series as they close, so that the rules cannot see the future; every indicator is asked
 * for every bar once, in order, so that its value does not depend on which rule asked first.
 */
public final class Ta4jRules implements Strategy {

    private static final Decision WARMING_UP = Decision.of(Target.HOLD, "indicators not yet defined");
    private static final Decision KEEPS = Decision.of(Target.HOLD, "no rule holds");
    private static final Decision CONTRADICT = Decision.of(Target.HOLD, "entry and exit rule hold at once");

    private final Ta4jSeries series = new Ta4jSeries();
    private final Side side;
    private final RuleTree tree;
    private final RuleTree.Root entry;
    private final RuleTree.Root exit;
    private final Decision enters;
    private final Decision leaves;
    private int index = -1;

    private Ta4jRules(TechnicalRules rules) {
        this.side = rules.side();
        this.tree = new RuleTree(series.bars());
        this.entry = tree.root(rules.entry());
        this.exit = tree.root(rules.exit());
        this.enters = decision(side == Side.SHORT ? Target.SHORT : Target.LONG, "entry: ", rules.entry());
        this.leaves = decision(side == Side.LONG_SHORT ? Target.SHORT : Target.FLAT, "exit: ", rules.exit());
    }

    /**
     * Returns the strategy of the rules.
     *
     * @throws IllegalArgumentException if a name or number is not in the catalog; {@link RuleReader} lets none through
     */
    public static Strategy strategy(TechnicalRules rules) {
        return new Ta4jRules(rules);
    }

    private static Decision decision(Target target, String rule, RuleNode node) {
        return Decision.of(target, rule + node.text());
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        index = series.append(bar);
        tree.touch(index);
        if (index < tree.firstRuled()) {
            return WARMING_UP;
        }
        return decide(held);
    }

    @Override
    public int firstDefined() {
        return tree.firstDefined();
    }

    private Decision decide(Target held) {
        if (side == Side.LONG_SHORT) {
            return turn(held);
        }
        if (held == Target.FLAT) {
            return entry.holds(index) ? enters : KEEPS;
        }
        return exit.holds(index) ? leaves : KEEPS;
    }

    private Decision turn(Target held) {
        boolean up = held != Target.LONG && entry.holds(index);
        boolean down = held != Target.SHORT && exit.holds(index);
        if (up && down) {
            return CONTRADICT;
        }
        return up ? enters : down ? leaves : KEEPS;
    }
}
