package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.base.Sha256;
import java.util.Optional;

/**
 * Whether the fast path gives what the trading kernel gives for a strategy on its data. Immutable.
 *
 * @param equal true: every fill, every trade and the equity at every bar are the same to the bit; false: they are not;
 *     empty: nobody compared, or the fast path does not do this strategy
 * @param reason in words: what was compared, the first difference, or why there was nothing to compare
 * @param basis what it was given for; empty without a comparison
 */
public record Certificate(Optional<Boolean> equal, String reason, Optional<Basis> basis) {

    /**
     * What a certificate holds for: as soon as one of these changes it must be given anew.
     *
     * @param data content hash of the bars and of the funding rates that are paid
     * @param specification hash of the signals, how they are traded, and what
     * @param version {@link FastBacktest#VERSION}
     */
    public record Basis(Sha256 data, Sha256 specification, int version) {}

    /** Returns that nothing was compared, with the reason. */
    public static Certificate none(String reason) {
        return new Certificate(Optional.empty(), reason, Optional.empty());
    }

    /** {@return whether it was given for exactly this} */
    public boolean isFor(Basis other) {
        return basis.filter(other::equals).isPresent();
    }
}
