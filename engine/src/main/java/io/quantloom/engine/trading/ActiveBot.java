package io.quantloom.engine.trading;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.trading.BotRecord.State;
import java.time.InstantSource;

/** A bot whose session runs in this process: its record, and what people asked of it. Safe for use by several threads. */
final class ActiveBot {

    private static final String PAUSED_NOTE = "paused when it ended.";

    private final BotStore store;
    private final Events events;
    private final InstantSource clock;
    private BotRecord bot;
    private boolean flatten;
    private boolean stop;

    ActiveBot(BotRecord bot, BotStore store, Events events, InstantSource clock) {
        this.bot = bot;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    synchronized BotRecord bot() {
        return bot;
    }

    synchronized boolean isPaused() {
        return bot.state() == State.PAUSED;
    }

    synchronized boolean isStopRequested() {
        return stop;
    }

    /** {@return whether somebody asked to go flat since the last time this was asked} */
    synchronized boolean takeFlatten() {
        boolean asked = flatten;
        flatten = false;
        return asked;
    }

    BotRecord pause() {
        return change(State.PAUSED, bot().note());
    }

    BotRecord resume() {
        synchronized (this) {
            flatten = false;
        }
        return change(State.RUNNING, bot().note());
    }

    BotRecord flatten() {
        synchronized (this) {
            flatten = true;
        }
        return change(State.PAUSED, bot().note());
    }

    BotRecord stop() {
        synchronized (this) {
            stop = true;
        }
        return bot();
    }

    /** Sets the state of a session that is over; a pause is remembered in the note. */
    BotRecord end(State state) {
        BotRecord last = bot();
        boolean remember = last.state() == State.PAUSED;
        return change(state, remember ? PAUSED_NOTE + " " + last.note() : last.note());
    }

    /** {@return whether the session was paused when it ended, or when its process did} */
    static boolean wasPaused(BotRecord bot) {
        return bot.state() == State.PAUSED || bot.note().startsWith(PAUSED_NOTE);
    }

    /** Sets the note and keeps the state. */
    void note(String note) {
        if (!bot().note().equals(note)) {
            change(bot().state(), note);
        }
    }

    /** Sets state and note, writes them and tells of them; nothing happens when both are set already. */
    BotRecord change(State state, String note) {
        BotRecord changed;
        synchronized (this) {
            if (bot.state() == state && bot.note().equals(note)) {
                return bot;
            }
            changed = new BotRecord(bot.spec(), bot.specText(), bot.series(), bot.from(), state, note, clock.instant());
            store.save(changed);
            bot = changed;
        }
        events.publish(new BotEvent.Changed(changed));
        return changed;
    }
}
