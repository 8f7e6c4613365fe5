package io.quantloom.engine.execution;

import io.quantloom.engine.execution.ExecutionSpec.Account;
import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.execution.ExecutionSpec.ExitLevel;
import io.quantloom.engine.execution.ExecutionSpec.Exits;
import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import java.util.OptionalDouble;

/** A specification for tests, changed part by part: 1,005 of cash, all in, whole units, no costs. */
final class Specs {

    Account account = new Account(1_005, "USD", 1);
    Sizing sizing = new Sizing(true);
    Costs costs = new Costs(0, 0, 0, true);
    Exits exits = ExecutionSpec.DEFAULT.exits();
    Matching matching = Matching.DEFAULT;
    EntryRule entry = EntryRule.MARKET;

    ExecutionSpec spec() {
        return new ExecutionSpec(account, sizing, costs, exits, matching, entry);
    }

    Specs leveraged(double leverage, double maintenance) {
        account = new Account(1_005, "USD", leverage, OptionalDouble.of(maintenance));
        return this;
    }

    Specs sizing(SizingRule rule) {
        sizing = new Sizing(rule, true);
        return this;
    }

    Specs exits(double stop, double take, double trailing) {
        exits = new Exits(level(stop), level(take), optional(trailing));
        return this;
    }

    Specs costs(Fees fees, Slippage slippage, double borrow) {
        costs = new Costs(fees, slippage, 0, true, borrow);
        return this;
    }

    Specs participation(double share) {
        matching = new Matching(
                Matching.FillAt.NEXT_OPEN,
                0,
                OptionalDouble.of(share),
                OptionalDouble.empty(),
                Matching.Intrabar.PESSIMISTIC);
        return this;
    }

    Specs matching(Matching.FillAt fill, int latency) {
        matching = new Matching(
                fill, latency, OptionalDouble.empty(), OptionalDouble.empty(), Matching.Intrabar.PESSIMISTIC);
        return this;
    }

    Specs tick(double tick) {
        matching = new Matching(
                Matching.FillAt.NEXT_OPEN,
                0,
                OptionalDouble.empty(),
                OptionalDouble.of(tick),
                Matching.Intrabar.PESSIMISTIC);
        return this;
    }

    Specs entry(EntryRule rule) {
        entry = rule;
        return this;
    }

    private static ExitLevel level(double distance) {
        return Double.isNaN(distance) ? ExitLevel.none() : ExitLevel.at(distance);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
