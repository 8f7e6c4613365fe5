package io.quantloom.engine.trading;

import io.quantloom.engine.base.Event;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.strategy.Decision;
import java.util.List;

/**
 * One closed bar in the life of a bot: what was filled in it, what the account is worth after it, and what was decided at
 * its close. The account is the fold of its steps. Immutable.
 *
 * @param bot name of the bot
 * @param sequence counts from 0 within the session
 * @param bar the bar that closed
 * @param fills what happened in it
 * @param balance cash after it
 * @param equity balance and unrealised profit after it
 * @param units position after it, negative when short
 * @param entryPrice of the position; NaN when flat
 * @param decision at its close
 * @param model the version that decided, for example {@code btc-hourly/3}; empty for a strategy without a model
 */
public record BotStep(
        String bot,
        long sequence,
        Bar bar,
        List<Fill> fills,
        double balance,
        double equity,
        double units,
        double entryPrice,
        Decision decision,
        String model)
        implements Event {

    /** Copies the list. */
    public BotStep {
        fills = List.copyOf(fills);
    }
}
