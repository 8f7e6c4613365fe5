package io.quantloom.engine.trading;

import java.util.List;

/**
 * How a session compares with its records and with its twin. Immutable.
 *
 * @param steps number of recorded steps
 * @param reconciled whether the recorded bars and decisions give the recorded account, fill by fill and balance by balance
 * @param parity whether the backtest of the same period gives the recorded fills and equity, to the bit
 * @param differences what differs, the first ones; empty when nothing does
 */
public record Reconciliation(long steps, boolean reconciled, boolean parity, List<String> differences) {

    /** Copies the list. */
    public Reconciliation {
        differences = List.copyOf(differences);
    }

    /** {@return whether both hold} */
    public boolean isClean() {
        return reconciled && parity;
    }
}
