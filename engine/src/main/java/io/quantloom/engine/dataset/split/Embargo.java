package io.quantloom.engine.dataset.split;

import io.quantloom.engine.dataset.Dataset;

/**
 * How many bars are kept free behind a test block, where training may lie behind it: at least as many as the features look
 * back, since a row behind the test would be computed from test bars, and one in a hundred of all bars, as what follows a
 * test resembles it longer than its features reach. Source for the share: M. López de Prado, Advances in Financial Machine
 * Learning (2018), 7.4.2. Immutable.
 *
 * @param asked bars that the configuration asks for, zero or more
 * @param lookBack bars before its own that the longest feature needs, zero or more
 * @param share a hundredth of all bars, rounded up
 */
public record Embargo(int asked, int lookBack, int share) {

    private static final int ONE_IN = 100;

    /** Returns what the data set needs. */
    static Embargo of(Dataset dataset, int asked) {
        int bars = dataset.bars().size();
        return new Embargo(
                asked, dataset.features().warmUp(dataset.bars().key().timeframe()), (bars + ONE_IN - 1) / ONE_IN);
    }

    /** {@return the bars kept free: the most of the three} */
    public int bars() {
        return Math.max(asked, Math.max(lookBack, share));
    }

    /** {@return for example {@code 24}, or {@code 96 (24 asked; features look back 96 bars)}} */
    public String text() {
        if (bars() == asked) {
            return Integer.toString(asked);
        }
        return bars() + " (" + asked + " asked; "
                + (bars() == lookBack
                        ? "features look back " + lookBack + " bars"
                        : "a hundredth of the bars is " + share)
                + ")";
    }
}
