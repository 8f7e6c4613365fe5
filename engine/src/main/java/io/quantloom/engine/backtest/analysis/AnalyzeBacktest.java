package io.quantloom.engine.backtest.analysis;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.backtest.analysis.rerun.CostFrontier;
import io.quantloom.engine.backtest.analysis.rerun.MeasureFrontier;
import io.quantloom.engine.backtest.analysis.rerun.PerturbParameters;
import io.quantloom.engine.backtest.analysis.rerun.PerturbationScore;
import io.quantloom.engine.backtest.analysis.rerun.PrepareRerun;
import io.quantloom.engine.backtest.analysis.rerun.Rerun;
import io.quantloom.engine.backtest.analysis.resampling.BlockBootstrap;
import io.quantloom.engine.backtest.analysis.resampling.Bootstrap;
import io.quantloom.engine.backtest.analysis.resampling.BootstrapMethod;
import io.quantloom.engine.backtest.analysis.resampling.MonteCarlo;
import io.quantloom.engine.backtest.analysis.resampling.SimulatePaths;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.strategy.MakeStrategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a recorded backtest is worth as evidence and saves that beside it. What cannot be made, for want of a
 * specification, a model or unrevised bars, is left out with the reason in the notes; the rest is there all the same. The
 * same run and settings give the same bits.
 */
public final class AnalyzeBacktest {

    /** Path of the artifact that {@link LoadAnalysis} reads. */
    public static final String ANALYSIS = "backtest/analysis.json";

    private static final String AMBIGUOUS_BARS = "ambiguous_bars";

    private final BarStore bars;
    private final RunStore runs;
    private final PrepareRerun prepare;

    /** Takes its ports. */
    public AnalyzeBacktest(BarStore bars, ModelSource models, MakeStrategy strategies, RunStore runs) {
        this.bars = bars;
        this.runs = runs;
        this.prepare = new PrepareRerun(bars, models, strategies, runs);
    }

    /**
     * Analyzes the backtest of the run. MISSING_DATA when there is no such run, it has no backtest, or the bars it traded
     * are not in the store any more; INVALID when its file is damaged. Nothing is saved when it fails or is canceled.
     */
    public Outcome<BacktestAnalysis> run(RunId id, AnalysisSettings settings, JobContext context) {
        Optional<Run> run = runs.find(id);
        if (run.isEmpty()) {
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a run", "none", "run " + id, "list the runs and name one"));
        }
        return new LoadBacktest(runs)
                .run(id)
                .then(result -> material(run.get(), result))
                .then(material -> new Work(material, settings, context).run())
                .map(analysis -> {
                    runs.saveArtifact(id, ANALYSIS, AnalysisJson.write(analysis));
                    return analysis;
                });
    }

    private record Material(Run run, BacktestResult result, BarSeries range, double barsPerYear) {}

    private Outcome<Material> material(Run run, BacktestResult result) {
        Optional<BarSeries> series = bars.load(result.series());
        Optional<Instrument> instrument = bars.instrument(result.series().symbol());
        int size = result.equity().size();
        if (series.isPresent() && instrument.isPresent()) {
            int from = series.get().firstAtOrAfter(result.equity().time(0));
            int to = Math.min(series.get().size(), from + size);
            BarSeries range = series.get().slice(from, to);
            if (Arrays.equals(range.openTimes(), result.equity().times())) {
                Annualization annual =
                        Annualization.of(instrument.get(), result.series().timeframe());
                return Outcome.success(new Material(run, result, range, annual.barsPerYear()));
            }
        }
        return Outcome.failed(Failure.of(
                Reason.MISSING_DATA,
                "the " + size + " bars of " + result.series() + " that the backtest traded",
                series.isPresent() ? "other bars" : "no such series",
                "run " + run.id(),
                "import them again, or run the backtest again"));
    }

    /** One analysis under way. */
    private final class Work {
        private final Material material;
        private final BacktestResult result;
        private final AnalysisSettings settings;
        private final JobContext context;
        private final Seeds seeds;
        private final Map<String, String> notes = new LinkedHashMap<>();
        private final List<Bootstrap> bootstraps = new ArrayList<>();
        private final List<MonteCarlo> monteCarlo = new ArrayList<>();
        private Optional<Rerun> rerun = Optional.empty();
        private Optional<CostFrontier> frontier = Optional.empty();
        private Optional<PerturbationScore> perturbation = Optional.empty();

        Work(Material material, AnalysisSettings settings, JobContext context) {
            this.material = material;
            this.result = material.result();
            this.settings = settings;
            this.context = context;
            this.seeds = new Seeds(settings.seed()).child("backtest-analysis");
        }

