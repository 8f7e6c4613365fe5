package io.quantloom.engine.execution;

import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Specifications that use everything a specification can say. */
public final class RandomSpecs {

    private RandomSpecs() {}

    public static ExecutionSpec of(RandomGenerator random) {
        double leverage = random.nextBoolean() ? 1 : 1 + 9 * random.nextDouble();
        return new ExecutionSpec(
                new Account(
                        1_000 + 99_000 * random.nextDouble(),
                        "USD",
                        leverage,
                        maybe(random, 0.9 / leverage * random.nextDouble())),
                new Sizing(sizing(random), random.nextInt(4) == 0),
                new Costs(fees(random), slippage(random), 5 * random.nextInt(3), true, 0.1 * random.nextInt(3)),
                new Exits(level(random), level(random), maybe(random, 0.01 + 0.1 * random.nextDouble())),
                new Matching(
                        random.nextInt(4) == 0 ? Matching.FillAt.CLOSE : Matching.FillAt.NEXT_OPEN,
                        random.nextInt(3) == 0 ? random.nextInt(4) : 0,
                        maybe(random, 0.05 + 0.9 * random.nextDouble()),
                        random.nextInt(4) == 0 ? OptionalDouble.of(0.01) : OptionalDouble.empty(),
                        Matching.Intrabar.PESSIMISTIC),
                entry(random));
    }

    private static SizingRule sizing(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> new SizingRule.FixedFraction(0.1 + 0.9 * random.nextDouble());
            case 1 -> new SizingRule.VolatilityTarget(0.1 + random.nextDouble(), 5 + random.nextInt(20), 3);
            case 2 -> new SizingRule.Kelly(0.5, 2, 3 + random.nextInt(5), 0.2);
            default -> SizingRule.ALL_IN;
        };
    }

    private static Fees fees(RandomGenerator random) {
        return new Fees(
                0.002 * random.nextDouble(),
                maybe(random, 0.001 * random.nextDouble()),
                0.01 * random.nextInt(2),
                random.nextInt(2));
    }

    private static Slippage slippage(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Slippage.Volatility(0.2 * random.nextDouble(), 10);
            case 1 -> new Slippage.Impact(random.nextDouble(), 10);
            default -> new Slippage.Bps(5 * random.nextDouble());
        };
    }

    private static EntryRule entry(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new EntryRule(
                        EntryRule.Kind.LIMIT,
                        0.02 * random.nextDouble(),
                        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(4)) : OptionalInt.empty());
            case 1 -> new EntryRule(EntryRule.Kind.STOP, 0.02 * random.nextDouble(), OptionalInt.empty());
            default -> EntryRule.MARKET;
        };
    }

    private static ExitLevel level(RandomGenerator random) {
        return random.nextBoolean() ? ExitLevel.none() : ExitLevel.at(0.01 + 0.1 * random.nextDouble());
    }

    private static OptionalDouble maybe(RandomGenerator random, double value) {
        return random.nextBoolean() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
