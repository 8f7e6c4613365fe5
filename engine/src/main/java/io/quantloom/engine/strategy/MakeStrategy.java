package io.quantloom.engine.strategy;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.strategy.custom.CustomStrategies;
import io.quantloom.engine.strategy.custom.CustomStrategies.Found;
import io.quantloom.engine.strategy.custom.GuardedStrategy;
import io.quantloom.engine.strategy.ta4j.Ta4jRules;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a fresh strategy from what a file says; one for each run. */
public final class MakeStrategy {

    /** Param that holds the hash of the jar behind a custom strategy. */
    public static final String JAR_HASH = "strategy_sha256";

    private final CustomStrategies customs;

    /** Takes where strategies of other people's code are found. */
    public MakeStrategy(CustomStrategies customs) {
        this.customs = customs;
    }

    /** {@return strategies without custom ones} */
    public static MakeStrategy builtIn() {
        return new MakeStrategy(CustomStrategies.none());
    }

    /**
     * Returns the strategy, warm to nothing yet. MISSING_DATA for a custom strategy that is not there, INVALID for
     * parameters that are not its own or when its code breaks.
     */
    public Outcome<Strategy> run(StrategySpec.Rule spec) {
        return switch (spec) {
            case StrategySpec.SmaCross cross -> Outcome.success(new SmaCrossStrategy(cross));
            case StrategySpec.Momentum momentum -> Outcome.success(new MomentumStrategy(momentum));
            case StrategySpec.TechnicalRules rules -> Outcome.success(Ta4jRules.strategy(rules));
            case StrategySpec.Custom custom ->
                customs.find(custom.name(), custom.version())
                        .then(found -> GuardedStrategy.make(found, custom.parameters()));
        };
    }

    /**
     * Returns what the code behind the strategy is, for the record: version, jar and its hash of a custom strategy; empty
     * for the built-in ones, whose code is the product's. Fails as {@link #run} where a custom strategy is not there.
     */
    public Outcome<SortedMap<String, String>> provenance(StrategySpec.Rule spec) {
        SortedMap<String, String> facts = new TreeMap<>();
        if (!(spec instanceof StrategySpec.Custom custom)) {
            return Outcome.success(facts);
        }
        return customs.find(custom.name(), custom.version()).map((Found found) -> {
            facts.put("version", found.version());
            facts.put("strategy_jar", found.file());
            facts.put(JAR_HASH, found.hash().hex());
            return facts;
        });
    }
}
