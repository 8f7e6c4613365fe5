package io.quantloom.engine.dataset.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.FeatureInputs;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.MarketView;
import io.quantloom.engine.dataset.feature.FeatureReader;
import io.quantloom.engine.dataset.label.LabelCatalog;
import io.quantloom.engine.dataset.label.LabelDefinition;
import io.quantloom.engine.dataset.label.TripleBarrier;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.indicator.Parameter;
import io.quantloom.engine.indicator.ta4j.Ta4jIndicators;
import io.quantloom.engine.indicator.talib.TalibCatalog;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One look for the future at everything that there is: each built-in set, each indicator, each block, each label. */
class EveryFeatureTest {

    private static final FeatureReader READER =
            new FeatureReader(FeatureSets.builtIn().all(), FeatureInputs.none());

    static Stream<FeatureSet> sets() {
        String talib = TalibCatalog.entries().keySet().stream()
                .map(name -> "{talib: " + name + "}")
                .collect(Collectors.joining(", "));
        String ta4j = Ta4jIndicators.names().stream()
                .map(name -> "{ta4j: " + name + needed(Ta4jIndicators.parameters(name)) + "}")
                .collect(Collectors.joining(", "));
        return Stream.concat(
                FeatureSets.builtIn().all().stream(),
                Stream.of(
                        read("talib", talib),
                        read("ta4j", ta4j),
                        read(
                                "blocks",
                                "{block: returns, bars: [1, 24]}, {block: returns, bars: 3, kind: simple}, {block:"
                                        + " volatility, window: 20}, {block: volatility, kind: realized, window: 5},"
                                        + " {block: volatility, kind: parkinson, window: 5}, {block: regime, history:"
                                        + " 250}"),
                        read(
                                "longer",
                                "{talib: RSI, timeframe: 2h}, {block: alpha19, timeframe: 4h}, {talib: SMA, period: 2,"
                                        + " timeframe: 1d}, {block: returns, timeframe: 1w}"),
                        read(
                                "others",
                                "{talib: RSI, symbol: OTHER}, {block: alpha19, symbol: OTHER}, {block: returns, symbol:"
                                        + " OTHER, timeframe: 4h}, {block: live4, symbol: OTHER}")));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void noFeatureKnowsTheFuture(FeatureSet set) {
        int size = 400;
        BarSeries bars = GeneratedBars.walkWithUnknownVolumes(6, size);
        BarSeries walk = GeneratedBars.walk(16, size);
        var other = new SeriesKey(new Symbol("OTHER"), Timeframe.HOUR, "generated");
        long[] times = {bars.openTime(40), bars.openTime(200), bars.openTime(360)};
        double[] rates = {1e-4, 2e-4, 3e-4};
        MarketView view = MarketView.of(bars)
                .with(BarSeries.ofColumns(
                        other,
                        walk.openTimes(),
                        walk.opens(),
                        walk.highs(),
                        walk.lows(),
                        walk.closes(),
                        walk.volumes()))
                .with(FundingRates.of(bars.key().symbol(), times, rates))
                .with(FundingRates.of(other.symbol(), times, rates));

        assertThat(new FeatureCheck(12, size)
                        .run(set, view, new Seeds(7), JobContext.none())
                        .orThrow())
                .isEmpty();
    }

    static Stream<LabelDefinition> labels() {
        return Stream.concat(LabelCatalog.all().values().stream(), Stream.of(TripleBarrier.fixed(0.02, 0.03, 12)));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void noLabelKnowsMoreThanTheBarsUpToItsEnd(LabelDefinition definition) {
        assertThat(LabelCheck.run(definition::label, GeneratedBars.walk(4, 400), 12, new Seeds(7)))
                .isEmpty();
    }

    @Test
    void thereAreManyIndicatorsOfBothLibraries() {
        assertThat(TalibCatalog.entries()).hasSizeGreaterThan(35);
        assertThat(Ta4jIndicators.names()).hasSizeGreaterThan(40);
    }

    private static String needed(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.standard().isEmpty())
                .map(parameter -> ", " + parameter.name() + ": 5")
                .collect(Collectors.joining());
    }

    private static FeatureSet read(String name, String columns) {
        return READER.read(name, "{name: " + name + ", version: 1, columns: [" + columns + "]}")
                .orThrow();
    }
}
