package io.quantloom.engine.market.twin;

/**
 * How a twin without signal is made of a series. Each keeps something and destroys the rest: a pipeline that scores as well
 * on such twins has found no more than what they keep. All keep the times, the number of bars, and where they take a bar,
 * its whole shape: range, gap, wicks and volume together. All destroy what hangs on the price itself (ticks, round numbers).
 * Immutable.
 */
public sealed interface TwinMethod {

    /** {@return the definition as canonical text: equal definitions, equal texts} */
    String text();

    /**
     * Bars drawn again in blocks that follow one another in the original, in a circle. Keeps how range and volume cluster
     * within a block; destroys what lasts longer than a block, trends, regimes, and hours and weekdays.
     *
     * <p>Mirrored, each bar goes up or down by the throw of a coin as in {@link Signs}, and no direction can be known.
     * Otherwise a neighbor at lag k stays with probability {@code (1 − 1/length)^k} (stationary) or {@code 1 − k/length}
     * (circular), and with it that much of a signal that is shorter than a block: then such twins are a placebo for long
     * signals only.
     *
     * @param kind how long blocks are
     * @param length of a block in bars, 1 or more; the mean of stationary ones, rounded for circular ones. 1 keeps nothing
     *     but the distribution
     * @param mirrored whether coins decide up and down
     */
    record Blocks(Kind kind, double length, boolean mirrored) implements TwinMethod {

        /** How long blocks are. */
        public enum Kind {
            /** Geometric lengths. D. N. Politis and J. P. Romano, The Stationary Bootstrap (1994). */
            STATIONARY,
            /** All of one length. D. N. Politis and J. P. Romano, A Circular Block-Resampling Procedure (1992). */
            CIRCULAR;

            /** {@return the word used in files} */
            public String text() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }

        /** Checks the length. */
        public Blocks {
            if (!(length >= 1 && length < Integer.MAX_VALUE)) {
                throw new IllegalArgumentException("a block has at least one bar, was " + length);
            }
        }

        @Override
        public String text() {
            return kind.text() + "-blocks length=" + length + " mirrored=" + mirrored;
        }
    }

    /**
     * The bars in another order, whose returns have the original's distribution exactly and its linear autocorrelation
     * nearly: the spectrum of their normal scores with random phases. Keeps linear dependence of returns, whatever the lag,
     * <em>and so the profit of a rule that lives on it</em>; destroys all other dependence: clustering of volatility,
     * asymmetry in time, any pattern beyond correlation, hours and weekdays. J. Theiler et al., Testing for nonlinearity in
     * time series: the method of surrogate data, Physica D 58 (1992), 2.4.3.
     */
    record Phases() implements TwinMethod {

        @Override
        public String text() {
            return "phases";
        }
    }

    /**
     * Every bar at its place, turned up or down by the throw of a coin, one coin for the gap before it and one for its body;
     * its upper and lower wick change places with the body. Keeps volume, range, the clustering of volatility, hours and
     * weekdays; destroys every dependence of direction on anything, and the gap's on the body's. R. Y. Liu, Bootstrap
     * procedures under some non-i.i.d. models, Annals of Statistics 16 (1988), with two-point weights.
     */
    record Signs() implements TwinMethod {

        @Override
        public String text() {
            return "signs";
        }
    }
}
