package io.quantloom.engine.portfolio;

import io.quantloom.engine.order.Fill;

/**
 * Cash and a position in each of its instruments: the fold of its fills, funding and borrow payments. All amounts are in the
 * account currency. Instruments are counted from 0.
 *
 * <p>Buying moves no cash but the fee; what makes a position smaller books {@code units × (exit − entry)} and the fee. So
 * {@code balance + unrealised pnl = equity} holds after every event. Mutable; used by one thread.
 */
public final class Account {

    private final double startingCash;
    private final Position[] positions;
    private double balance;
    private double realized;
    private double fees;
    private double slippage;
    private double fundingPaid;
    private double borrowPaid;

    private Account(double cash, Position[] positions) {
        this.startingCash = cash;
        this.balance = cash;
        this.positions = positions;
    }

    /**
     * Opens a flat account.
     *
     * @param cash starting balance, finite and above zero
     * @param lots units of one lot of each instrument, above zero
     */
    public static Account of(double cash, double... lots) {
        if (!(cash > 0) || Double.isInfinite(cash)) {
            throw new IllegalArgumentException("starting cash must be finite and above zero, was " + cash);
        }
        Position[] positions = new Position[lots.length];
        for (int i = 0; i < lots.length; i++) {
            positions[i] = new Position(lots[i]);
        }
        return new Account(cash, positions);
    }

    /** {@return the position in the instrument} */
    public Position position(int instrument) {
        return positions[instrument];
    }

    /** {@return the number of instruments} */
    public int size() {
        return positions.length;
    }

    /**
     * Books a fill.
     *
     * @param bar index of the bar it happened in, from 0, not before the instrument's last one
     * @throws IllegalArgumentException if it would turn a position from long to short or back at once
     */
    public void apply(int instrument, Fill fill, int bar) {
        double gross = positions[instrument].apply(fill, bar);
        realized += gross;
        balance += gross;
        balance -= fill.fee();
        fees += fill.fee();
        slippage += fill.slippage();
    }

    /**
     * Pays or receives funding: {@code units × price × rate} leaves the balance, so with a positive rate longs pay and
     * shorts receive. Nothing happens when flat.
     *
     * @param rate fraction of the notional
     * @param price at which the position is valued, above zero
     */
    public void payFunding(int instrument, double rate, double price) {
        Position position = positions[instrument];
        if (position.isFlat()) {
            return;
        }
        double amount = position.units() * price * rate;
        balance -= amount;
        fundingPaid += amount;
        position.carry(amount);
    }

    /**
     * Pays for what a short position borrowed: {@code |units| × price × rate} leaves the balance. Nothing happens when long
     * or flat.
     *
     * @param rate fraction of the value for the time that passed, zero or more
     * @param price at which the position is valued, above zero
     */
    public void payBorrow(int instrument, double rate, double price) {
        Position position = positions[instrument];
        if (position.lots() >= 0) {
            return;
        }
        double amount = -position.units() * price * rate;
        balance -= amount;
        borrowPaid += amount;
        position.carry(amount);
    }

    /** {@return realised cash: the starting cash, plus what was realised, less fees, funding and borrow} */
    public double balance() {
        return balance;
    }

    /** {@return balance and unrealised profit of all positions at their marks} */
    public double equity() {
        double equity = balance;
        for (Position position : positions) {
            if (!position.isFlat()) {
                equity += position.unrealized();
            }
        }
        return equity;
    }

    /**
     * {@return cash that no position binds: {@code equity − Σ |units| × mark / leverage}}
     *
     * @param leverage notional per cash
     */
    public double free(double leverage) {
        double free = equity();
        for (Position position : positions) {
            if (!position.isFlat()) {
                free -= position.notional() / leverage;
            }
        }
        return free;
    }

    /**
     * Returns the price of the instrument at which equity is the maintenance margin of all positions, the others at their
     * marks. With u units (negative when short), entry price e, margin m and C = balance + what the others are above their
     * own margin: {@code C + u(p − e) = m·|u|·p}, so {@code p = (u·e − C) / (u − m·|u|)}.
     *
     * <p>Source: solved for p from the definition of cross margin that the derivatives exchanges publish.
     *
     * @param margin fraction of the notional, in [0, 1)
     * @return below the mark for a long position, above it for a short one unless the margin is used up already; NaN when
     *     flat or where no price above zero does it
     */
    public double liquidationPrice(int instrument, double margin) {
        Position position = positions[instrument];
        if (position.isFlat()) {
            return Double.NaN;
        }
        double cover = balance;
        for (int i = 0; i < positions.length; i++) {
            if (i != instrument && !positions[i].isFlat()) {
                cover += positions[i].unrealized() - margin * positions[i].notional();
            }
        }
        double units = position.units();
        double price = (units * position.entryPrice() - cover) / (units - margin * Math.abs(units));
        return price > 0 ? price : Double.NaN;
    }

    /** {@return whether no position is open} */
    public boolean isFlat() {
        for (Position position : positions) {
            if (!position.isFlat()) {
                return false;
            }
        }
        return true;
    }

    /** {@return all funding paid, negative when more was received} */
    public double fundingPaid() {
        return fundingPaid;
    }

    /** {@return where the balance came from} */
    public Ledger ledger() {
        return new Ledger(startingCash, realized, fees, fundingPaid, borrowPaid, slippage);
    }
}
