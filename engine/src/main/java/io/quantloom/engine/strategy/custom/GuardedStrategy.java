package io.quantloom.engine.strategy.custom;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.strategy.custom.CustomStrategies.Found;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a strategy of other people's code: what breaks in it becomes one sentence with its jar and bar. */
public final class GuardedStrategy implements Strategy {

    private final Found found;
    private final Strategy strategy;
    private final int firstDefined;

    private GuardedStrategy(Found found, Strategy strategy, int firstDefined) {
        this.found = found;
        this.strategy = strategy;
        this.firstDefined = firstDefined;
    }

    /**
     * Makes a fresh strategy of the provider. INVALID when the parameters are not the provider's, or when the provider
     * breaks or makes nothing.
     *
     * @param parameters texts by name
     */
    public static Outcome<Strategy> make(Found found, Map<String, String> parameters) {
        return parameters(found)
                .then(known -> ParameterValues.of(known, parameters))
                .then(values -> create(found, values));
    }

    private static Outcome<java.util.List<StrategyParameter>> parameters(Found found) {
        try {
            return Outcome.success(found.provider().parameters());
        } catch (RuntimeException | LinkageError e) {
            return Outcome.failed(broken(found, "parameters it tells", e, ""));
        }
    }

    private static Outcome<Strategy> create(Found found, ParameterValues values) {
        try {
            @Nullable Strategy made = found.provider().create(values);
            if (made == null) {
                return Outcome.failed(Failure.of(
                        Reason.INVALID,
                        "a strategy",
                        "nothing made by " + found.name(),
                        found.file(),
                        "correct the jar"));
            }
            return Outcome.success(new GuardedStrategy(found, made, Math.max(0, made.firstDefined())));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(Failure.of(
                            Reason.INVALID,
                            "parameters that fit each other",
                            said(e),
                            "strategy.parameters of " + found.name(),
                            "correct the parameters")
                    .causedBy(e));
        } catch (RuntimeException | LinkageError e) {
            return Outcome.failed(broken(found, "a strategy", e, ""));
        }
    }

    @Override
    public Decision onClose(Bar bar, Target held) {
        @Nullable Decision decision;
        try {
            decision = strategy.onClose(bar, held);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw new StrategyFault(broken(found, "a decision", e, ", bar of " + Instant.ofEpochMilli(bar.openTime())));
        }
        if (decision == null) {
            throw new StrategyFault(Failure.of(
                    Reason.INVALID,
                    "a decision of " + found.name(),
                    "nothing",
                    found.file() + ", bar of " + Instant.ofEpochMilli(bar.openTime()),
                    "correct the jar"));
        }
        return decision;
    }

    @Override
    public int firstDefined() {
        return firstDefined;
    }

    private static Failure broken(Found found, String expected, Throwable fault, String place) {
        return Failure.of(
                        Reason.INVALID,
                        expected + " of " + found.name() + " " + found.version(),
                        fault.getClass().getSimpleName() + ", " + said(fault),
                        found.file() + place,
                        "correct the jar")
                .causedBy(fault);
    }

    private static String said(Throwable fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank()
                ? "without a word"
                : message.lines().findFirst().orElse("");
    }
}
