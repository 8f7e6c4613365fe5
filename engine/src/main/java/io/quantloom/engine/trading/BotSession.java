package io.quantloom.engine.trading;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.execution.TradingKernel;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.MarketDataFeed;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.time.Instant;
import java.util.Optional;

/** A running session: takes the next bar of the feed, trades it, writes the step. Used by one thread. */
final class BotSession implements AutoCloseable {

    private static final String PAUSED = "paused: ";

    private final ActiveBot bot;
    private final TradingKernel kernel;
    private final BotDecider decider;
    private final MarketDataFeed feed;
    private final BotStore store;
    private final Events events;
    private final String name;
    private final long last;
    private long sequence;

    /**
     * Warms the decider up, on the history before the session and on the recorded bars, and goes on after them.
     *
     * @param last open time of the last bar that is known, for progress only
     */
    BotSession(
            ActiveBot bot,
            RecordedAccount account,
            BotDecider decider,
            MarketDataFeed feed,
            long last,
            BotStore store,
            Events events) {
        this.bot = bot;
        this.kernel = account.kernel();
        this.decider = decider;
        this.feed = feed;
        this.last = last;
        this.sequence = account.bars().size();
        this.store = store;
        this.events = events;
        this.name = bot.bot().spec().name();
        BarSeries known = feed.history();
        int before = known.firstAtOrAfter(bot.bot().from().toEpochMilli());
        decider.begin(known.slice(0, before), account.bars());
    }

    /** {@return whether a decision was made by a person and not by the strategy} */
    static boolean isByPerson(Decision decision) {
        return decision.equals(Decision.FLATTEN) || decision.reason().startsWith(PAUSED);
    }

    /** Waits for the next bar and trades it; false when there is none or the work was canceled. */
    boolean next(JobContext context) {
        Optional<Bar> closed = feed.next(context);
        if (closed.isEmpty()) {
            return false;
        }
        Bar bar = closed.get();
        kernel.settle(bar);
        Decision decision = kernel.isRuined() ? Decision.NONE : decide(bar);
        kernel.decide(decision);
        var step = new BotStep(
                name,
                sequence++,
                bar,
                kernel.fillsOfBar(),
                kernel.balance(),
                kernel.equity(),
                kernel.units(),
                kernel.entryPrice(),
                decision,
                decider.model());
        store.append(step);
        bot.note(decider.note());
        events.publish(step);
        context.report(progress(bar.openTime()));
        return true;
    }

    private Progress progress(long time) {
        String stage = "bar of " + Instant.ofEpochMilli(time);
        long first = bot.bot().from().toEpochMilli();
        return last > first
                ? new Progress(stage, Math.clamp((double) (time - first) / (last - first), 0, 1))
                : new Progress(stage, Double.NaN);
    }

    boolean isRuined() {
        return kernel.isRuined();
    }

    @Override
    public void close() {
        feed.close();
        decider.close();
    }

    // The strategy sees every bar, paused or not, so that it is warm when it decides again.
    private Decision decide(Bar bar) {
        Decision wanted = decider.onClose(bar, kernel.held());
        if (bot.takeFlatten()) {
            return Decision.FLATTEN;
        }
        return bot.isPaused()
                ? new Decision(Target.HOLD, wanted.probability(), Double.NaN, Double.NaN, PAUSED + wanted.reason())
                : wanted;
    }
}
