package io.quantloom.engine.execution;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import java.util.List;

/** Answers one decision after the other, then HOLD. */
public final class Scripted implements Strategy {

    private final List<Decision> decisions;
    private int next;

    private Scripted(List<Decision> decisions) {
        this.decisions = decisions;
    }

    public static Scripted of(Target... targets) {
        return new Scripted(List.of(targets).stream()
                .map(target -> Decision.of(target, "script"))
                .toList());
    }

    public static Scripted of(List<Decision> decisions) {
        return new Scripted(List.copyOf(decisions));
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        return next < decisions.size() ? decisions.get(next++) : Decision.NONE;
    }

    @Override
    public int firstDefined() {
        return 0;
    }
}
