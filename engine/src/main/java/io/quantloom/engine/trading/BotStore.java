package io.quantloom.engine.trading;

import java.util.List;
import java.util.Optional;

/**
 * Where bots live. Fills are journaled and forced to disk before {@link #append} returns, with every step before them. The
 * last steps without fills, as far as they were appended within one second, may be lost by a {@code kill -9}: the bot
 * decides them again.
 * Implementations are safe for use by several threads.
 */
public interface BotStore {

    /** {@return all bots, ascending by name} */
    List<BotRecord> bots();

    /** {@return the bot with the name} */
    Optional<BotRecord> bot(String name);

    /** Writes a bot in place of the one with its name; its steps stay. */
    void save(BotRecord bot);

    /** Begins a new session: forgets the bot's steps and writes the bot. */
    void begin(BotRecord bot);

    /**
     * Adds a step.
     *
     * @throws IllegalArgumentException if there is no such bot or the sequence is not the next
     */
    void append(BotStep step);

    /** {@return the steps from the sequence on, ascending} */
    List<BotStep> steps(String bot, long fromSequence);

    /** {@return the number of steps} */
    long stepCount(String bot);
}
