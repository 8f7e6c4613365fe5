package io.quantloom.engine.dataset.regime;

import io.quantloom.engine.market.BarSeries;
import org.jspecify.annotations.Nullable;

/**
 * Says of every bar what kind of market it is, from bars up to it. Two measures are ranked among their own last
 * {@code history} values, rank = share of them below:
 *
 * <pre>
 * v[t] = √ EMA over window of ln(H/L)² / (4 ln 2)           how long bars are
 * g[t] = ln(max H / min L) over the last window bars        how much ground is covered
 *
 * volatile  from rank(v) ≥ 0.95 until rank(v) &lt; 0.90
 * trending  else, from rank(g) ≥ 0.60 until rank(g) &lt; 0.40
 * ranging   else
 * </pre>
 *
 * <p>The gaps between entering and leaving keep it from flickering. Ranks make it free of the price's unit and of how
 * volatile an instrument is in general; a market that changes for good is a new normal after {@code history} bars. Sources:
 * M. Parkinson, Journal of Business 53 (1980), for the length of bars; the width of R. Donchian's channel for the ground.
 * The combination is ours, fitted to nothing: on the sample market it agrees with the hidden regime as decision record 0023
 * tells. Immutable.
 *
 * @param window bars of both measures, above one
 * @param history bars that ranks look back, at least {@code least}
 * @param least values that a rank needs, above one
 */
public record RegimeClassifier(int window, int history, int least) {

    private static final double VOLATILE_FROM = 0.95;
    private static final double VOLATILE_UNTIL = 0.90;
    private static final double TRENDING_FROM = 0.60;
    private static final double TRENDING_UNTIL = 0.40;

    /** Checks the ranges. */
    public RegimeClassifier {
        if (window < 2 || least < 2 || history < least) {
            throw new IllegalArgumentException("expected a window above one and 1 < least <= history, was " + window
                    + ", " + least + ", " + history);
        }
    }

    /** {@return the one for tags: a day of hours, ranked over half a year of them, after 250 bars} */
    public static RegimeClassifier standard() {
        return new RegimeClassifier(24, 4_320, 250);
    }

    /** {@return the definition as canonical text} */
    public String text() {
        return "regime version=1 window=" + window + " history=" + history + " least=" + least;
    }

    /** Returns the regime of every bar. O(n · history) moves of sorted values, some microseconds a bar. */
    public Regimes classify(BarSeries bars) {
        @Nullable MarketRegime[] regimes = new MarketRegime[bars.size()];
        RegimeStream stream = stream();
        for (int t = 0; t < regimes.length; t++) {
            regimes[t] = stream.next(bars.high(t), bars.low(t)).orElse(null);
        }
        return new Regimes(regimes);
    }

    /** {@return a classifier without bars, to be fed those of a series} */
    public RegimeStream stream() {
        return new RegimeStream(this);
    }

    /** {@return what follows the regime {@code last} at these ranks} */
    static MarketRegime next(MarketRegime last, double length, double ground) {
        if (length >= VOLATILE_FROM || (last == MarketRegime.VOLATILE && length >= VOLATILE_UNTIL)) {
            return MarketRegime.VOLATILE;
        }
        boolean wasCalm = last == MarketRegime.RANGING;
        return ground >= (wasCalm ? TRENDING_FROM : TRENDING_UNTIL) ? MarketRegime.TRENDING : MarketRegime.RANGING;
    }
}
