package io.quantloom.engine.trading;

import io.quantloom.engine.backtest.SelectBars;
import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ModelSource;
import io.quantloom.engine.strategy.MakeStrategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.trading.BotRecord.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Begins a new session of a bot: checks everything that can be checked before the first bar, and writes the bot down. Its
 * steps of an earlier session are forgotten. {@link RunBot} then runs it.
 */
public final class StartBot {

    private final TradingStores stores;
    private final ModelSource models;
    private final MakeStrategy strategies;
    private final ActiveBots active;
    private final Events events;
    private final InstantSource clock;

    /** Takes its ports, without custom strategies. */
    public StartBot(TradingStores stores, ModelSource models, ActiveBots active, Events events, InstantSource clock) {
        this(stores, models, MakeStrategy.builtIn(), active, events, clock);
    }

    /** Takes its ports. */
    public StartBot(
            TradingStores stores,
            ModelSource models,
            MakeStrategy strategies,
            ActiveBots active,
            Events events,
            InstantSource clock) {
        this.stores = stores;
        this.models = models;
        this.strategies = strategies;
        this.active = active;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins the session. It starts at {@code data.from}; without one a model starts with the first bar after those it was
     * trained on, a rule with the first bar there is.
     *
     * <p>CONFLICT while the bot runs, MISSING_DATA for an unknown symbol or model or an empty range, INVALID when several
     * series fit, when the version is not gated and the bot does not accept that, or when it cannot be traded so.
     *
     * @param specText the bot file, as it was given
     */
    public Outcome<BotRecord> run(BotSpec spec, String specText) {
        return new SelectBars(stores.bars())
                .run(spec.data())
                .then(selection -> firstBar(spec, selection)
                        .then(from -> begin(new BotRecord(
                                spec, specText, selection.series().key(), from, State.RUNNING, "", clock.instant()))));
    }

    private Outcome<BotRecord> begin(BotRecord bot) {
        // Holding the name keeps a running session from losing its steps under its feet.
        return active.enter(bot).map(_ -> {
            try {
                stores.bots().begin(bot);
            } finally {
                active.leave(bot.spec().name());
            }
            events.publish(new BotEvent.Changed(bot));
            return bot;
        });
    }

    private Outcome<Instant> firstBar(BotSpec spec, Selection selection) {
        Instant first = Instant.ofEpochMilli(selection.series().openTime(selection.from()));
        return switch (spec.strategy()) {
            case StrategySpec.Rule rule -> strategies.run(rule).map(_ -> first);
            case StrategySpec.Model wanted ->
                FollowedModel.open(spec, wanted, models, strategies, stores.registry())
                        .then(followed -> {
                            try (followed) {
                                Optional<ModelCard> card = followed.tradable().modelCard();
                                return spec.data().from().isPresent() || card.isEmpty()
                                        ? Outcome.success(first)
                                        : firstUnseen(selection.series(), card.get());
                            }
                        });
        };
    }

    private static Outcome<Instant> firstUnseen(BarSeries series, ModelCard card) {
        int unseen = series.firstAtOrAfter(card.trainedTo().toEpochMilli() + 1);
        if (unseen < series.size()) {
            return Outcome.success(Instant.ofEpochMilli(series.openTime(unseen)));
        }
        return Outcome.failed(Failure.of(
                Reason.NOT_APPLICABLE,
                "bars after " + card.trainedTo() + ", the last one the model was trained on",
                "none in " + series.key(),
                "data.from",
                "import newer data, or name data.from to trade bars it knows"));
    }
}
