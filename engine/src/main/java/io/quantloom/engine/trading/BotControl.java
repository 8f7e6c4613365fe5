package io.quantloom.engine.trading;

import io.quantloom.engine.base.Outcome;

/** What a person can ask of a running bot; carried out at its next bar. Safe for use by several threads. */
public interface BotControl {

    /** Keeps the position, opens none. */
    Outcome<BotRecord> pause(String bot);

    /** Decides again. */
    Outcome<BotRecord> resume(String bot);

    /** Closes the position at the next open and pauses. */
    Outcome<BotRecord> flatten(String bot);

    /** Takes no more bars; the session can be continued later. */
    Outcome<BotRecord> stop(String bot);
}
