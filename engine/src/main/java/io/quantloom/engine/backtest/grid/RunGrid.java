package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.SelectBars;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.backtest.fast.Certifier;
import io.quantloom.engine.backtest.fast.FastMarket;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.Statistic;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Runs a backtest for every combination of a grid and records the whole as one run of the experiment {@code backtests}.
 *
 * <p>With an out-of-sample part each combination is run twice, on either part alone with a fresh account; it is ranked by
 * the first and shows both. The best one is run through the kernel as well: it carries the certificate and a Sharpe ratio
 * deflated by the number of combinations.
 */
public final class RunGrid {

    /** Path of the artifact that {@link LoadGrid} reads. */
    public static final String RESULT = "backtest/grid.json";

    private final Ports ports;
    private final WorkRunner workers;
    private final Events events;
    private final InstantSource clock;

    /**
     * Where the grid finds what it needs and is recorded.
     *
     * @param bars series
     * @param models registered versions
     * @param strategies rules
     * @param runs where it is recorded
     */
    public record Ports(BarStore bars, ModelSource models, MakeStrategy strategies, RunStore runs) {}

    /** Takes its ports and who computes. */
    public RunGrid(Ports ports, WorkRunner workers, Events events, InstantSource clock) {
        this.ports = ports;
        this.workers = workers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Runs the grid. MISSING_DATA for an unknown symbol or model or an empty range, INVALID when no combination is possible
     * or a part would have no bar. Nothing is recorded for what could not begin; a canceled grid is recorded as killed.
     *
     * @param specText the specification as it was given, kept beside the result; may be empty
     */
    public Outcome<GridResult> run(GridSpec spec, String specText, JobContext context) {
        Instant began = clock.instant();
        long[] combinations = spec.chosen();
        return possible(spec, combinations, context)
                .then(first -> new SelectBars(ports.bars())
                        .run(first.data())
                        .then(selection -> parts(spec, first, selection).then(parts -> {
                            var recorder = new GridRecorder(ports.runs(), events, clock, spec, first);
                            return recorder.record(
                                    selection,
                                    specText,
                                    began,
                                    () -> strategies(spec, combinations, selection, parts, context)
                                            .then(strategies -> {
                                                try (strategies) {
                                                    return run(
                                                            new GridRows(
                                                                    spec,
                                                                    parts,
                                                                    strategies,
                                                                    combinations,
                                                                    context.part("run", 0.3, 1)),
                                                            spec,
                                                            parts,
                                                            strategies);
                                                }
                                            }));
                        })));
    }

    private Outcome<GridResult> run(GridRows rows, GridSpec spec, List<GridPart> parts, GridStrategies strategies) {
        return rows.run(workers).then(skips -> {
            GridTable table = GridTable.of(spec.axes(), rows.rows(), spec.objective());
            return best(rows, table, spec, parts.getFirst(), strategies)
                    .map(best -> new GridResult(
                            Optional.empty(),
                            "grid of "
                                    + String.join(
                                            ", ",
                                            spec.axes().stream()
                                                    .map(GridAxis::key)
                                                    .toList()),
                            parts.getFirst().bars().key(),
                            spec.objective(),
                            table,
                            skips.skipped(),
                            skips.because(),
                            0,
                            parts.size() > 1
                                    ? OptionalLong.of(parts.getLast().bars().openTime(0))
                                    : OptionalLong.empty(),
                            best.deflatedSharpe(),
                            best.certificate(),
                            parts.getFirst().market().instrument().synthetic()));
        });
    }

    private record Best(OptionalDouble deflatedSharpe, Certificate certificate) {}

    private static Outcome<Best> best(
            GridRows rows, GridTable table, GridSpec spec, GridPart part, GridStrategies strategies) {
        List<Integer> first = table.best(spec.objective(), 1);
        if (first.isEmpty()) {
            return Outcome.success(
                    new Best(OptionalDouble.empty(), Certificate.none("no combination has the objective")));
        }
        return spec.specification(table.rows().combinations[first.getFirst()])
                .then(backtest -> rows.kernel(backtest, 0, trials(table, part))
                        .then(result -> certificate(backtest, part, strategies, result)
                                .map(certificate -> new Best(
                                        result.statistics().get(Statistic.DEFLATED_SHARPE.key()), certificate))));
    }

    private static Outcome<Certificate> certificate(
            BacktestSpec backtest, GridPart part, GridStrategies strategies, BacktestResult result) {
        var certifier = new Certifier(
                backtest.execution(),
                backtest.finalization(),
                part.market().instrument(),
                part.funding(),
                backtest.strategy().ownCooldownBars());
        return strategies
                .fresh(backtest, 0)
                .map(strategy ->
                        certifier.compare(part.bars(), strategy, result.fills(), result.trades(), result.equity()));
    }

    private static Trials trials(GridTable table, GridPart part) {
        double root = Math.sqrt(part.market().annualization().barsPerYear());
        double[] sharpes = IntStream.range(0, table.size())
                .mapToObj(row -> table.inSample(Statistic.SHARPE_RATIO, row))
                .flatMapToDouble(OptionalDouble::stream)
                .map(sharpe -> sharpe / root)
                .toArray();
        return Trials.of(table.size(), sharpes);
    }

    // The specification of the first combination whose values go together.
    private static Outcome<BacktestSpec> possible(GridSpec spec, long[] combinations, JobContext context) {
        Outcome<BacktestSpec> first = spec.specification(combinations[0]);
        for (int i = 1; i < combinations.length && !(first instanceof Outcome.Success); i++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            Outcome<BacktestSpec> next = spec.specification(combinations[i]);
            first = next instanceof Outcome.Success ? next : first;
        }
        return first;
    }

    private Outcome<GridStrategies> strategies(
            GridSpec spec, long[] combinations, Selection selection, List<GridPart> parts, JobContext context) {
        Set<ModelRef> refs = new LinkedHashSet<>();
        boolean ofModels = spec.axes().stream().anyMatch(axis -> axis.key().equals("strategy.model"));
        for (long number : combinations) {
            if (spec.specification(number) instanceof Outcome.Success<BacktestSpec>(BacktestSpec backtest)) {
                if (backtest.strategy() instanceof StrategySpec.Model model) {
                    refs.add(model.model());
                }
                if (!ofModels) {
                    break;
                }
            }
        }
        return GridStrategies.prepare(refs, ports, selection, parts, context.part("predict", 0, 0.3));
    }

    private Outcome<List<GridPart>> parts(GridSpec spec, BacktestSpec first, Selection selection) {
        BarSeries range = selection.range();
        FundingRates funding = ports.bars().funding(selection.instrument().symbol());
        int split = range.size();
        if (spec.split().isPresent()) {
            split = range.firstAtOrAfter(spec.split().get().toEpochMilli());
        } else if (spec.outOfSample().isPresent()) {
            split = range.size()
                    - (int) Math.round(range.size() * spec.outOfSample().getAsDouble());
        }
        boolean isSplit = spec.split().isPresent() || spec.outOfSample().isPresent();
        if (isSplit && (split == 0 || split == range.size())) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "bars on either side of the split",
                    split + " before it and " + (range.size() - split) + " after it",
                    "data.split, out_of_sample",
                    "move the split"));
        }
        Optional<BarSeries> finer = finer(spec, first, range);
        List<GridPart> parts = new ArrayList<>();
        parts.add(part(range, 0, split, funding, selection, finer));
        if (isSplit) {
            parts.add(part(range, split, range.size(), funding, selection, finer));
        }
        return Outcome.success(parts);
    }

    // Where there are none, the kernel says so of each combination that needs them.
    private Optional<BarSeries> finer(GridSpec spec, BacktestSpec first, BarSeries range) {
        boolean asked = first.execution().matching().intrabar() == Matching.Intrabar.FINER
                || spec.axes().stream().anyMatch(axis -> axis.key().equals("exits.intrabar"));
        return asked && new SelectBars(ports.bars()).finer(range.key()) instanceof Outcome.Success<BarSeries>(var bars)
                ? Optional.of(bars)
                : Optional.empty();
    }

    private static GridPart part(
            BarSeries range, int from, int to, FundingRates funding, Selection selection, Optional<BarSeries> finer) {
        BarSeries bars = from == 0 && to == range.size() ? range : range.slice(from, to);
        return new GridPart(from, to, FastMarket.of(bars, funding, selection.instrument()), funding, finer);
    }

    static double secondsBetween(Instant began, Instant ended) {
        return Duration.between(began, ended).toMillis() / 1000.0;
    }
}
