package io.quantloom.engine.indicator.talib;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import java.util.Arrays;

/**
 * Indicators by TA-Lib's definitions (Java edition 0.4.0, no unstable period). Every method takes columns of one length,
 * oldest first, finite, and returns columns of that length; value {@code t} uses data up to {@code t} and has the same
 * bits over any longer series; NaN before the first bar named. Columns shorter than the warm-up give NaN throughout. O(n).
 */
public final class TalibIndicators {

    /** The library and its version, for fingerprints. */
    public static final String LIBRARY = "ta-lib 0.4.0";

    static final Core CORE = new Core();

    private TalibIndicators() {}

    /** Returns Wilder's average directional index in [0, 100]; first at {@code 2·period − 1}. */
    public static double[] adx(double[] high, double[] low, double[] close, int period) {
        return one(
                close.length,
                (last, begin, count, out) -> CORE.adx(0, last, high, low, close, period, begin, count, out));
    }

    /** Returns Wilder's directional movement index in [0, 100]; first at {@code period}. */
    public static double[] dx(double[] high, double[] low, double[] close, int period) {
        return one(
                close.length,
                (last, begin, count, out) -> CORE.dx(0, last, high, low, close, period, begin, count, out));
    }

    /** Returns Wilder's relative strength index in [0, 100]; first at {@code period}. */
    public static double[] rsi(double[] close, int period) {
        return one(close.length, (last, begin, count, out) -> CORE.rsi(0, last, close, period, begin, count, out));
    }

    /**
     * Returns the money flow index in [0, 100]: rising share of the last {@code period} flows of typical price × volume;
     * 0 where the flows sum to less than 1; first at {@code period}.
     */
    public static double[] mfi(double[] high, double[] low, double[] close, double[] volume, int period) {
        return one(
                close.length,
                (last, begin, count, out) -> CORE.mfi(0, last, high, low, close, volume, period, begin, count, out));
    }

    /**
     * Returns how recent the lowest low and the highest high of the last {@code period + 1} bars are, 100 for this bar, 0
     * for the oldest; of ties the latest counts; first at {@code period}.
     *
     * @return the columns down and up
     */
    public static double[][] aroon(double[] high, double[] low, int period) {
        return several(
                2,
                low.length,
                (last, begin, count, out) -> CORE.aroon(0, last, high, low, period, begin, count, out[0], out[1]));
    }

    /**
     * Returns the difference of two exponential averages, its exponential average and the difference of both, in price
     * units. Both averages start at bar {@code slow − 1}, each as the mean of its period up to there; the signal as the
     * mean of its first {@code signal} differences; all three first at {@code slow + signal − 2}.
     *
     * @return the columns line, signal and histogram
     */
    public static double[][] macd(double[] close, int fast, int slow, int signal) {
        return several(
                3,
                close.length,
                (last, begin, count, out) ->
                        CORE.macd(0, last, close, fast, slow, signal, begin, count, out[0], out[1], out[2]));
    }

    /**
     * Returns the slow stochastic in [0, 100]: the close's place in the range of the last {@code period} bars, averaged
     * over {@code slowK} and that again over {@code slowD} bars; both first at {@code period + slowK + slowD − 3}.
     *
     * @return the columns K and D
     */
    public static double[][] stochastic(double[] high, double[] low, double[] close, int period, int slowK, int slowD) {
        return several(
                2,
                close.length,
                (last, begin, count, out) -> CORE.stoch(
                        0,
                        last,
                        high,
                        low,
                        close,
                        period,
                        slowK,
                        MAType.Sma,
                        slowD,
                        MAType.Sma,
                        begin,
                        count,
                        out[0],
                        out[1]));
    }

    /** Returns the one-bar change in percent of a triple exponential average; first at {@code 3·(period − 1) + 1}. */
    public static double[] trix(double[] close, int period) {
        return one(close.length, (last, begin, count, out) -> CORE.trix(0, last, close, period, begin, count, out));
    }

    /** Returns the difference of two simple averages in percent of the slow one; first at {@code slow − 1}. */
    public static double[] ppo(double[] close, int fast, int slow) {
        return one(
                close.length,
                (last, begin, count, out) -> CORE.ppo(0, last, close, fast, slow, MAType.Sma, begin, count, out));
    }

    /** Returns volume summed with the sign of the close's change, starting at the first volume; first at 0. */
    public static double[] obv(double[] close, double[] volume) {
        return one(close.length, (last, begin, count, out) -> CORE.obv(0, last, close, volume, begin, count, out));
    }

    /** Returns volume summed with the close's place in its bar's range, −1 at the low, +1 at the high; first at 0. */
    public static double[] accumulation(double[] high, double[] low, double[] close, double[] volume) {
        return one(
                close.length,
                (last, begin, count, out) -> CORE.ad(0, last, high, low, close, volume, begin, count, out));
    }

    /** Returns the mean of the last {@code period} values; first at {@code period − 1}. */
    public static double[] sma(double[] values, int period) {
        return one(values.length, (last, begin, count, out) -> CORE.sma(0, last, values, period, begin, count, out));
    }

    static double[] one(int size, Single call) {
        return several(1, size, (last, begin, count, out) -> call.run(last, begin, count, out[0]))[0];
    }

    static double[][] several(int columns, int size, Call call) {
        double[][] out = new double[columns][size];
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        if (size > 0) {
            RetCode code = call.run(size - 1, begin, count, out);
            if (code != RetCode.Success) {
                throw new IllegalArgumentException("TA-Lib refused its arguments: " + code);
            }
        }
        int first = count.value == 0 ? size : begin.value;
        for (double[] column : out) {
            System.arraycopy(column, 0, column, first, size - first);
            Arrays.fill(column, 0, first, Double.NaN);
        }
        return out;
    }

    interface Single {
        RetCode run(int last, MInteger begin, MInteger count, double[] out);
    }

    interface Call {
        RetCode run(int last, MInteger begin, MInteger count, double[][] out);
    }
}
