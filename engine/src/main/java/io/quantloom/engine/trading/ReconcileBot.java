package io.quantloom.engine.trading;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.DataRange;
import io.quantloom.engine.backtest.SelectBars;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.model.ModelRef;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.TradableVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks a session two questions. Do its recorded bars and decisions give its recorded account? And does its twin, the
 * backtest of the same stored bars with {@code finalize: none}, features computed in one batch, give the same fills and
 * the same equity at every bar? The twin decides by the version that decided then and repeats what people asked for.
 */
public final class ReconcileBot {

    private static final int TOLD_AT_MOST = 20;

    private final TradingStores stores;
    private final ModelSource models;
    private final MakeStrategy maker;

    /** Takes its ports, without custom strategies. */
    public ReconcileBot(TradingStores stores, ModelSource models) {
        this(stores, models, MakeStrategy.builtIn());
    }

    /** Takes its ports. */
    public ReconcileBot(TradingStores stores, ModelSource models, MakeStrategy maker) {
        this.stores = stores;
        this.models = models;
        this.maker = maker;
    }

    /**
     * Compares the bot's session. A session without steps is equal to its twin. MISSING_DATA for an unknown bot, a series
     * or a version that is gone.
     */
    public Outcome<Reconciliation> run(String name, JobContext context) {
        Optional<BotRecord> known = stores.bots().bot(name);
        if (known.isEmpty()) {
            return Outcome.failed(ActiveBots.unknown(stores.bots(), name));
        }
        List<BotStep> steps = stores.bots().steps(name, 0);
        if (steps.isEmpty()) {
            return Outcome.success(new Reconciliation(0, true, true, List.of()));
        }
        BotRecord bot = known.get();
        return new SelectBars(stores.bars()).run(range(bot, steps)).then(selection -> {
            FundingRates funding = stores.bars().funding(bot.series().symbol());
            Optional<String> account = RecordedAccount.of(bot, selection.instrument(), funding, steps)
                    .difference();
            return twin(bot, selection, funding, steps, context).map(twin -> compare(account, selection, twin, steps));
        });
    }

    private static DataRange range(BotRecord bot, List<BotStep> steps) {
        return new DataRange(
                bot.series().symbol(),
                Optional.of(bot.series().timeframe()),
                Optional.of(bot.series().source()),
                Optional.of(bot.from()),
                Optional.of(Instant.ofEpochMilli(steps.getLast().bar().openTime())));
    }

    private Outcome<Optional<BacktestResult>> twin(
            BotRecord bot, Selection selection, FundingRates funding, List<BotStep> steps, JobContext context) {
        if (selection.series().size() - selection.from() != steps.size()) {
            return Outcome.success(Optional.empty());
        }
        List<TradableVersion> opened = new ArrayList<>();
        try {
            return strategies(bot, selection, steps, opened, context)
                    .then(strategies -> new SimulateBacktest(
                                    bot.spec().execution(),
                                    Finalization.NONE,
                                    selection.instrument(),
                                    funding,
                                    bot.spec().cooldownBars())
                            .run(
                                    "twin of " + bot.spec().name(),
                                    selection.range(),
                                    new TwinStrategy(strategies, steps),
                                    Trials.single(),
                                    OptionalLong.empty(),
                                    context))
                    .map(Optional::of);
        } finally {
            opened.forEach(TradableVersion::close);
        }
    }

    // One fresh strategy for each version that decided, in the order of their names.
    private Outcome<SortedMap<String, Strategy>> strategies(
            BotRecord bot, Selection selection, List<BotStep> steps, List<TradableVersion> opened, JobContext context) {
        SortedMap<String, Strategy> strategies = new TreeMap<>();
        if (bot.spec().strategy() instanceof StrategySpec.Rule rule) {
            return maker.run(rule).map(strategy -> {
                strategies.put("", strategy);
                return strategies;
            });
        }
        StrategySpec.Model wanted = (StrategySpec.Model) bot.spec().strategy();
        for (String version : steps.stream().map(BotStep::model).distinct().toList()) {
            ModelRef ref = ModelRef.parse("models:/" + version)
                    .orElseThrow(() -> new IllegalStateException("a step names the version '" + version + "'"));
            Outcome<Strategy> strategy = models.resolve(ref)
                    .then(served -> TradableVersion.of(served, wanted, FollowedModel.labelExits(bot.spec()), maker))
                    .then(model -> {
                        opened.add(model);
                        return model.over(selection.series(), selection.from(), context);
                    });
            switch (strategy) {
                case Outcome.Success<Strategy>(var ready) -> strategies.put(version, ready);
                case Outcome.Failed<Strategy>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Canceled<Strategy> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(strategies);
    }

    private static Reconciliation compare(
            Optional<String> account, Selection selection, Optional<BacktestResult> twin, List<BotStep> steps) {
        List<String> differences = new ArrayList<>();
        compareBars(selection, steps, differences);
        twin.ifPresent(result -> {
            compareFills(result.fills(), steps, differences);
            compareEquity(result, steps, differences);
        });
        boolean parity = differences.isEmpty();
        account.ifPresent(differences::addFirst);
        int more = differences.size() - TOLD_AT_MOST;
        if (more > 0) {
            differences.subList(TOLD_AT_MOST, differences.size()).clear();
            differences.add("and " + more + " more");
        }
        return new Reconciliation(steps.size(), account.isEmpty(), parity, differences);
    }

    private static void compareBars(Selection selection, List<BotStep> steps, List<String> differences) {
        BarSeries stored = selection.range();
        if (stored.size() != steps.size()) {
            differences.add("the store has " + stored.size() + " bars for " + steps.size() + " steps");
            return;
        }
        for (int i = 0; i < stored.size(); i++) {
            if (!stored.bar(i).equals(steps.get(i).bar())) {
                differences.add("data revision: recorded " + steps.get(i).bar() + ", stored " + stored.bar(i));
            }
        }
    }

    private static void compareFills(List<Fill> twin, List<BotStep> steps, List<String> differences) {
        List<Fill> recorded =
                steps.stream().flatMap(step -> step.fills().stream()).toList();
        for (int i = 0; i < Math.max(recorded.size(), twin.size()); i++) {
            String ours = i < recorded.size() ? recorded.get(i).toString() : "nothing";
            String theirs = i < twin.size() ? twin.get(i).toString() : "nothing";
            if (!ours.equals(theirs)) {
                differences.add("fill " + i + ": recorded " + ours + ", twin " + theirs);
            }
        }
    }

    private static void compareEquity(BacktestResult twin, List<BotStep> steps, List<String> differences) {
        for (int i = 0; i < Math.min(steps.size(), twin.equity().size()); i++) {
            if (steps.get(i).equity() != twin.equity().value(i)) {
                differences.add("equity at the bar of "
                        + Instant.ofEpochMilli(steps.get(i).bar().openTime()) + ": recorded "
                        + steps.get(i).equity() + ", twin " + twin.equity().value(i));
            }
        }
    }
}
