package io.quantloom.engine.trading;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.MarketDataFeed;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.custom.StrategyFault;
import io.quantloom.engine.trading.BotRecord.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Runs a bot's session until its bars end, somebody stops it, or a fault halts it. A session that has steps goes on after
 * the last one: its account is rebuilt by feeding the recorded bars and decisions to a fresh kernel, whose fills must be
 * the recorded ones, or else the bot is halted and nothing is traded.
 *
 * <p>At each bar, in this order: the kernel settles it, the decision at its close is made, the step is written, then told
 * to the {@link Events} hub as a {@link BotStep}. A paused bot keeps its position and opens none; stops and takes that
 * stand in the market stay. What is recorded as the decision is what the account acts on, pauses and wishes of people
 * included.
 */
public final class RunBot {

    private final TradingStores stores;
    private final ModelSource models;
    private final MakeStrategy strategies;
    private final ActiveBots active;
    private final Events events;

    /** Takes its ports, without custom strategies. */
    public RunBot(TradingStores stores, ModelSource models, ActiveBots active, Events events) {
        this(stores, models, MakeStrategy.builtIn(), active, events);
    }

    /** Takes its ports. */
    public RunBot(TradingStores stores, ModelSource models, MakeStrategy strategies, ActiveBots active, Events events) {
        this.stores = stores;
        this.models = models;
        this.strategies = strategies;
        this.active = active;
        this.events = events;
    }

    /**
     * Runs the session of a bot that {@link StartBot} began.
     *
     * @param feeds where its bars come from
     * @return the bot as it ended: ENDED when there are no more bars, STOPPED when somebody asked; canceled when the
     *     context was, which also leaves it STOPPED. Failed and HALTED when the recorded account does not come out, the
     *     model cannot be loaded, the account is ruined or the store fails; MISSING_DATA for an unknown bot; CONFLICT when
     *     it runs already
     */
    public Outcome<BotRecord> run(String name, FeedSource feeds, JobContext context) {
        Optional<BotRecord> known = stores.bots().bot(name);
        if (known.isEmpty()) {
            return Outcome.failed(ActiveBots.unknown(stores.bots(), name));
        }
        return active.enter(known.get()).then(bot -> {
            try {
                return guarded(bot, feeds, context);
            } finally {
                active.leave(name);
            }
        });
    }

    // The border at which a fault inside one session ends: the account is kept, the process lives.
    private Outcome<BotRecord> guarded(ActiveBot bot, FeedSource feeds, JobContext context) {
        try {
            return session(bot, feeds, context).then(session -> trade(bot, session, context));
        } catch (StoreException e) {
            halt(bot, e.failure().sentence(), e);
            return Outcome.failed(e.failure());
        } catch (StrategyFault e) {
            halt(bot, e.failure().sentence(), e);
            return Outcome.failed(e.failure());
        } catch (RuntimeException e) {
            halt(bot, "a fault stopped it: " + e, e);
            throw e;
        }
    }

    private Outcome<BotRecord> trade(ActiveBot bot, BotSession session, JobContext context) {
        try (session) {
            JobContext stoppable = new StoppableContext(context, bot);
            bot.change(ActiveBot.wasPaused(bot.bot()) ? State.PAUSED : State.RUNNING, "");
            while (!bot.isStopRequested() && session.next(stoppable)) {
                if (session.isRuined()) {
                    return halted(bot, ruined(bot.bot()));
                }
            }
            if (context.isCanceled()) {
                bot.end(State.STOPPED);
                return Outcome.canceled();
            }
            return Outcome.success(bot.end(bot.isStopRequested() ? State.STOPPED : State.ENDED));
        }
    }

    private Outcome<BotSession> session(ActiveBot active, FeedSource feeds, JobContext context) {
        BotRecord bot = active.bot();
        Optional<Instrument> instrument = stores.bars().instrument(bot.series().symbol());
        if (instrument.isEmpty()) {
            return halted(
                    active,
                    Failure.of(
                            Reason.MISSING_DATA,
                            "the instrument " + bot.series().symbol(),
                            "none in the store",
                            "bot " + bot.spec().name(),
                            "import its data again"));
        }
        FundingRates funding = stores.bars().funding(bot.series().symbol());
        List<BotStep> steps = stores.bots().steps(bot.spec().name(), 0);
        context.report(new Progress("rebuild the account", Double.NaN));
        RecordedAccount account = RecordedAccount.of(bot, instrument.get(), funding, steps);
        if (account.difference().isPresent()) {
            return halted(
                    active,
                    Failure.of(
                            Reason.CONFLICT,
                            "the recorded steps to give the recorded account",
                            account.difference().get(),
                            "bot " + bot.spec().name(),
                            "begin a new session; the recorded one is kept until then"));
        }
        if (account.kernel().isRuined()) {
            return halted(active, ruined(bot));
        }
        Outcome<BotSession> session = decider(bot).then(decider -> open(active, account, decider, feeds));
        return session instanceof Outcome.Failed<BotSession>(var failure) ? halted(active, failure) : session;
    }

    private Outcome<BotSession> open(ActiveBot active, RecordedAccount account, BotDecider decider, FeedSource feeds) {
        BotRecord bot = active.bot();
        Outcome<BotSession> session = feed(bot, feeds, account.bars())
                .map(feed -> new BotSession(active, account, decider, feed, lastKnown(bot), stores.bots(), events));
        if (!(session instanceof Outcome.Success)) {
            decider.close();
        }
        return session;
    }

    private long lastKnown(BotRecord bot) {
        long stored = stores.bars().catalog().stream()
                .filter(entry -> entry.key().equals(bot.series()))
                .mapToLong(entry -> entry.last().toEpochMilli())
                .findFirst()
                .orElse(Long.MIN_VALUE);
        return bot.spec()
                .data()
                .to()
                .map(to -> Math.min(stored, to.toEpochMilli()))
                .orElse(stored);
    }

    private Outcome<BotDecider> decider(BotRecord bot) {
        return switch (bot.spec().strategy()) {
            case StrategySpec.Rule rule -> strategies.run(rule).map(BotDecider::ofRule);
            case StrategySpec.Model wanted ->
                FollowedModel.open(bot.spec(), wanted, models, strategies, stores.registry())
                        .map(model -> model);
        };
    }

    private static Outcome<MarketDataFeed> feed(BotRecord bot, FeedSource feeds, List<Bar> recorded) {
        Instant from = recorded.isEmpty()
                ? bot.from()
                : Instant.ofEpochMilli(recorded.getLast().openTime() + 1);
        return feeds.open(
                new FeedSource.Request(bot.series(), from, bot.spec().data().to()));
    }

    private static Failure ruined(BotRecord bot) {
        return Failure.of(
                Reason.NOT_APPLICABLE,
                "equity above zero",
                "a ruined account",
                "bot " + bot.spec().name(),
                "begin a new session");
    }

    private static <T> Outcome<T> halted(ActiveBot bot, Failure failure) {
        bot.change(State.HALTED, failure.sentence());
        return Outcome.failed(failure);
    }

    private static void halt(ActiveBot bot, String why, RuntimeException fault) {
        try {
            bot.change(State.HALTED, why);
        } catch (StoreException e) {
            // The store that failed is the one that should remember it: the first fault is the one to tell.
            fault.addSuppressed(e);
        }
    }
}
