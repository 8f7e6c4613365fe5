package io.quantloom.engine.indicator.talib;

import static io.quantloom.engine.indicator.Parameter.number;
import static io.quantloom.engine.indicator.Parameter.window;
import static io.quantloom.engine.indicator.talib.TalibIndicators.CORE;
import static io.quantloom.engine.indicator.talib.TalibIndicators.one;

import com.tictactec.ta.lib.MAType;
import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.stream.IndicatorStream;
import io.quantloom.engine.indicator.talib.TalibIndicators.Single;
import io.quantloom.engine.market.BarSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The indicators of TA-Lib that features may use, by its names. Every one is a function of the bars up to its index. A bar
 * whose volume is unknown adds nothing to a sum and leaves the indicator undefined where it counts.
 */
public final class TalibCatalog {

    private static final String PERIOD = "period";
    private static final String FAST = "fast";
    private static final String SLOW = "slow";
    private static final List<String> SINGLE = List.of("");
    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();
    private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

    static {
        averages();
        oscillators();
        trends();
        ranges();
        regressions();
        volumes();
    }

    private TalibCatalog() {}

    /** What a value is measured in. */
    public enum Unit {
        /** Units of price: a feature of it drifts with the price unless it is divided by the close. */
        PRICE,
        /** Anything else. */
        OTHER
    }

    /** Computes the columns. */
    interface Maker {
        double[][] make(BarSeries bars, Numbers numbers);
    }

    /**
     * An indicator.
     *
     * @param parameters its numbers, in their order
     * @param outputs what its columns are called; one empty name where there is one alone
     * @param unit of the values
     */
    public record Entry(List<Parameter> parameters, List<String> outputs, Unit unit) {}

    /** {@return every indicator by name, in an order for people} */
    public static Map<String, Entry> entries() {
        return Collections.unmodifiableMap(ENTRIES);
    }

    /**
     * Returns the indicator's columns, in the order of its outputs; NaN while undefined.
     *
     * @throws IllegalArgumentException if there is no such indicator or a number is not one of its own
     */
    public static double[][] compute(String name, SortedMap<String, Double> numbers, BarSeries bars) {
        Entry entry = ENTRIES.get(name);
        Maker maker = MAKERS.get(name);
        if (entry == null || maker == null) {
            throw new IllegalArgumentException("no indicator " + name + " among " + ENTRIES.keySet());
        }
        return maker.make(bars, Numbers.checked(name, numbers, entry.parameters()));
    }

