package io.quantloom.engine.indicator.talib;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.stream.AccumulationOscillator;
import io.quantloom.engine.indicator.stream.AdaptiveMean;
import io.quantloom.engine.indicator.stream.Aroon;
import io.quantloom.engine.indicator.stream.AverageRange;
import io.quantloom.engine.indicator.stream.ChannelIndex;
import io.quantloom.engine.indicator.stream.Convergence;
import io.quantloom.engine.indicator.stream.CumulatedVolume;
import io.quantloom.engine.indicator.stream.DirectionalMovement;
import io.quantloom.engine.indicator.stream.ExponentialMean;
import io.quantloom.engine.indicator.stream.IndicatorStream;
import io.quantloom.engine.indicator.stream.MoneyFlow;
import io.quantloom.engine.indicator.stream.ParabolicStop;
import io.quantloom.engine.indicator.stream.PriceOscillator;
import io.quantloom.engine.indicator.stream.RelativeStrength;
import io.quantloom.engine.indicator.stream.RunningMean;
import io.quantloom.engine.indicator.stream.SlowStochastic;
import io.quantloom.engine.indicator.stream.StackedMeans;
import io.quantloom.engine.indicator.stream.TriangularMean;
import io.quantloom.engine.indicator.stream.TripleExponentialChange;
import io.quantloom.engine.indicator.stream.UltimateOscillator;
import io.quantloom.engine.indicator.stream.WeightedMean;
import io.quantloom.engine.market.Bar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The indicators of {@link TalibCatalog} bar by bar, the same bits. TA-Lib keeps no state between calls: what it computes
 * from running sums or from its last value has a class in {@code indicator.stream}, what it computes afresh from a window is
 * TA-Lib over that window.
 */
final class TalibStreams {

    private static final String PERIOD = "period";
    private static final String FAST = "fast";
    private static final String SLOW = "slow";
    // What TA-Lib takes for zero or less when it draws a root.
    private static final double LEAST_VARIANCE = 0.00000001;
    private static final Map<String, Function<Numbers, IndicatorStream>> MAKERS = new LinkedHashMap<>();

    static {
        averages();
        oscillators();
        trends();
        ranges();
        volumes();
        windows();
    }

    private TalibStreams() {}

