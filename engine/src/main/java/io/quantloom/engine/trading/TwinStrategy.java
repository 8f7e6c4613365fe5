package io.quantloom.engine.trading;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Decides again what a bot decided: at each bar by the version that decided then, and as people asked where they did.
 */
final class TwinStrategy implements Strategy {

    private final SortedMap<String, Strategy> byVersion;
    private final List<BotStep> steps;
    private int next;

    /** Takes a fresh strategy for each version that the steps name. */
    TwinStrategy(SortedMap<String, Strategy> byVersion, List<BotStep> steps) {
        this.byVersion = byVersion;
        this.steps = steps;
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        Decision answer = Decision.NONE;
        BotStep step = steps.get(next++);
        // Each version sees each bar, as its own count of bars must keep up.
        for (Map.Entry<String, Strategy> entry : byVersion.entrySet()) {
            Decision decision = entry.getValue().onClose(bar, held);
            answer = entry.getKey().equals(step.model()) ? decision : answer;
        }
        return BotSession.isByPerson(step.decision()) ? step.decision() : answer;
    }

    @Override
    public int firstDefined() {
        return byVersion.values().stream()
                .mapToInt(Strategy::firstDefined)
                .max()
                .orElse(0);
    }
}