    /**
     * Returns the indicator without bars, to be fed bar by bar: the bits of {@link #compute} over all bars taken so far, at
     * a cost that does not grow with them.
     *
     * @throws IllegalArgumentException if there is no such indicator or a number is not one of its own
     */
    public static IndicatorStream stream(String name, SortedMap<String, Double> numbers) {
        Entry entry = ENTRIES.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no indicator " + name + " among " + ENTRIES.keySet());
        }
        return TalibStreams.of(name, Numbers.checked(name, numbers, entry.parameters()));
    }

    /**
     * {@return the names of the indicator's columns}
     *
     * @throws IllegalArgumentException if there is no such indicator
     */
    public static List<String> outputs(String name) {
        Entry entry = ENTRIES.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no indicator " + name + " among " + ENTRIES.keySet());
        }
        return entry.outputs();
    }

    private static void add(String name, Unit unit, List<String> outputs, Maker maker, Parameter... parameters) {
        ENTRIES.put(name, new Entry(List.of(parameters), outputs, unit));
        MAKERS.put(name, maker);
    }

    private static void ofClose(String name, Unit unit, int least, int standard, OfClose maker) {
        add(
                name,
                unit,
                SINGLE,
                (bars, n) -> new double[][] {one(bars.size(), maker.call(bars.closes(), n.whole(PERIOD)))},
                window(PERIOD, least, standard));
    }

    private static void ofRange(String name, Unit unit, int least, int standard, OfRange maker) {
        add(
                name,
                unit,
                SINGLE,
                (bars, n) -> new double[][] {
                    one(bars.size(), maker.call(bars.highs(), bars.lows(), bars.closes(), n.whole(PERIOD)))
                },
                window(PERIOD, least, standard));
    }

    private interface OfClose {
        Single call(double[] close, int period);
    }

    private interface OfRange {
        Single call(double[] high, double[] low, double[] close, int period);
    }

    private static void averages() {
        ofClose("SMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.sma(0, last, x, n, b, c, out));
        ofClose("EMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.ema(0, last, x, n, b, c, out));
        ofClose("WMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.wma(0, last, x, n, b, c, out));
        ofClose("DEMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.dema(0, last, x, n, b, c, out));
        ofClose("TEMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.tema(0, last, x, n, b, c, out));
        ofClose("TRIMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.trima(0, last, x, n, b, c, out));
        ofClose("KAMA", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.kama(0, last, x, n, b, c, out));
        ofClose("MIDPOINT", Unit.PRICE, 2, 14, (x, n) -> (last, b, c, out) -> CORE.midPoint(0, last, x, n, b, c, out));
        ofClose("MAX", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.max(0, last, x, n, b, c, out));
        ofClose("MIN", Unit.PRICE, 2, 30, (x, n) -> (last, b, c, out) -> CORE.min(0, last, x, n, b, c, out));
        ofRange(
                "MIDPRICE",
                Unit.PRICE,
                2,
                14,
                (h, l, _, n) -> (last, b, c, out) -> CORE.midPrice(0, last, h, l, n, b, c, out));
        add(
                "SAR",
                Unit.PRICE,
                SINGLE,
                (bars, n) -> {
                    double[] high = bars.highs();
                    double[] low = bars.lows();
                    return new double[][] {
                        one(
                                high.length,
                                (last, b, c, out) -> CORE.sar(
                                        0, last, high, low, n.number("acceleration"), n.number("maximum"), b, c, out))
                    };
                },
                number("acceleration", 0, 10, 0.02),
                number("maximum", 0, 10, 0.2));
    }

    private static void oscillators() {
        ofClose("RSI", Unit.OTHER, 2, 14, (x, n) -> (last, b, c, out) -> CORE.rsi(0, last, x, n, b, c, out));
        ofClose("CMO", Unit.OTHER, 2, 14, (x, n) -> (last, b, c, out) -> CORE.cmo(0, last, x, n, b, c, out));
        ofClose("MOM", Unit.PRICE, 1, 10, (x, n) -> (last, b, c, out) -> CORE.mom(0, last, x, n, b, c, out));
        ofClose("ROC", Unit.OTHER, 1, 10, (x, n) -> (last, b, c, out) -> CORE.roc(0, last, x, n, b, c, out));
        ofClose("ROCP", Unit.OTHER, 1, 10, (x, n) -> (last, b, c, out) -> CORE.rocP(0, last, x, n, b, c, out));
        ofClose("TRIX", Unit.OTHER, 2, 30, (x, n) -> (last, b, c, out) -> CORE.trix(0, last, x, n, b, c, out));
        ofRange(
                "CCI",
                Unit.OTHER,
                2,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.cci(0, last, h, l, x, n, b, c, out));
        ofRange(
                "WILLR",
                Unit.OTHER,
                2,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.willR(0, last, h, l, x, n, b, c, out));
        add("BOP", Unit.OTHER, SINGLE, (bars, _) -> {
            double[] open = bars.opens();
            double[] high = bars.highs();
            double[] low = bars.lows();
            double[] close = bars.closes();
            return new double[][] {
                one(open.length, (last, b, c, out) -> CORE.bop(0, last, open, high, low, close, b, c, out))
            };
        });
        add(
                "ULTOSC",
                Unit.OTHER,
                SINGLE,
                (bars, n) -> {
                    double[] high = bars.highs();
                    double[] low = bars.lows();
                    double[] close = bars.closes();
                    int first = n.whole("first");
                    int second = n.whole("second");
                    int third = n.whole("third");
                    return new double[][] {
                        one(
                                high.length,
                                (last, b, c, out) ->
                                        CORE.ultOsc(0, last, high, low, close, first, second, third, b, c, out))
                    };
                },
                window("first", 1, 7),
                window("second", 1, 14),
                window("third", 1, 28));
        add(
                "STOCH",
                Unit.OTHER,
                List.of("k", "d"),
                (bars, n) -> TalibIndicators.stochastic(
                        bars.highs(), bars.lows(), bars.closes(), n.whole(PERIOD), n.whole("k"), n.whole("d")),
                window(PERIOD, 1, 5),
                window("k", 1, 3),
                window("d", 1, 3));
    }

    private static void trends() {
        ofRange(
                "ADX",
                Unit.OTHER,
                2,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.adx(0, last, h, l, x, n, b, c, out));
        ofRange(
                "ADXR",
                Unit.OTHER,
                2,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.adxr(0, last, h, l, x, n, b, c, out));
        ofRange("DX", Unit.OTHER, 2, 14, (h, l, x, n) -> (last, b, c, out) -> CORE.dx(0, last, h, l, x, n, b, c, out));
        ofRange(
                "PLUS_DI",
                Unit.OTHER,
                1,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.plusDI(0, last, h, l, x, n, b, c, out));
        ofRange(
                "MINUS_DI",
                Unit.OTHER,
                1,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.minusDI(0, last, h, l, x, n, b, c, out));
        ofRange(
                "AROONOSC",
                Unit.OTHER,
                2,
                14,
                (h, l, _, n) -> (last, b, c, out) -> CORE.aroonOsc(0, last, h, l, n, b, c, out));
        add(
                "AROON",
                Unit.OTHER,
                List.of("down", "up"),
                (bars, n) -> TalibIndicators.aroon(bars.highs(), bars.lows(), n.whole(PERIOD)),
                window(PERIOD, 2, 14));
        add(
                "MACD",
                Unit.PRICE,
                List.of("line", "signal", "histogram"),
                (bars, n) -> TalibIndicators.macd(bars.closes(), n.whole(FAST), n.whole(SLOW), n.whole("signal")),
                window(FAST, 2, 12),
                window(SLOW, 2, 26),
                window("signal", 1, 9));
        add(
                "PPO",
                Unit.OTHER,
                SINGLE,
                (bars, n) -> new double[][] {TalibIndicators.ppo(bars.closes(), n.whole(FAST), n.whole(SLOW))},
                window(FAST, 2, 12),
                window(SLOW, 2, 26));
        add(
                "APO",
                Unit.PRICE,
                SINGLE,
                (bars, n) -> {
                    double[] close = bars.closes();
                    int fast = n.whole(FAST);
                    int slow = n.whole(SLOW);
                    return new double[][] {
                        one(
                                close.length,
                                (last, b, c, out) -> CORE.apo(0, last, close, fast, slow, MAType.Sma, b, c, out))
                    };
                },
                window(FAST, 2, 12),
                window(SLOW, 2, 26));
    }

    private static void ranges() {
        ofRange(
                "ATR",
                Unit.PRICE,
                1,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.atr(0, last, h, l, x, n, b, c, out));
        ofRange(
                "NATR",
                Unit.OTHER,
                1,
                14,
                (h, l, x, n) -> (last, b, c, out) -> CORE.natr(0, last, h, l, x, n, b, c, out));
        ofClose("STDDEV", Unit.PRICE, 2, 5, (x, n) -> (last, b, c, out) -> CORE.stdDev(0, last, x, n, 1, b, c, out));
        add("TRANGE", Unit.PRICE, SINGLE, (bars, _) -> {
            double[] high = bars.highs();
            double[] low = bars.lows();
            double[] close = bars.closes();
            return new double[][] {
                one(high.length, (last, b, c, out) -> CORE.trueRange(0, last, high, low, close, b, c, out))
            };
        });
    }

    private static void regressions() {
        ofClose(
                "LINEARREG",
                Unit.PRICE,
                2,
                14,
                (x, n) -> (last, b, c, out) -> CORE.linearReg(0, last, x, n, b, c, out));
        ofClose(
                "LINEARREG_SLOPE",
                Unit.PRICE,
                2,
                14,
                (x, n) -> (last, b, c, out) -> CORE.linearRegSlope(0, last, x, n, b, c, out));
        ofClose(
                "LINEARREG_INTERCEPT",
                Unit.PRICE,
                2,
                14,
                (x, n) -> (last, b, c, out) -> CORE.linearRegIntercept(0, last, x, n, b, c, out));
        ofClose("TSF", Unit.PRICE, 2, 14, (x, n) -> (last, b, c, out) -> CORE.tsf(0, last, x, n, b, c, out));
    }

    private static void volumes() {
        add(
                "MFI",
                Unit.OTHER,
                SINGLE,
                (bars, n) -> withVolume(
                        bars,
                        n.whole(PERIOD),
                        volume ->
                                TalibIndicators.mfi(bars.highs(), bars.lows(), bars.closes(), volume, n.whole(PERIOD))),
                window(PERIOD, 2, 14));
        add(
                "OBV",
                Unit.OTHER,
                SINGLE,
                (bars, _) -> withVolume(bars, 1, volume -> TalibIndicators.obv(bars.closes(), volume)));
        add(
                "AD",
                Unit.OTHER,
                SINGLE,
                (bars, _) -> withVolume(
                        bars,
                        1,
                        volume -> TalibIndicators.accumulation(bars.highs(), bars.lows(), bars.closes(), volume)));
        add(
                "ADOSC",
                Unit.OTHER,
                SINGLE,
                (bars, n) -> {
                    int fast = n.whole(FAST);
                    int slow = n.whole(SLOW);
                    double[] high = bars.highs();
                    double[] low = bars.lows();
                    double[] close = bars.closes();
                    return withVolume(
                            bars,
                            1,
                            volume -> one(
                                    close.length,
                                    (last, b, c, out) ->
                                            CORE.adOsc(0, last, high, low, close, volume, fast, slow, b, c, out)));
                },
                window(FAST, 2, 3),
                window(SLOW, 2, 10));
    }

    private interface OfVolume {
        double[] column(double[] volume);
    }

    /** Computes with zero for unknown volumes and takes the values back on which they count. */
    private static double[][] withVolume(BarSeries bars, int window, OfVolume maker) {
        double[] volume = bars.volumes();
        boolean[] unknown = new boolean[volume.length];
        for (int t = 0; t < volume.length; t++) {
            unknown[t] = Double.isNaN(volume[t]);
            volume[t] = unknown[t] ? 0 : volume[t];
        }
        double[] column = maker.column(volume);
        for (int t = 0; t < column.length; t++) {
            if (unknown[t]) {
                Arrays.fill(column, t, Math.min(t + window, column.length), Double.NaN);
            }
        }
        return new double[][] {column};
    }
}