        Outcome<BacktestAnalysis> run() {
            context.report(new Progress("curve", 0));
            Optional<BarSeries> benchmark = settings.benchmark().flatMap(bars::load);
            if (settings.benchmark().isPresent() && benchmark.isEmpty()) {
                notes.put(
                        "benchmark",
                        "there is no series " + settings.benchmark().get());
            }
            CurveAnalysis curve = MeasureCurve.of(result, material.range(), material.barsPerYear(), benchmark);
            boolean done = bootstrap(context.part("bootstrap", 0.02, 0.2))
                    && simulate(context.part("Monte Carlo", 0.2, 0.4))
                    && runAgain(context.part("run again", 0.4, 1));
            if (!done || context.isCanceled()) {
                return Outcome.canceled();
            }
            var evidence = new SanityEvidence(
                    result,
                    material.barsPerYear(),
                    curve.months(),
                    (long) result.statistics().get(AMBIGUOUS_BARS).orElse(0),
                    rerun.flatMap(Rerun::whyIdle),
                    frontier,
                    perturbation);
            return Outcome.success(new BacktestAnalysis(
                    material.run().id(),
                    settings,
                    curve,
                    bootstraps,
                    monteCarlo,
                    frontier,
                    perturbation,
                    SanityAlarms.of(evidence),
                    notes));
        }

        private boolean bootstrap(JobContext part) {
            double[] returns = returns();
            String missing = whyNoResampling(returns);
            if (!missing.isEmpty()) {
                notes.put("bootstraps", missing);
                return true;
            }
            var bootstrap = new BlockBootstrap(returns, material.barsPerYear());
            return add(
                            bootstraps,
                            bootstrap.run(
                                    BootstrapMethod.STATIONARY,
                                    settings.resamples(),
                                    settings.level(),
                                    seeds.child("stationary"),
                                    part.part("", 0, 0.5)))
                    && add(
                            bootstraps,
                            bootstrap.run(
                                    BootstrapMethod.MOVING_BLOCK,
                                    settings.resamples(),
                                    settings.level(),
                                    seeds.child("moving-block"),
                                    part.part("", 0.5, 1)));
        }

        private boolean simulate(JobContext part) {
            double[] returns = returns();
            double cash = result.equity().startingCash();
            var simulation = new SimulatePaths(cash, settings.paths());
            double[] factors = SimulatePaths.factors(cash, result.trades());
            String missing = whyNoResampling(returns);
            if (!missing.isEmpty()) {
                notes.put("monte_carlo", missing);
                return true;
            }
            boolean lostAll = Arrays.stream(factors).anyMatch(Double::isNaN);
            if (factors.length < 2 || lostAll) {
                notes.put("monte_carlo", lostAll ? "a trade took the whole account" : "it takes at least two trades");
            } else if (!add(monteCarlo, simulation.shuffled(factors, seeds.child("shuffle"), part.part("", 0, 0.3)))
                    || !add(
                            monteCarlo,
                            simulation.resampled(factors, seeds.child("trades"), part.part("", 0.3, 0.6)))) {
                return false;
            }
            return add(monteCarlo, simulation.blocks(returns, seeds.child("blocks"), part.part("", 0.6, 1)));
        }

        private boolean runAgain(JobContext part) {
            Outcome<Rerun> prepared = prepare.run(material.run(), part.part("predict", 0, 0.3));
            rerun = found(prepared, "frontier", "perturbation");
            if (rerun.isEmpty()) {
                return !(prepared instanceof Outcome.Canceled);
            }
            Outcome<CostFrontier> measured = new MeasureFrontier(rerun.get())
                    .run(settings.fees(), settings.slippages(), settings.maxDelay(), part.part("", 0.3, 0.8));
            frontier = found(measured, "frontier");
            if (measured instanceof Outcome.Canceled) {
                return false;
            }
            if (rerun.get().parameters().isEmpty()) {
                notes.put("perturbation", "the strategy has no parameters to perturb");
                return true;
            }
            Outcome<PerturbationScore> perturbed = new PerturbParameters(rerun.get()).run(part.part("", 0.8, 1));
            perturbation = found(perturbed, "perturbation");
            return !(perturbed instanceof Outcome.Canceled);
        }

        // A failure is told under the names of the parts that are missing for it.
        private <T> Optional<T> found(Outcome<T> outcome, String... parts) {
            if (outcome instanceof Outcome.Failed<T>(Failure failure)) {
                for (String name : parts) {
                    notes.put(name, failure.sentence());
                }
            }
            return outcome instanceof Outcome.Success<T>(T value) ? Optional.of(value) : Optional.empty();
        }

        private double[] returns() {
            double[] equity = result.equity().values();
            equity[0] = result.equity().startingCash();
            return ReturnStatistics.of(equity);
        }

        private String whyNoResampling(double[] returns) {
            if (result.isRuined()) {
                return "the account was ruined";
            }
            if (returns.length < 2) {
                return "it takes at least three bars";
            }
            return ReturnStatistics.variance(returns) > 0 ? "" : "the returns do not vary";
        }
    }

    // Resampling is canceled or succeeds, it never fails.
    private static <T> boolean add(List<T> list, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Canceled) {
            return false;
        }
        list.add(outcome.orThrow());
        return true;
    }
}
