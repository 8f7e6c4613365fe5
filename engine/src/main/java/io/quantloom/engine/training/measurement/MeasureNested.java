package io.quantloom.engine.training.measurement;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.WalkForwardReport;
import io.quantloom.engine.backtest.WalkForwardReport.Window;
import io.quantloom.engine.backtest.walkforward.StitchedWindows;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.WorkRunner;
import io.quantloom.engine.dataset.split.PurgedKFold;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.StitchedStrategy;
import io.quantloom.engine.strategy.StitchedStrategy.Leg;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.preparation.Ingested;
import io.quantloom.engine.training.preparation.LabelVariants;
import io.quantloom.engine.training.preparation.Prepared;
import io.quantloom.engine.training.preparation.PreparedFold;
import io.quantloom.engine.training.search.TuneSymbol;
import io.quantloom.engine.training.search.Tuned;
import io.quantloom.engine.training.search.WalkForwardObjective;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Nested selection: what the search itself is worth. For each walk-forward window the whole search is done again on inner
 * folds of its training window alone; the model it chooses is fitted to that window and decides over the test window. No
 * choice has seen the bars it is judged on, so the curve is free of the optimism of the best of many. Source: S. Varma and
 * R. Simon, Bias in error estimation when using cross-validation for model selection, BMC Bioinformatics 7 (2006).
 *
 * <p>Window i is searched with seeds of its own: the result is the same at any number of threads.
 */
public final class MeasureNested {

    private final FactorySpec spec;
    private final WorkRunner runner;
    private final Function<Seeds, TuneSymbol> tune;
    private final Seeds seeds;

    /**
     * Takes how a symbol is tuned.
     *
     * @param runner runs one piece of work for each window
     * @param tune with seeds of its own, on the calling thread, without a record
     */
    public MeasureNested(FactorySpec spec, WorkRunner runner, Function<Seeds, TuneSymbol> tune, Seeds seeds) {
        this.spec = spec;
        this.runner = runner;
        this.tune = tune;
        this.seeds = seeds;
    }

    /** Who decides in one window; nobody where its search came to nothing. */
    private record Choice(Optional<Tuned> tuned, Optional<Strategy> strategy, String reason) {}

    /**
     * Returns the stitched curve with the table of windows. Where a training window is too short to choose in, nobody trades.
     * CALCULATION_FAILED when that is so everywhere, with the first reason.
     *
     * @param variants what the real search had
     * @param prepared of the real winner, for its windows
     * @param inner how training windows are split again
     */
    public Outcome<BacktestResult> run(
            String title, LabelVariants variants, Prepared prepared, PurgedKFold inner, JobContext context) {
        int count = prepared.folds().size();
        var done = new AtomicInteger();
        List<Supplier<Outcome<Choice>>> work = IntStream.range(0, count)
                .<Supplier<Outcome<Choice>>>mapToObj(i -> () -> {
                    Outcome<Choice> choice = choose(variants, i, inner, context.quiet());
                    context.report(Progress.of("windows", done.incrementAndGet(), count));
                    return choice;
                })
                .toList();
        List<Choice> choices = new ArrayList<>();
        for (Outcome<Choice> outcome : runner.run(work)) {
            if (!(outcome instanceof Outcome.Success<Choice>(var choice))) {
                return outcome.then(_ -> Outcome.canceled());
            }
            choices.add(choice);
        }
        if (choices.stream().allMatch(choice -> choice.strategy.isEmpty())) {
            return Outcome.failed(Failure.of(
                    Reason.CALCULATION_FAILED,
                    "a window with a choice made inside its training window",
                    "none of " + count + ", the first for: " + choices.getFirst().reason,
                    "validation.nested",
                    "take longer training windows or fewer inner folds"));
        }
        return traded(title, prepared, choices, context);
    }

    private Outcome<Choice> choose(LabelVariants variants, int fold, PurgedKFold inner, JobContext context) {
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        Seeds own = seeds.child("nested/" + fold);
        Outcome<Choice> choice = tune.apply(own)
                .search(variants.within(fold, inner), context)
                .then(tuned -> strategy(tuned, own, context)
                        .map(strategy -> new Choice(Optional.of(tuned), Optional.of(strategy), "")));
        return switch (choice) {
            case Outcome.Failed<Choice>(var failure) ->
                Outcome.success(new Choice(Optional.empty(), Optional.empty(), failure.sentence()));
            case Outcome.Success<Choice> _, Outcome.Canceled<Choice> _ -> choice;
        };
    }

    private static Outcome<Strategy> strategy(Tuned tuned, Seeds seeds, JobContext context) {
        PreparedFold outer = tuned.prepared().holdout();
        Hyperparameters parameters = tuned.chosen().parameters();
        return tuned.learner()
                .fit(outer.training(), parameters, seeds.child("final"), context)
                .map(model -> {
                    try (TrainedModel closing = model) {
                        return tuned.trading()
                                .strategy(
                                        outer.from(),
                                        outer.predict(closing),
                                        WalkForwardObjective.threshold(parameters));
                    }
                });
    }

    private Outcome<BacktestResult> traded(String title, Prepared prepared, List<Choice> choices, JobContext context) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            PreparedFold fold = prepared.folds().get(i);
            legs.add(new Leg(choices.get(i).strategy, fold.to() - fold.from()));
        }
        Tuned first = choices.stream()
                .flatMap(choice -> choice.tuned.stream())
                .findFirst()
                .orElseThrow();
        return first.trading()
                .trade(
                        title,
                        prepared.from(),
                        prepared.to(),
                        new StitchedStrategy(legs),
                        Trials.single(),
                        context.quiet())
                .map(result -> result.with(report(prepared, choices, result)));
    }

    private WalkForwardReport report(Prepared prepared, List<Choice> choices, BacktestResult result) {
        Ingested ingested = prepared.ingested();
        double barsPerYear = Annualization.of(
                        ingested.instrument(), ingested.bars().key().timeframe())
                .barsPerYear();
        var stitched = new StitchedWindows(result, ingested.bars().slice(prepared.from(), prepared.to()), barsPerYear);
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            PreparedFold fold = prepared.folds().get(i);
            Optional<Tuned> tuned = choices.get(i).tuned;
            windows.add(stitched.window(
                    ingested.bars()
                            .openTime(tuned.map(
                                            found -> found.prepared().holdout().trainedFrom())
                                    .orElse(fold.from())),
                    fold.from() - prepared.from(),
                    fold.to() - prepared.from(),
                    tuned.map(MeasureNested::chosen).orElse(Map.of()),
                    tuned.map(found -> found.chosen().value().orElseThrow()).orElse(Double.NaN)));
        }
        int candidates = spec.study().trials() * spec.learners().size();
        return new WalkForwardReport(spec.study().yardstick(), candidates, 0, windows);
    }

    private static Map<String, String> chosen(Tuned tuned) {
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("learner", tuned.learner().name());
        tuned.chosen().parameters().values().forEach((key, value) -> chosen.put(key, String.valueOf(value)));
        return chosen;
    }
}
