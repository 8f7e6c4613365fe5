package io.quantloom.engine.portfolio;

/**
 * Where an account's balance came from. All amounts are in the account currency. Immutable.
 *
 * @param startingCash above zero
 * @param realized profit of what was closed, fees and carry apart
 * @param fees paid, zero or more
 * @param funding paid, negative when more was received
 * @param borrow paid for shorts, zero or more
 * @param slippage lost to slippage and spread, zero or more; contained in the prices and so in {@code realized}
 */
public record Ledger(
        double startingCash, double realized, double fees, double funding, double borrow, double slippage) {

    /** {@return {@code starting cash + realized − fees − funding − borrow}: the balance, up to rounding} */
    public double balance() {
        return startingCash + realized - fees - funding - borrow;
    }
}
