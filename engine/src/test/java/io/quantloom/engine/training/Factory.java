package io.quantloom.engine.training;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryArtifactStore;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleMarketGenerator;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.model.baseline.MajorityLearner;
import io.quantloom.engine.model.baseline.PersistenceLearner;
import io.quantloom.engine.model.xgboost.XgboostLearner;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.tuning.InMemoryStudyStore;
import io.quantloom.engine.tuning.TrialRunner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A factory over in-memory stores, with the real learners. */
public final class Factory {

    public static final Learners LEARNERS =
            new Learners(List.of(new XgboostLearner(), new MajorityLearner(), new PersistenceLearner()));

    private static final Map<String, BarSeries> SMALL = smallMarket();

    public final InMemoryBarStore bars = new InMemoryBarStore();
    public final InMemoryArtifactStore artifacts = new InMemoryArtifactStore();
    public final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()), artifacts);
    public final InMemoryStudyStore studies = new InMemoryStudyStore();
    public final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    public final Events events = new Events();
    public InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    public TrialRunner runner = TrialRunner.onCaller();

    /** Adds the sample market of the seed. */
    public Factory withSampleMarket(long seed) {
        new MakeSampleMarket(bars, events).run(seed, JobContext.none()).orThrow();
        return this;
    }

    /** Returns a factory with the first 150 days of two sample instruments with a drift, ALVORA-USD and BELTRI-USD. */
    public static Factory small() {
        var factory = new Factory();
        SMALL.forEach((symbol, bars) -> factory.addBars(symbol, symbol));
        return factory;
    }

    /** Adds the 150 days of a sample instrument under a name. */
    public void addBars(String name, String original) {
        BarSeries bars = Objects.requireNonNull(SMALL.get(original));
        var symbol = new Symbol(name);
        var instrument = new Instrument(
                symbol,
                "USD",
                TradingCalendar.CRYPTO_24X7,
                "",
                Instrument.UNKNOWN_LOT,
                false,
                Optional.of("sample market, seed 5"));
        this.bars.save(
                instrument,
                BarSeries.ofColumns(
                        new SeriesKey(symbol, Timeframe.HOUR, MakeSampleMarket.SOURCE),
                        bars.openTimes(),
                        bars.opens(),
                        bars.highs(),
                        bars.lows(),
                        bars.closes(),
                        bars.volumes()));
    }

    private static Map<String, BarSeries> smallMarket() {
        var generator = new SampleMarketGenerator(5);
        var market = new TreeMap<String, BarSeries>();
        for (SampleInstrument each : SampleInstrument.ALL.subList(0, 2)) {
            market.put(each.symbol().name(), generator.generate(each).bars().slice(0, 150 * 24));
        }
        return market;
    }

    /** Returns the stores. */
    public FactoryStores stores() {
        return new FactoryStores(bars, runs, studies, artifacts, registry);
    }

    /** Returns the use case as the fields stand now. */
    public RunFactory use() {
        return new RunFactory(stores(), LEARNERS, runner, events, clock, new TreeMap<>());
    }

    /** Reads a configuration. */
    public static FactorySpec spec(String text) {
        return new FactoryFile(LEARNERS)
                .read("test.yaml", text, OptionalLong.empty())
                .orThrow();
    }
}
