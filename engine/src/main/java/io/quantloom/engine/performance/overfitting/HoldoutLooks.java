package io.quantloom.engine.performance.overfitting;

import java.util.List;

/**
 * How often a holdout was looked at, and what that leaves of a gate. A gate that a candidate without skill passes with
 * probability α is passed by the best of k such candidates with probability at most k·α (Bonferroni's bound, whatever the
 * looks have in common). Immutable.
 *
 * @param window the holdout, as the latest look at it
 * @param looks k, the latest one counted, at least 1
 */
public record HoldoutLooks(HoldoutLook window, int looks) {

    /** Checks the range. */
    public HoldoutLooks {
        if (looks < 1) {
            throw new IllegalArgumentException("whoever asks has looked once, was " + looks);
        }
    }

    /**
     * Returns the count for a look that is about to happen: itself and every earlier one that shares some of its time.
     *
     * @param earlier recorded looks, the new one not among them
     */
    public static HoldoutLooks of(HoldoutLook now, List<HoldoutLook> earlier) {
        return new HoldoutLooks(
                now, 1 + (int) earlier.stream().filter(now::overlaps).count());
    }

    /** Returns {@code min(1, k·α)}: the bound of a gate's error after these looks. */
    public double error(double errorOfOne) {
        checkProbability(errorOfOne);
        return Math.min(1, looks * errorOfOne);
    }

    /** Returns {@code 1 − α/k}: the confidence a gate must ask for so that its error stays α over these looks. */
    public double confidence(double error) {
        checkProbability(error);
        return 1 - error / looks;
    }

    private static void checkProbability(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("an error must be in (0, 1), was " + value);
        }
    }
}