    /**
     * Returns the indicator without bars.
     *
     * @param numbers checked
     * @throws IllegalArgumentException if it has no form of this kind
     */
    static IndicatorStream of(String name, Numbers numbers) {
        @Nullable Function<Numbers, IndicatorStream> maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("no stream of " + name + " among " + MAKERS.keySet());
        }
        return maker.apply(numbers);
    }

    private static void averages() {
        ofClose("SMA", n -> new RunningMean(n)::next);
        ofClose("EMA", n -> new ExponentialMean(n)::next);
        ofClose("WMA", n -> new WeightedMean(n)::next);
        ofClose("DEMA", n -> new StackedMeans(2, n)::nextDouble);
        ofClose("TEMA", n -> new StackedMeans(3, n)::nextTriple);
        ofClose("TRIMA", n -> new TriangularMean(n)::next);
        ofClose("KAMA", n -> new AdaptiveMean(n)::next);
        MAKERS.put("SAR", n -> {
            var stop = new ParabolicStop(n.number("acceleration"), n.number("maximum"));
            return single(bar -> stop.next(bar.high(), bar.low()));
        });
    }

    private static void oscillators() {
        ofClose("RSI", n -> new RelativeStrength(n)::next);
        ofClose("CMO", n -> new RelativeStrength(n)::nextMomentum);
        ofClose("TRIX", n -> new TripleExponentialChange(n)::next);
        MAKERS.put("CCI", n -> {
            var index = new ChannelIndex(n.whole(PERIOD));
            return single(bar -> index.next(bar.high(), bar.low(), bar.close()));
        });
        MAKERS.put("ULTOSC", n -> {
            var oscillator = new UltimateOscillator(n.whole("first"), n.whole("second"), n.whole("third"));
            return single(bar -> oscillator.next(bar.high(), bar.low(), bar.close()));
        });
        MAKERS.put("STOCH", n -> {
            var stochastic = new SlowStochastic(n.whole(PERIOD), n.whole("k"), n.whole("d"));
            return bar -> {
                stochastic.next(bar.high(), bar.low(), bar.close());
                return new double[] {stochastic.k(), stochastic.d()};
            };
        });
    }

    private static void trends() {
        ofMovement("ADX", DirectionalMovement::adx);
        ofMovement("DX", DirectionalMovement::dx);
        ofMovement("PLUS_DI", DirectionalMovement::plus);
        ofMovement("MINUS_DI", DirectionalMovement::minus);
        MAKERS.put("ADXR", n -> averagedMovement(n.whole(PERIOD)));
        MAKERS.put("AROON", n -> {
            var aroon = new Aroon(n.whole(PERIOD));
            return bar -> {
                aroon.next(bar.high(), bar.low());
                return new double[] {aroon.down(), aroon.up()};
            };
        });
        MAKERS.put("MACD", n -> {
            var convergence = new Convergence(n.whole(FAST), n.whole(SLOW), n.whole("signal"));
            return bar -> {
                convergence.next(bar.close());
                return new double[] {convergence.line(), convergence.signal(), convergence.histogram()};
            };
        });
        MAKERS.put("PPO", n -> {
            var oscillator = new PriceOscillator(n.whole(FAST), n.whole(SLOW));
            return single(bar -> oscillator.next(bar.close()));
        });
        MAKERS.put("APO", n -> {
            var oscillator = new PriceOscillator(n.whole(FAST), n.whole(SLOW));
            return single(bar -> oscillator.nextAbsolute(bar.close()));
        });
    }

    /** The mean of ADX now and {@code period − 1} bars ago. */
    private static IndicatorStream averagedMovement(int period) {
        var movement = new DirectionalMovement(period);
        double[] earlier = new double[period];
        int[] taken = {0};
        return single(bar -> {
            movement.next(bar.high(), bar.low(), bar.close());
            earlier[taken[0] % period] = movement.adx();
            taken[0]++;
            return taken[0] < period ? Double.NaN : (movement.adx() + earlier[taken[0] % period]) / 2.0;
        });
    }

    private static void ranges() {
        MAKERS.put("ATR", n -> {
            var range = new AverageRange(n.whole(PERIOD));
            return n.whole(PERIOD) == 1
                    ? new WindowStream("ATR", n, 2)
                    : single(bar -> range.next(bar.high(), bar.low(), bar.close()));
        });
        MAKERS.put("NATR", n -> {
            var range = new AverageRange(n.whole(PERIOD));
            return n.whole(PERIOD) == 1
                    ? new WindowStream("NATR", n, 2)
                    : single(bar -> range.nextPercent(bar.high(), bar.low(), bar.close()));
        });
        ofClose("STDDEV", n -> {
            var mean = new RunningMean(n);
            var meanOfSquares = new RunningMean(n);
            return x -> {
                double center = mean.next(x);
                double variance = meanOfSquares.next(x * x) - center * center;
                return variance < LEAST_VARIANCE ? 0 : Math.sqrt(variance);
            };
        });
    }

    private static void volumes() {
        MAKERS.put("MFI", n -> {
            var flow = new MoneyFlow(n.whole(PERIOD));
            return withVolume(n.whole(PERIOD), (bar, volume) -> flow.next(bar.high(), bar.low(), bar.close(), volume));
        });
        MAKERS.put("OBV", _ -> {
            var lines = new CumulatedVolume();
            return withVolume(1, (bar, volume) -> {
                lines.next(bar.high(), bar.low(), bar.close(), volume);
                return lines.onBalance();
            });
        });
        MAKERS.put("AD", _ -> {
            var lines = new CumulatedVolume();
            return withVolume(1, (bar, volume) -> {
                lines.next(bar.high(), bar.low(), bar.close(), volume);
                return lines.accumulated();
            });
        });
        MAKERS.put("ADOSC", n -> {
            var oscillator = new AccumulationOscillator(n.whole(FAST), n.whole(SLOW));
            return withVolume(1, (bar, volume) -> oscillator.next(bar.high(), bar.low(), bar.close(), volume));
        });
    }

    private static void windows() {
        for (String name : new String[] {
            "MIDPOINT", "MAX", "MIN", "MIDPRICE", "WILLR", "LINEARREG", "LINEARREG_SLOPE", "LINEARREG_INTERCEPT", "TSF"
        }) {
            MAKERS.put(name, n -> new WindowStream(name, n, n.whole(PERIOD)));
        }
        for (String name : new String[] {"MOM", "ROC", "ROCP", "AROONOSC"}) {
            MAKERS.put(name, n -> new WindowStream(name, n, n.whole(PERIOD) + 1));
        }
        MAKERS.put("TRANGE", n -> new WindowStream("TRANGE", n, 2));
        MAKERS.put("BOP", n -> new WindowStream("BOP", n, 1));
    }

    private static void ofClose(String name, IntFunction<DoubleUnaryOperator> maker) {
        MAKERS.put(name, n -> {
            DoubleUnaryOperator next = maker.apply(n.whole(PERIOD));
            return single(bar -> next.applyAsDouble(bar.close()));
        });
    }

    /** TA-Lib's directional indicators of one bar are shares of that bar alone. */
    private static void ofMovement(String name, ToDoubleFunction<DirectionalMovement> column) {
        MAKERS.put(name, n -> {
            if (n.whole(PERIOD) == 1) {
                return new WindowStream(name, n, 2);
            }
            var movement = new DirectionalMovement(n.whole(PERIOD));
            return single(bar -> {
                movement.next(bar.high(), bar.low(), bar.close());
                return column.applyAsDouble(movement);
            });
        });
    }

    private static IndicatorStream single(ToDoubleFunction<Bar> next) {
        return bar -> new double[] {next.applyAsDouble(bar)};
    }

    private interface OfVolume {
        double next(Bar bar, double volume);
    }

    /** Takes zero for unknown volumes and hides the values on which they count, as {@link TalibCatalog} does. */
    private static IndicatorStream withVolume(int window, OfVolume inner) {
        int[] sinceUnknown = {window};
        return single(bar -> {
            boolean isUnknown = Double.isNaN(bar.volume());
            double value = inner.next(bar, isUnknown ? 0 : bar.volume());
            sinceUnknown[0] = isUnknown ? 0 : Math.min(window, sinceUnknown[0] + 1);
            return sinceUnknown[0] < window ? Double.NaN : value;
        });
    }
}
