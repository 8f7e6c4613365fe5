package io.quantloom.engine.dataset;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.indicator.BollingerBands;
import io.quantloom.engine.indicator.talib.TalibIndicators;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.util.Arrays;
import java.util.List;

/**
 * The 19 features of the set {@code alpha19} (contracts.md, Feature set alpha19), TA-Lib's definitions; every row is
 * complete from bar 33 on where volumes are known.
 *
 * <p>A bar whose volume is unknown adds nothing to the cumulated lines, and the features that need its volume are
 * undefined: {@code 7_day_MFI} while it is among the last seven bars, {@code OBV_pct_change} and {@code AD_pct_change} on
 * the bar itself. The other 16 columns stay defined, so a model for a market without volume selects those. Without any
 * known volume, or where it is always zero, the two changes are undefined throughout because their previous value is zero.
 */
final class Alpha19 implements FeatureSet {

    static final String NAME = "alpha19";
    static final int MFI_PERIOD = 7;

    private static final int VERSION = 1;
    private static final int WARM_UP = 33;
    private static final List<String> COLUMNS = List.of(
            "7_day_ADX",
            "AroonDown",
            "AroonUp",
            "MACD",
            "MACD_Signal",
            "MACD_Hist",
            "7_day_RSI",
            "SlowK",
            "SlowD",
            "7_day_MFI",
            "7_day_DX",
            "7_day_TRIX",
            "PPO",
            "OBV_pct_change",
            "AD_pct_change",
            "BBANDS_distance_pct",
            "2_day_SMA_10_day_SMA_pct_diff",
            "2_day_SMA_20_day_SMA_pct_diff",
            "10_day_SMA_20_day_SMA_pct_diff");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public int warmUp() {
        return WARM_UP;
    }

    @Override
    public Sha256 fingerprint() {
        return Sha256.ofText(
                NAME + "|version " + VERSION + "|" + TalibIndicators.LIBRARY + "|" + String.join(",", COLUMNS));
    }

    @Override
    public FeatureStream stream(SeriesKey series) {
        return new Alpha19Stream();
    }

    @Override
    public FeatureMatrix compute(BarSeries bars) {
        double[] high = bars.highs();
        double[] low = bars.lows();
        double[] close = bars.closes();
        double[] volume = bars.volumes();
        boolean[] unknown = replaceUnknown(volume);

        double[][] aroon = TalibIndicators.aroon(high, low, 7);
        double[][] macd = TalibIndicators.macd(close, 12, 26, 9);
        double[][] stochastic = TalibIndicators.stochastic(high, low, close, 5, 3, 3);
        double[] sma2 = TalibIndicators.sma(close, 2);
        double[] sma10 = TalibIndicators.sma(close, 10);
        double[] sma20 = TalibIndicators.sma(close, 20);
        return FeatureMatrix.ofColumns(COLUMNS, new double[][] {
            TalibIndicators.adx(high, low, close, 7),
            aroon[0],
            aroon[1],
            macd[0],
            macd[1],
            macd[2],
            TalibIndicators.rsi(close, 7),
            stochastic[0],
            stochastic[1],
            undefinedNear(unknown, MFI_PERIOD, TalibIndicators.mfi(high, low, close, volume, MFI_PERIOD)),
            TalibIndicators.dx(high, low, close, 7),
            times100(TalibIndicators.trix(close, 7)),
            TalibIndicators.ppo(close, 12, 26),
            undefinedNear(unknown, 1, changePercent(TalibIndicators.obv(close, volume))),
            undefinedNear(unknown, 1, changePercent(TalibIndicators.accumulation(high, low, close, volume))),
            BollingerBands.distancePercent(close, 7, 2),
            differencePercent(sma2, sma10),
            differencePercent(sma2, sma20),
            differencePercent(sma10, sma20)
        });
    }

    /** Puts zero in the place of unknown volumes and tells where. */
    private static boolean[] replaceUnknown(double[] volume) {
        boolean[] unknown = new boolean[volume.length];
        for (int t = 0; t < volume.length; t++) {
            if (Double.isNaN(volume[t])) {
                unknown[t] = true;
                volume[t] = 0;
            }
        }
        return unknown;
    }

    private static double[] undefinedNear(boolean[] unknown, int window, double[] column) {
        for (int t = 0; t < column.length; t++) {
            if (unknown[t]) {
                Arrays.fill(column, t, Math.min(t + window, column.length), Double.NaN);
            }
        }
        return column;
    }

    private static double[] changePercent(double[] line) {
        double[] change = new double[line.length];
        Arrays.fill(change, 0, Math.min(1, line.length), Double.NaN);
        for (int t = 1; t < line.length; t++) {
            change[t] = changePercent(line[t - 1], line[t]);
        }
        return change;
    }

    /** {@code (value/previous − 1) × 100}; the previous value keeps its sign; NaN where it is zero. */
    static double changePercent(double previous, double value) {
        double percent = (value / previous - 1) * 100;
        return Double.isFinite(percent) ? percent : Double.NaN;
    }

    private static double[] differencePercent(double[] fast, double[] slow) {
        double[] difference = new double[fast.length];
        for (int t = 0; t < fast.length; t++) {
            difference[t] = differencePercent(fast[t], slow[t]);
        }
        return difference;
    }

    static double differencePercent(double fast, double slow) {
        return (fast - slow) / slow * 100;
    }

    private static double[] times100(double[] column) {
        for (int t = 0; t < column.length; t++) {
            column[t] *= 100;
        }
        return column;
    }
}
