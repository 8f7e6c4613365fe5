package io.quantloom.engine.execution;

import java.util.OptionalDouble;

/**
 * The account and how orders turn into fills (contracts.md, Backtest specification). Decisions are made at the close and
 * filled at the next open. Immutable.
 *
 * @param account what it starts with
 * @param sizing how much to trade
 * @param costs what a fill costs
 * @param exits orders that stand inside the bar; both touched in one bar: the stop
 */
public record ExecutionSpec(Account account, Sizing sizing, Costs costs, Exits exits) {

    /** The values of contracts.md for what a specification leaves out. */
    public static final ExecutionSpec DEFAULT = new ExecutionSpec(
            new Account(10_000, "USD", 1),
            new Sizing(false),
            new Costs(0, 0, 0, true),
            new Exits(ExitLevel.none(), ExitLevel.none()));

    /**
     * The account.
     *
     * @param cash starting cash, above zero
     * @param currency of cash and prices
     * @param leverage notional per cash, at least 1
     */
    public record Account(double cash, String currency, double leverage) {}

    /**
     * All in: as many units as the cash buys.
     *
     * @param wholeUnits whether only whole units are traded; else the instrument's lot
     */
    public record Sizing(boolean wholeUnits) {}

    /**
     * Costs of a fill.
     *
     * @param fee fraction of the notional, each fill
     * @param slippageBps against us, 1/10,000 of the price
     * @param spreadBps whole spread, of which each fill pays half
     * @param funding whether perpetuals pay funding
     */
    public record Costs(double fee, double slippageBps, double spreadBps, boolean funding) {}

    /** Orders that stand while a position is open. */
    public record Exits(ExitLevel stopLoss, ExitLevel takeProfit) {}

    /**
     * Distance of an exit from the entry price.
     *
     * @param fraction of the entry price; empty: none, or the decision's
     * @param fromLabel whether the label's barrier, carried by the decision, is the level
     */
    public record ExitLevel(OptionalDouble fraction, boolean fromLabel) {
        /** {@return no exit} */
        public static ExitLevel none() {
            return new ExitLevel(OptionalDouble.empty(), false);
        }
    }
}
