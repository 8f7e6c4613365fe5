package io.quantloom.engine.indicator.ta4j;

import static io.quantloom.engine.indicator.Parameter.bars;
import static io.quantloom.engine.indicator.Parameter.number;

import io.quantloom.engine.indicator.Numbers;
import io.quantloom.engine.indicator.Parameter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.PPOIndicator;
import org.ta4j.core.indicators.ParabolicSarIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.StochasticRSIIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.aroon.AroonDownIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.averages.WMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.ConstantIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.MedianPriceIndicator;
import org.ta4j.core.indicators.helpers.OpenPriceIndicator;
import org.ta4j.core.indicators.helpers.PreviousValueIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.helpers.TypicalPriceIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.Num;

/**
 * The indicators that rules and features may use, by ta4j's names. Every one is a function of the bars up to its index; those of ta4j that
 * look ahead or repaint (Chikou span, zigzag, swings, waves) are left out.
 */
public final class IndicatorCatalog {

    private static final String BARS = "barCount";
    private static final Map<String, Entry> ENTRIES = new LinkedHashMap<>();

    static {
        prices();
        averages();
        oscillators();
        trends();
        bands();
        volumes();
        arithmetic();
    }

    private IndicatorCatalog() {}

    /** Makes an indicator of its inputs. */
    public interface Maker {
        /** Returns the indicator of the series. */
        Indicator<Num> make(BarSeries series, List<Indicator<Num>> inputs, Numbers numbers);
    }

    /**
     * An indicator.
     *
     * @param inputs how many it is computed from; one may be left out and is the close then
     * @param parameters its numbers
     * @param maker makes it
     */
    public record Entry(int inputs, List<Parameter> parameters, Maker maker) {}

    /** {@return every indicator by name, in an order for people} */
    public static Map<String, Entry> entries() {
        return Collections.unmodifiableMap(ENTRIES);
    }

    private static void add(String name, int inputs, Maker maker, Parameter... parameters) {
        ENTRIES.put(name, new Entry(inputs, Arrays.asList(parameters), maker));
    }

    private static void prices() {
        add("ClosePriceIndicator", 0, (series, _, _) -> new ClosePriceIndicator(series));
        add("OpenPriceIndicator", 0, (series, _, _) -> new OpenPriceIndicator(series));
        add("HighPriceIndicator", 0, (series, _, _) -> new HighPriceIndicator(series));
        add("LowPriceIndicator", 0, (series, _, _) -> new LowPriceIndicator(series));
        add("TypicalPriceIndicator", 0, (series, _, _) -> new TypicalPriceIndicator(series));
        add("MedianPriceIndicator", 0, (series, _, _) -> new MedianPriceIndicator(series));
        add("VolumeIndicator", 0, (series, _, _) -> new VolumeIndicator(series));
        add(
                "ConstantIndicator",
                0,
                (series, _, numbers) ->
                        new ConstantIndicator<>(series, series.numFactory().numOf(numbers.number("value"))),
                number("value"));
    }

