package io.quantloom.engine.trading;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.trading.BotRecord.State;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The bots whose sessions run in this process; one instance a workspace. */
public final class ActiveBots implements BotControl {

    private final BotStore store;
    private final Events events;
    private final InstantSource clock;
    private final Map<String, ActiveBot> active = new TreeMap<>();

    /** Takes where bots live and whom to tell. */
    public ActiveBots(BotStore store, Events events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** {@return names of the bots whose sessions run here, ascending} */
    public synchronized List<String> names() {
        return List.copyOf(active.keySet());
    }

    @Override
    public Outcome<BotRecord> pause(String bot) {
        return ask(bot, ActiveBot::pause);
    }

    @Override
    public Outcome<BotRecord> resume(String bot) {
        return ask(bot, ActiveBot::resume);
    }

    @Override
    public Outcome<BotRecord> flatten(String bot) {
        return ask(bot, ActiveBot::flatten);
    }

    /** Stops the session; a bot that a dead process left running is set to stopped. */
    @Override
    public Outcome<BotRecord> stop(String bot) {
        if (find(bot).isEmpty()) {
            Optional<BotRecord> left = store.bot(bot).filter(known -> isLive(known.state()));
            if (left.isPresent()) {
                return Outcome.success(
                        new ActiveBot(left.get(), store, events, clock).change(State.STOPPED, "its process had ended"));
            }
        }
        return ask(bot, ActiveBot::stop);
    }

    /** Registers a session; CONFLICT when the bot has one already. */
    synchronized Outcome<ActiveBot> enter(BotRecord bot) {
        String name = bot.spec().name();
        if (active.containsKey(name)) {
            return Outcome.failed(Failure.of(
                    Reason.CONFLICT,
                    "one session of bot " + name + " at a time",
                    "one that is running",
                    "bot " + name,
                    "stop it first"));
        }
        var entered = new ActiveBot(bot, store, events, clock);
        active.put(name, entered);
        return Outcome.success(entered);
    }

    synchronized void leave(String name) {
        active.remove(name);
    }

    private synchronized Optional<ActiveBot> find(String name) {
        return Optional.ofNullable(active.get(name));
    }

    private Outcome<BotRecord> ask(String name, Function<ActiveBot, BotRecord> wish) {
        Optional<ActiveBot> bot = find(name);
        if (bot.isPresent()) {
            return Outcome.success(wish.apply(bot.get()));
        }
        return Outcome.failed(store.bot(name).map(ActiveBots::notRunning).orElseGet(() -> unknown(store, name)));
    }

    static Failure unknown(BotStore store, String name) {
        List<String> known = store.bots().stream().map(bot -> bot.spec().name()).toList();
        return Failure.of(
                Reason.MISSING_DATA,
                "a bot named " + name,
                known.isEmpty() ? "no bot at all" : "only " + String.join(", ", known),
                "bots",
                "check the name or start the bot from its file");
    }

    private static Failure notRunning(BotRecord bot) {
        return Failure.of(
                Reason.NOT_APPLICABLE,
                "a running bot",
                bot.spec().name() + ", which is " + bot.state().name().toLowerCase(Locale.ROOT),
                "bot " + bot.spec().name(),
                "start it first");
    }

    private static boolean isLive(State state) {
        return state == State.RUNNING || state == State.PAUSED;
    }
}
