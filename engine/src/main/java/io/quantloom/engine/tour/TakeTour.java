package io.quantloom.engine.tour;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.PromoteModel;
import io.quantloom.engine.tour.TourReport.Champion;
import io.quantloom.engine.tour.TourReport.Paper;
import io.quantloom.engine.tour.TourReport.Refused;
import io.quantloom.engine.trading.BotFile;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.engine.training.RunFactory;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryReport.Status;
import io.quantloom.engine.training.tracking.FactoryReport.SymbolReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Walks once through the whole loop on the sample market, with the use cases a person would use: makes the market, trains
 * and judges a model for each instrument, compares the runs, promotes the best of those that passed their gates, lets it
 * trade its holdout on paper, and checks the paper account against its twin backtest. No gate is lowered for it; when
 * nothing passes, there is no champion and the rest is skipped.
 *
 * <p>The best is the one with the highest walk-forward Sharpe ratio: the holdout is not looked at a second time to choose.
 */
public final class TakeTour {

    private static final String ORIGIN = "demo";

    private final MakeSampleMarket market;
    private final FactoryFile files;
    private final RunFactory factory;
    private final RunStore runs;
    private final PromoteModel promote;
    private final TourPaper paper;
    private final InstantSource clock;
    private final String configuration;

    /** Takes the use cases of the loop. */
    public TakeTour(
            MakeSampleMarket market,
            FactoryFile files,
            RunFactory factory,
            RunStore runs,
            PromoteModel promote,
            TourPaper paper,
            InstantSource clock) {
        this(market, files, factory, runs, promote, paper, clock, SampleConfiguration.factory());
    }

    /** Walks on another configuration: a smaller one in tests. */
    TakeTour(
            MakeSampleMarket market,
            FactoryFile files,
            RunFactory factory,
            RunStore runs,
            PromoteModel promote,
            TourPaper paper,
            InstantSource clock,
            String configuration) {
        this.market = market;
        this.files = files;
        this.factory = factory;
        this.runs = runs;
        this.promote = promote;
        this.paper = paper;
        this.clock = clock;
        this.configuration = configuration;
    }

    /**
     * Takes the walk. Equal seeds on empty workspaces give equal reports but for the seconds. CALCULATION_FAILED when no
     * instrument could be trained at all.
     */
    public Outcome<TourReport> run(long seed, JobContext context) {
        var stages = new TourClock(clock, context);
        return stages.stage("data", 0.05, part -> market.run(seed, part))
                .then(_ -> files.read(SampleConfiguration.FACTORY_FILE, configuration, OptionalLong.of(seed)))
                .then(spec -> stages.stage("factory", 0.85, part -> train(spec, part))
                        .then(report -> stages.stage("compare", 0.86, _ -> compare(report))
                                .then(_ -> stages.stage("gate", 0.87, _ -> Outcome.success(best(report))))
                                .then(best -> best.map(found -> promoted(spec, report, found, stages))
                                        .orElseGet(() -> Outcome.success(nothingPassed(spec, report, stages))))));
    }

    private Outcome<FactoryReport> train(FactorySpec spec, JobContext context) {
        return factory.run(spec, context).then(report -> {
            boolean anyDecision = report.symbols().stream()
                    .anyMatch(symbol -> symbol.status() == Status.PASSED || symbol.status() == Status.REFUSED);
            return anyDecision
                    ? Outcome.success(report)
                    : Outcome.failed(Failure.of(
                            Reason.CALCULATION_FAILED,
                            "at least one instrument to be trained",
                            report.symbols().getFirst().reason(),
                            "sample market",
                            "run quantloom doctor"));
        });
    }

    private Outcome<Integer> compare(FactoryReport report) {
        List<RunId> ids = report.symbols().stream()
                .flatMap(symbol -> symbol.run().stream())
                .toList();
        return new CompareRuns(runs)
                .run(ids)
                .map(comparison -> comparison.rows().size());
    }

    private Optional<SymbolReport> best(FactoryReport report) {
        return report.symbols().stream()
                .filter(symbol -> symbol.status() == Status.PASSED)
                .max(Comparator.comparingDouble(this::walkForwardSharpe));
    }

    private double walkForwardSharpe(SymbolReport symbol) {
        Optional<Run> run = symbol.run().flatMap(runs::find);
        OptionalDouble sharpe =
                run.map(found -> found.metric("walk_forward.sharpe_ratio")).orElse(OptionalDouble.empty());
        return sharpe.orElse(Double.NEGATIVE_INFINITY);
    }

    private TourReport nothingPassed(FactorySpec spec, FactoryReport report, TourClock stages) {
        stages.skip("register");
        stages.skip("paper");
        stages.skip("twin");
        return new TourReport(
                stages.stages(), count(report), Optional.empty(), refused(spec, report), Optional.empty());
    }

    private Outcome<TourReport> promoted(FactorySpec spec, FactoryReport report, SymbolReport best, TourClock stages) {
        var champion = new Champion(best.model().orElseThrow(), best.version().orElseThrow(), best.gates());
        String reason = "highest walk-forward Sharpe ratio of what passed on the sample market";
        return stages.stage(
                        "register",
                        0.88,
                        _ -> promote.run(champion.model(), champion.version(), Alias.CHAMPION, reason, ORIGIN))
                .then(_ -> stages.stage("paper", 0.98, part -> trade(champion, best, part)))
                .then(bot -> stages.stage("twin", 1.0, part -> reconcile(bot, part)))
                .map(paperAccount -> new TourReport(
                        stages.stages(),
                        count(report),
                        Optional.of(champion),
                        refused(spec, report),
                        Optional.of(paperAccount)));
    }

    // From the first bar of the holdout on: what the model has never seen.
    private Outcome<String> trade(Champion champion, SymbolReport best, JobContext context) {
        Instant from = Instant.ofEpochMilli((long)
                best.metrics().getOrDefault("start", OptionalDouble.empty()).orElseThrow());
        String text = SampleConfiguration.bot(champion.model(), best.symbol().name(), from);
        return BotFile.parse(SampleConfiguration.BOT_FILE, text)
                .then(bot -> paper.start().run(bot, text))
                .then(record -> paper.run()
                        .run(record.spec().name(), paper.feeds(), context)
                        .map(ended -> ended.spec().name()));
    }

    private Outcome<Paper> reconcile(String bot, JobContext context) {
        return paper.reconcile().run(bot, context).map(result -> {
            List<BotStep> steps = paper.bots().steps(bot, 0);
            int fills = steps.stream().mapToInt(step -> step.fills().size()).sum();
            OptionalDouble equity = steps.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(steps.getLast().equity());
            return new Paper(bot, fills, equity, result.isClean());
        });
    }

    private static List<Refused> refused(FactorySpec spec, FactoryReport report) {
        return report.symbols().stream()
                .filter(symbol -> symbol.status() == Status.REFUSED)
                .map(symbol -> new Refused(spec.model(symbol.symbol()), symbol.gates(), symbol.reason()))
                .toList();
    }

    private static int count(FactoryReport report) {
        return 1
                + (int) report.symbols().stream()
                        .filter(symbol -> symbol.run().isPresent())
                        .count();
    }
}
