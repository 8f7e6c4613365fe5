package io.quantloom.engine.execution;

import io.quantloom.engine.order.OrderSide;
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

    private static final double BPS = 10_000;

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
    public record Account(double cash, String currency, double leverage) {
        /** Checks the ranges. */
        public Account {
            if (!(cash > 0) || Double.isInfinite(cash)) {
                throw new IllegalArgumentException("starting cash must be finite and above zero, was " + cash);
            }
            if (!(leverage >= 1) || Double.isInfinite(leverage)) {
                throw new IllegalArgumentException("leverage must be finite and at least 1, was " + leverage);
            }
        }
    }

    /**
     * All in: as many units as the cash buys.
     *
     * @param wholeUnits whether only whole units are traded; else the instrument's lot
     */
    public record Sizing(boolean wholeUnits) {

        // backtesting.py's "everything": one ulp below 1, so that rounding never asks for more than there is.
        private static final double EVERYTHING = 1 - 0x1p-52;

        /** {@return the quantity traded is a multiple of this: 1 for whole units, else the instrument's lot} */
        public double lot(double instrumentLot) {
            return wholeUnits ? 1 : instrumentLot;
        }

        /**
         * Returns how many lots the cash buys, or sells short:
         * {@code floor(cash × (1 − 2⁻⁵²) × leverage / (price × (1 + fee)) / lot)}. The fee of the entry is kept back from
         * the cash, that of the exit is not. Zero when the cash is not above zero.
         *
         * @param cash balance
         * @param leverage notional per cash
         * @param price fill price, slippage and spread in
         * @param fee fraction of the notional
         * @param lot of {@link #lot}
         */
        public long lots(double cash, double leverage, double price, double fee, double lot) {
            if (!(cash > 0)) {
                return 0;
            }
            double units = cash * EVERYTHING * leverage / (price * (1 + fee));
            return (long) Math.floor(units / lot);
        }
    }

    /**
     * Costs of a fill.
     *
     * @param fee fraction of the notional, each fill
     * @param slippageBps against us, 1/10,000 of the price
     * @param spreadBps whole spread, of which each fill pays half
     * @param funding whether perpetuals pay funding
     */
    public record Costs(double fee, double slippageBps, double spreadBps, boolean funding) {

        /** Checks the ranges. */
        public Costs {
            if (!(fee >= 0 && fee < 1)) {
                throw new IllegalArgumentException("a fee must be in [0, 1), was " + fee);
            }
            if (!(slippageBps >= 0) || !(spreadBps >= 0) || !(slippageBps + spreadBps / 2 < BPS)) {
                throw new IllegalArgumentException("slippage and half the spread must be in [0, 10000) bps, were "
                        + slippageBps + " and " + spreadBps);
            }
        }

        /** {@return how far a fill is worse than the market, as a fraction of the price} */
        public double concession() {
            return (slippageBps + spreadBps / 2) / BPS;
        }

        /**
         * Returns the price of a fill: {@code price × (1 + (slippage_bps + spread_bps / 2) / 10⁴)} for a buy, the mirror
         * for a sale.
         */
        public double fillPrice(OrderSide side, double price) {
            return side == OrderSide.BUY ? price * (1 + concession()) : price * (1 - concession());
        }
    }

    /** Orders that stand while a position is open. */
    public record Exits(ExitLevel stopLoss, ExitLevel takeProfit) {}

    /**
     * Distance of an exit from the entry price.
     *
     * @param fraction of the entry price; empty: none, or the decision's
     * @param fromLabel whether the label's barrier, carried by the decision, is the level
     */
    public record ExitLevel(OptionalDouble fraction, boolean fromLabel) {
        /** Checks the range. */
        public ExitLevel {
            if (fraction.isPresent() && !(fraction.getAsDouble() > 0)) {
                throw new IllegalArgumentException(
                        "the distance of an exit must be above zero, was " + fraction.getAsDouble());
            }
        }

        /** Returns an exit at a fraction of the entry price, above zero. */
        public static ExitLevel at(double fraction) {
            return new ExitLevel(OptionalDouble.of(fraction), false);
        }

        /** {@return the label's barrier, which the decision carries} */
        public static ExitLevel ofLabel() {
            return new ExitLevel(OptionalDouble.empty(), true);
        }

        /** {@return no exit} */
        public static ExitLevel none() {
            return new ExitLevel(OptionalDouble.empty(), false);
        }
    }
}
