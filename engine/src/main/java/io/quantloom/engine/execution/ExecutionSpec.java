package io.quantloom.engine.execution;

import io.quantloom.engine.order.OrderSide;
import java.util.OptionalDouble;

/**
 * The account and how decisions turn into fills (contracts.md, Backtest specification). Immutable.
 *
 * @param account what it starts with
 * @param sizing how much to trade
 * @param costs what a fill and a position cost
 * @param exits orders that stand while a position is open
 * @param matching when and how orders are filled
 * @param entry the order that opens a position
 */
public record ExecutionSpec(
        Account account, Sizing sizing, Costs costs, Exits exits, Matching matching, EntryRule entry) {

    private static final double BPS = 10_000;

    /** The values of contracts.md for what a specification leaves out. */
    public static final ExecutionSpec DEFAULT = new ExecutionSpec(
            new Account(10_000, "USD", 1),
            new Sizing(false),
            new Costs(0, 0, 0, true),
            new Exits(ExitLevel.none(), ExitLevel.none()));

    /** Entries at the market, filled whole at the next open, the pessimist's order inside a bar. */
    public ExecutionSpec(Account account, Sizing sizing, Costs costs, Exits exits) {
        this(account, sizing, costs, exits, Matching.DEFAULT, EntryRule.MARKET);
    }

    /**
     * {@return whether it is as simple as a vectorised loop can do exactly: all in, a flat fee, slippage in bps, spread,
     * funding, leverage without maintenance margin, fixed stop and target, market entries at the next open}
     */
    public boolean isPlain() {
        return account.maintenanceMargin().isEmpty()
                && sizing.rule() instanceof SizingRule.AllIn
                && costs.fees().isFlat()
                && costs.slippage() instanceof Slippage.Bps
                && costs.borrow() == 0
                && exits.trailingStop().isEmpty()
                && matching.equals(Matching.DEFAULT)
                && entry.equals(EntryRule.MARKET);
    }

    /**
     * The account.
     *
     * @param cash starting cash, above zero
     * @param currency of cash and prices
     * @param leverage notional per cash, at least 1: the initial margin is 1 / leverage of the notional
     * @param maintenanceMargin fraction of the notional, in [0, 1 / leverage): where equity falls to it, the position is
     *     liquidated; empty: never
     */
    public record Account(double cash, String currency, double leverage, OptionalDouble maintenanceMargin) {
        /** Takes an account that is not liquidated. */
        public Account(double cash, String currency, double leverage) {
            this(cash, currency, leverage, OptionalDouble.empty());
        }

        /** Checks the ranges. */
        public Account {
            if (!(cash > 0) || Double.isInfinite(cash)) {
                throw new IllegalArgumentException("starting cash must be finite and above zero, was " + cash);
            }
            if (!(leverage >= 1) || Double.isInfinite(leverage)) {
                throw new IllegalArgumentException("leverage must be finite and at least 1, was " + leverage);
            }
            if (maintenanceMargin.isPresent()
                    && !(maintenanceMargin.getAsDouble() >= 0 && maintenanceMargin.getAsDouble() < 1 / leverage)) {
                throw new IllegalArgumentException(
                        "a maintenance margin must be in [0, 1 / leverage), was " + maintenanceMargin.getAsDouble());
            }
        }
    }

    /**
     * How much to trade.
     *
     * @param rule how much of the account
     * @param wholeUnits whether only whole units are traded; else the instrument's lot
     */
    public record Sizing(SizingRule rule, boolean wholeUnits) {

        /** All in. */
        public Sizing(boolean wholeUnits) {
            this(SizingRule.ALL_IN, wholeUnits);
        }

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
     * Costs of fills and positions.
     *
     * @param fees the broker's
     * @param slippage against us
     * @param spreadBps whole spread, of which each fill at the market pays half; 1/10,000 of the price
     * @param funding whether perpetuals pay funding
     * @param borrow what a short position pays for what it borrowed, a fraction of its value a year, zero or more
     */
    public record Costs(Fees fees, Slippage slippage, double spreadBps, boolean funding, double borrow) {

        /** Takes one fee for every fill and slippage in bps; borrowing is free. */
        public Costs(double fee, double slippageBps, double spreadBps, boolean funding) {
            this(Fees.of(fee), new Slippage.Bps(slippageBps), spreadBps, funding, 0);
        }

        /** Checks the ranges. */
        public Costs {
            double bps = slippage instanceof Slippage.Bps fixed ? fixed.bps() : 0;
            if (!(bps >= 0) || !(spreadBps >= 0) || !(bps + spreadBps / 2 < BPS)) {
                throw new IllegalArgumentException(
                        "slippage and half the spread must be in [0, 10000) bps, were " + bps + " and " + spreadBps);
            }
            if (!(borrow >= 0) || Double.isInfinite(borrow)) {
                throw new IllegalArgumentException("a borrow rate must be finite and zero or more, was " + borrow);
            }
        }

        /** {@return the fraction of the notional that a fill at the market pays} */
        public double fee() {
            return fees.taker();
        }

        /** {@return slippage in 1/10,000 of the price; 0 for a model that depends on the market} */
        public double slippageBps() {
            return slippage instanceof Slippage.Bps fixed ? fixed.bps() : 0;
        }

        /** {@return how far a fill is worse than the market, as a fraction of the price, fixed slippage alone} */
        public double concession() {
            return (slippageBps() + spreadBps / 2) / BPS;
        }

        /**
         * Returns the price of a fill: {@code price × (1 + (slippage_bps + spread_bps / 2) / 10⁴)} for a buy, the mirror
         * for a sale.
         */
        public double fillPrice(OrderSide side, double price) {
            return side == OrderSide.BUY ? price * (1 + concession()) : price * (1 - concession());
        }
    }

    /**
     * Orders that stand while a position is open.
     *
     * @param stopLoss at a loss
     * @param takeProfit at a profit
     * @param trailingStop distance from the best price since the entry, a fraction of it in (0, 1); empty: none
     */
    public record Exits(ExitLevel stopLoss, ExitLevel takeProfit, OptionalDouble trailingStop) {
        /** Takes exits without a trailing stop. */
        public Exits(ExitLevel stopLoss, ExitLevel takeProfit) {
            this(stopLoss, takeProfit, OptionalDouble.empty());
        }

        /** Checks the range. */
        public Exits {
            if (trailingStop.isPresent() && !(trailingStop.getAsDouble() > 0 && trailingStop.getAsDouble() < 1)) {
                throw new IllegalArgumentException(
                        "the distance of a trailing stop must be in (0, 1), was " + trailingStop.getAsDouble());
            }
        }
    }

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
