package io.quantloom.engine.tour;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.ReplayFeed;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleInstrument.Role;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.registry.RegisteredModels;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.tour.Checklist.Item;
import io.quantloom.engine.tour.Checklist.Step;
import io.quantloom.engine.tour.TourReport.Refused;
import io.quantloom.engine.tour.TourReport.Stage;
import io.quantloom.engine.trading.ActiveBots;
import io.quantloom.engine.trading.InMemoryBotStore;
import io.quantloom.engine.trading.ReconcileBot;
import io.quantloom.engine.trading.ReplayFeeds;
import io.quantloom.engine.trading.RunBot;
import io.quantloom.engine.trading.StartBot;
import io.quantloom.engine.trading.TradingStores;
import io.quantloom.engine.training.Factory;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.tuning.TrialRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TakeTourTest {

    private static final Path EXAMPLE =
            Path.of("../assets/src/main/resources/io/quantloom/assets/examples/sample-market.yaml");

    /** Two instruments, two windows, few trees; everything passes. */
    private static final String SMALL = """
        name: sample-market
        symbols: [ALVORA-USD, FARLOW-USD]
        data: {timeframe: 1h, source: sample}
        validation: {train: 60d, test: 500d}
        study: {trials: 2, search: {rounds: [5, 10], min_child_weight: [10, 30], threshold: [0.51, 0.53]}}
        backtest: {holdout: 20d, side: long-short, execution: {fee: 0.001}}
        register: {model: "sample-{symbol}"}
        gates: [{metric: max_drawdown, at_most: 0.99}]
        """;

    private final Factory factory = new Factory();
    private final InMemoryBotStore bots = new InMemoryBotStore();
    private final List<Transition> transitions = new ArrayList<>();

    @Test
    void walksTheWholeLoopOnce() {
        factory.events.subscribe(Transition.class, transitions::add);

        TourReport report = tour(SMALL).run(42, JobContext.none()).orThrow();

        assertThat(report.stages())
                .extracting(Stage::name)
                .containsExactly("data", "factory", "compare", "gate", "register", "paper", "twin");
        assertThat(report.stages()).extracting(Stage::status).containsOnly("done");
        assertThat(report.runs()).isEqualTo(3);
        assertThat(report.refused()).isEmpty();
        TourReport.Champion champion = report.champion().orElseThrow();
        assertThat(factory.registry.model(champion.model()).orElseThrow().aliases())
                .containsEntry(Alias.CHAMPION, champion.version());
        assertThat(transitions).last().extracting(Transition::origin).isEqualTo("demo");
        TourReport.Paper paper = report.paper().orElseThrow();
        assertThat(paper.reconciled()).isTrue();
        assertThat(paper.fills()).isPositive();
        assertThat(paper.finalEquity()).isPresent();
        assertThat(bots.stepCount(paper.bot())).isEqualTo(20 * 24);
    }

    @Test
    void givesTheSameTwice() {
        TourReport first = tour(SMALL).run(42, JobContext.none()).orThrow();
        TourReport second =
                new TakeTourTest().tour(SMALL).run(42, JobContext.none()).orThrow();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void promotesNothingThatDidNotPass() {
        String config = SMALL.replace("max_drawdown, at_most: 0.99", "sharpe_ratio, at_least: 1000");

        TourReport report = tour(config).run(42, JobContext.none()).orThrow();

        assertThat(report.champion()).isEmpty();
        assertThat(report.paper()).isEmpty();
        assertThat(report.refused())
                .extracting(Refused::model)
                .containsExactly("sample-ALVORA-USD", "sample-FARLOW-USD");
        assertThat(report.refused()).allMatch(refused -> !refused.gates().isEmpty());
        assertThat(report.stages())
                .extracting(Stage::status)
                .containsExactly("done", "done", "done", "done", "skipped", "skipped", "skipped");
        assertThat(factory.registry.models()).isEmpty();
    }

    @Test
    void ticksTheChecklistFromTheStores() {
        var checklist = new ReadChecklist(factory.bars, factory.runs, factory.registry, bots);

        assertThat(checklist.run().steps()).extracting(Item::step).containsExactly(Step.values());
        assertThat(checklist.run().steps()).noneMatch(Item::done);
        assertThat(checklist.run().steps()).extracting(Item::detail).containsOnly("");

        tour(SMALL).run(42, JobContext.none()).orThrow();

        assertThat(checklist.run().steps()).allMatch(Item::done);
        assertThat(checklist.run().steps())
                .extracting(Item::detail)
                .containsSubsequence("8 instruments", "2 symbols decided", "2 runs", "2 backtests")
                .last()
                .isEqualTo("480 bars traded");
    }

    @Test
    void endsSoonWhenItIsCanceled() {
        var canceled = new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return true;
            }
        };

        assertThat(tour(SMALL).run(42, canceled)).isInstanceOf(Outcome.Canceled.class);
        assertThat(factory.bars.catalog()).isEmpty();
    }

    @Test
    void walksOnTheExampleThatIsShipped() throws Exception {
        var files = new FactoryFile(Factory.LEARNERS);
        String own = SampleConfiguration.factory();

        assertThat(files.read("own", own, OptionalLong.empty()).orThrow())
                .usingRecursiveComparison()
                .ignoringFields("text")
                .isEqualTo(files.read("example", Files.readString(EXAMPLE), OptionalLong.empty())
                        .orThrow());
    }

    // The demo itself: about 20 CPU seconds.
    @Test
    @Tag("soak")
    void demoEndsWithAChampionAndShowsAMartingaleRefused() {
        try (ExecutorService helper = Executors.newSingleThreadExecutor()) {
            factory.runner = TrialRunner.on(helper, 2);

            TourReport report = tour(SampleConfiguration.factory())
                    .run(42, JobContext.none())
                    .orThrow();

            assertThat(report.champion()).isPresent();
            assertThat(report.paper().orElseThrow().reconciled()).isTrue();
            assertThat(report.runs()).isEqualTo(8);
            List<String> martingales = SampleInstrument.of(Role.MARTINGALE).stream()
                    .map(instrument -> "sample-" + instrument.symbol())
                    .toList();
            assertThat(report.refused()).extracting(Refused::model).containsAnyElementsOf(martingales);
        }
    }

    private TakeTour tour(String configuration) {
        var models = new RegisteredModels(factory.registry, factory.artifacts, Factory.LEARNERS);
        var stores = new TradingStores(factory.bars, factory.registry, bots);
        var active = new ActiveBots(bots, factory.events, factory.clock);
        var feeds = new ReplayFeeds(factory.bars, ReplayFeed.MAX_SPEED, (_, _) -> {
            throw new IllegalStateException("a replay at full speed does not wait");
        });
        var paper = new TourPaper(
                new StartBot(stores, models, active, factory.events, factory.clock),
                new RunBot(stores, models, active, factory.events),
                feeds,
                new ReconcileBot(stores, models),
                bots);
        return new TakeTour(
                new MakeSampleMarket(factory.bars, factory.events),
                new FactoryFile(Factory.LEARNERS),
                factory.use(),
                factory.runs,
                new PromoteModel(factory.registry, factory.events, factory.clock),
                paper,
                factory.clock,
                configuration);
    }
}
