package io.quantloom.ui;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Study;
import io.quantloom.engine.tuning.StudySpec;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.ui.bench.Workbench;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** A workspace in the middle of research: a factory run that really ran, and a long study over a known landscape. */
final class CoreSample {

    static final String LONG = "VEGA";
    static final String MODEL = "weekly-VEGA";
    private static final int BARS = 3_600;
    private static final int TRIALS = 64;
    private static final String CONFIG = """
        # Two random walks and a symbol that was never imported.
        name: weekly
        symbols: [VEGA, LYRA, ORION]
        data: {timeframe: 1h}
        features: alpha19
        label: {type: triple-barrier, take_profit: 3.0, stop_loss: 3.0, horizon: 24}
        learners: [xgboost]
        validation: {type: walk-forward, train: 40d, test: 20d, mode: rolling, embargo: 24}
        study: {trials: 3, batch: 1,
                search: {max_depth: [2, 4], eta: 0.1, rounds: [10, 20], threshold: [0.52, 0.60]}}
        backtest: {holdout: 30d, exit_threshold: 0.5, side: long-short, execution: {fee: 0.0002}}
        gates: [{metric: sharpe_ratio, above: -1.5},
                {metric: deflated_sharpe, at_least: 0.0001, on: walk-forward},
                {metric: max_drawdown, at_most: 0.6}]
        register: {model: "weekly-{symbol}", alias: Challenger}
        """;

    private static final SearchSpace SPACE = SearchSpace.of(List.of(
            new Dimension.Whole("max_depth", 2, 6),
            new Dimension.Real("eta", 0.005, 0.4, true),
            new Dimension.Whole("rounds", 40, 200),
            new Dimension.Real("threshold", 0.54, 0.64, false),
            new Dimension.Choice("class_weight", List.of("none", "balanced"))));

    final ResearchSample research = ResearchSample.empty();
    final Workbench bench = research.bench;
    String study = "";
    RunId factory = new RunId("none");

    static CoreSample full() {
        var sample = new CoreSample();
        sample.bench.walk("VEGA", BARS, 5);
        sample.bench.walk("LYRA", BARS, 6);
        sample.addFactory();
        sample.addStudy();
        var pool = new PoolSample(sample.bench);
        pool.addWorth(sample.bench.registry.version(MODEL, 1).orElseThrow().run());
        pool.addModels(MODEL);
        return sample;
    }

    /** A factory run that really ran: two symbols that reach a decision and one without bars. */
    private void addFactory() {
        var ticks = new AtomicLong();
        InstantSource clock = () -> Workbench.NOW.minusSeconds(20_000).plusMillis(430 * ticks.getAndIncrement());
        UseCases.Training training =
                Workbench.training(bench.bars, bench.runs, bench.studies, bench.registry, bench.events, clock);
        FactorySpec spec = training.file()
                .read("weekly.yaml", CONFIG, OptionalLong.empty())
                .orThrow();
        factory = training.jobs().run(spec, JobContext.none()).orThrow().run();
    }

    /** A study whose value is high on a plateau and, by luck, at one point off it. */
    private void addStudy() {
        Instant begin = Workbench.NOW.minusSeconds(9_000);
        Run parent = bench.runs.begin(new RunDraft(
                "weekly",
                "weekly",
                Optional.empty(),
                begin,
                Map.of("learners", "xgboost", "symbols", LONG),
                Map.of(Tags.KIND, "factory")));
        Run run = bench.runs.begin(new RunDraft(
                "weekly",
                LONG,
                Optional.of(parent.id()),
                begin,
                Map.of("symbol", LONG),
                Map.of(Tags.KIND, "symbol", Tags.SYMBOL, LONG)));
        bench.runs.setStatus(parent.id(), RunStatus.INTERRUPTED, begin.plusSeconds(10));
        study = run.id().value() + "/xgboost";
        bench.studies.define(new Study(new StudySpec(study, "vega", SPACE, TRIALS, 2), begin));
        RandomGenerator random = new Seeds(3).random();
        long at = begin.toEpochMilli();
        for (int number = 0; number < TRIALS; number++) {
            var settings = new TreeMap<String, Object>();
            long depth = 2L + random.nextInt(5);
            double eta = Math.exp(Math.log(0.005) + Math.log(80) * random.nextDouble());
            long rounds = 40L + random.nextInt(160);
            double threshold = 0.54 + 0.1 * random.nextDouble();
            settings.put("max_depth", depth);
            settings.put("eta", (double) Math.round(eta * 1e4) / 1e4);
            settings.put("rounds", rounds);
            settings.put("threshold", (double) Math.round(threshold * 1e3) / 1e3);
            settings.put("class_weight", random.nextBoolean() ? "balanced" : "none");
            double value = 1.35
                    - 0.12 * Math.abs(depth - 3)
                    - 0.28 * Math.abs(Math.log(eta / 0.05))
                    - 9 * Math.abs(threshold - 0.59)
                    + 0.12 * random.nextGaussian()
                    + (number == 41 ? 1.1 : 0);
            long took = 2_000 + 40 * rounds + random.nextInt(2_000);
            bench.studies.save("vega", trial(number, settings, value, at, took));
            at += took / 2;
        }
    }

    private Trial trial(int number, SortedMap<String, Object> settings, double value, long at, long took) {
        Instant started = Instant.ofEpochMilli(at);
        boolean failed = number % 17 == 9;
        boolean running = number >= TRIALS - 2;
        boolean pruned = number > 12 && number % 5 == 3 && !failed && !running;
        var steps = new TreeMap<Integer, Double>();
        for (int fold = 0; fold < (pruned ? 3 : 6) && !failed && !running; fold++) {
            steps.put(fold, value * (pruned ? 0.6 : 1) + 0.5 * Math.sin(number + fold) / (fold + 1));
        }
        return new Trial(
                study,
                number,
                running
                        ? Trial.State.RUNNING
                        : failed ? Trial.State.FAILED : pruned ? Trial.State.PRUNED : Trial.State.COMPLETE,
                Hyperparameters.of(settings),
                failed || running || pruned ? OptionalDouble.empty() : OptionalDouble.of(value),
                OptionalDouble.empty(),
                started,
                running ? Optional.empty() : Optional.of(started.plusMillis(failed ? took / 3 : took)),
                failed ? "Expected at least one trade in the walk-forward, found none." : "",
                steps);
    }

    Ports ports() {
        return research.ports();
    }

    PageShots.Desk desk() {
        return new PageShots.Desk(bench, research::useCases);
    }
}