    private static void averages() {
        add("SMAIndicator", 1, (_, in, n) -> new ExactAverage(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("EMAIndicator", 1, (_, in, n) -> new EMAIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("WMAIndicator", 1, (_, in, n) -> new WMAIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("MMAIndicator", 1, (_, in, n) -> new MMAIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("HMAIndicator", 1, (_, in, n) -> new HMAIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("DoubleEMAIndicator", 1, (_, in, n) -> new DoubleEMAIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("TripleEMAIndicator", 1, (_, in, n) -> new TripleEMAIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add(
                "KAMAIndicator",
                1,
                (_, in, n) -> new KAMAIndicator(
                        in.getFirst(),
                        n.whole("barCountEffectiveRatio"),
                        n.whole("barCountFast"),
                        n.whole("barCountSlow")),
                bars("barCountEffectiveRatio", 10),
                bars("barCountFast", 2),
                bars("barCountSlow", 30));
    }

    private static void oscillators() {
        add("RSIIndicator", 1, (_, in, n) -> new RSIIndicator(in.getFirst(), n.whole(BARS)), bars(BARS, 14));
        add("ROCIndicator", 1, (_, in, n) -> new ROCIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("CMOIndicator", 1, (_, in, n) -> new CMOIndicator(in.getFirst(), n.whole(BARS)), bars(BARS));
        add("CCIIndicator", 0, (series, _, n) -> new CCIIndicator(series, n.whole(BARS)), bars(BARS, 20));
        add(
                "MACDIndicator",
                1,
                (_, in, n) -> new MACDIndicator(in.getFirst(), n.whole("shortBarCount"), n.whole("longBarCount")),
                bars("shortBarCount", 12),
                bars("longBarCount", 26));
        add(
                "PPOIndicator",
                1,
                (_, in, n) -> new PPOIndicator(in.getFirst(), n.whole("shortBarCount"), n.whole("longBarCount")),
                bars("shortBarCount", 12),
                bars("longBarCount", 26));
        add(
                "StochasticOscillatorKIndicator",
                0,
                (series, _, n) -> new StochasticOscillatorKIndicator(series, n.whole(BARS)),
                bars(BARS, 14));
        add(
                "StochasticRSIIndicator",
                1,
                (_, in, n) -> new StochasticRSIIndicator(in.getFirst(), n.whole(BARS)),
                bars(BARS, 14));
        add("WilliamsRIndicator", 0, (series, _, n) -> new WilliamsRIndicator(series, n.whole(BARS)), bars(BARS, 14));
    }

    private static void trends() {
        add("ADXIndicator", 0, (series, _, n) -> new ADXIndicator(series, n.whole(BARS)), bars(BARS, 14));
        add("PlusDIIndicator", 0, (series, _, n) -> new PlusDIIndicator(series, n.whole(BARS)), bars(BARS, 14));
        add("MinusDIIndicator", 0, (series, _, n) -> new MinusDIIndicator(series, n.whole(BARS)), bars(BARS, 14));
        add("AroonUpIndicator", 0, (series, _, n) -> new AroonUpIndicator(series, n.whole(BARS)), bars(BARS, 25));
        add("AroonDownIndicator", 0, (series, _, n) -> new AroonDownIndicator(series, n.whole(BARS)), bars(BARS, 25));
        add("ParabolicSarIndicator", 0, (series, _, _) -> new ParabolicSarIndicator(series));
        add(
                "SuperTrendIndicator",
                0,
                (series, _, n) -> new SuperTrendIndicator(series, n.whole(BARS), n.number("multiplier")),
                bars(BARS, 10),
                number("multiplier", 0.01, 100, 3));
    }

    private static void bands() {
        add("TRIndicator", 0, (series, _, _) -> new TRIndicator(series));
        add("ATRIndicator", 0, (series, _, n) -> new ATRIndicator(series, n.whole(BARS)), bars(BARS, 14));
        add(
                "StandardDeviationIndicator",
                1,
                (_, in, n) -> new StandardDeviationIndicator(in.getFirst(), n.whole(BARS)),
                bars(BARS));
        add("BollingerBandsMiddleIndicator", 1, (_, in, n) -> middle(in.getFirst(), n), bars(BARS, 20));
        bollinger("BollingerBandsUpperIndicator", BollingerBandsUpperIndicator::new);
        bollinger("BollingerBandsLowerIndicator", BollingerBandsLowerIndicator::new);
        keltner("KeltnerChannelUpperIndicator", KeltnerChannelUpperIndicator::new);
        keltner("KeltnerChannelLowerIndicator", KeltnerChannelLowerIndicator::new);
        add(
                "DonchianChannelUpperIndicator",
                0,
                (series, _, n) -> new DonchianChannelUpperIndicator(series, n.whole(BARS)),
                bars(BARS, 20));
        add(
                "DonchianChannelMiddleIndicator",
                0,
                (series, _, n) -> new DonchianChannelMiddleIndicator(series, n.whole(BARS)),
                bars(BARS, 20));
        add(
                "DonchianChannelLowerIndicator",
                0,
                (series, _, n) -> new DonchianChannelLowerIndicator(series, n.whole(BARS)),
                bars(BARS, 20));
    }

    private interface Band {
        Indicator<Num> make(BollingerBandsMiddleIndicator middle, Indicator<Num> deviation, Num k);
    }

    private interface Channel {
        Indicator<Num> make(KeltnerChannelMiddleIndicator middle, ATRIndicator range, double ratio);
    }

    private static void bollinger(String name, Band band) {
        add(
                name,
                1,
                (series, in, n) -> band.make(
                        middle(in.getFirst(), n),
                        deviation(in.getFirst(), n),
                        series.numFactory().numOf(n.number("k"))),
                bars(BARS, 20),
                number("k", 0.01, 100, 2));
    }

    private static void keltner(String name, Channel channel) {
        add(
                name,
                0,
                (series, _, n) -> channel.make(
                        new KeltnerChannelMiddleIndicator(series, n.whole(BARS)),
                        new ATRIndicator(series, n.whole("barCountATR")),
                        n.number("ratio")),
                bars(BARS, 20),
                bars("barCountATR", 10),
                number("ratio", 0.01, 100, 2));
    }

    private static void volumes() {
        add("OnBalanceVolumeIndicator", 0, (series, _, _) -> new OnBalanceVolumeIndicator(series));
        add(
                "MoneyFlowIndexIndicator",
                0,
                (series, _, n) -> new MoneyFlowIndexIndicator(series, n.whole(BARS)),
                bars(BARS, 14));
        add(
                "ChaikinMoneyFlowIndicator",
                0,
                (series, _, n) -> new ChaikinMoneyFlowIndicator(series, n.whole(BARS)),
                bars(BARS, 20));
        add("VWAPIndicator", 0, (series, _, n) -> new VWAPIndicator(series, n.whole(BARS)), bars(BARS));
    }

    private static void arithmetic() {
        add(
                "HighestValueIndicator",
                1,
                (_, in, n) -> new HighestValueIndicator(in.getFirst(), n.whole(BARS)),
                bars(BARS));
        add(
                "LowestValueIndicator",
                1,
                (_, in, n) -> new LowestValueIndicator(in.getFirst(), n.whole(BARS)),
                bars(BARS));
        add(
                "PreviousValueIndicator",
                1,
                (_, in, n) -> new PreviousValueIndicator(in.getFirst(), n.whole("n")),
                bars("n", 1));
        add("SumIndicator", 2, (_, in, _) -> BinaryOperationIndicator.sum(in.getFirst(), in.getLast()));
        add("DifferenceIndicator", 2, (_, in, _) -> BinaryOperationIndicator.difference(in.getFirst(), in.getLast()));
        add("ProductIndicator", 2, (_, in, _) -> BinaryOperationIndicator.product(in.getFirst(), in.getLast()));
        add("RatioIndicator", 2, (_, in, _) -> BinaryOperationIndicator.quotient(in.getFirst(), in.getLast()));
    }

    private static BollingerBandsMiddleIndicator middle(Indicator<Num> values, Numbers numbers) {
        return new BollingerBandsMiddleIndicator(new ExactAverage(values, numbers.whole(BARS)));
    }

    private static StandardDeviationIndicator deviation(Indicator<Num> values, Numbers numbers) {
        return new StandardDeviationIndicator(values, numbers.whole(BARS));
    }
}
