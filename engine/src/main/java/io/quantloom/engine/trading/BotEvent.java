package io.quantloom.engine.trading;

import io.quantloom.engine.base.Event;

/** Something happened to a bot beside its steps, which are events themselves. */
public sealed interface BotEvent extends Event {

    /** {@return the bot as it is now} */
    BotRecord bot();

    /** A session began, or its state or note changed. */
    record Changed(BotRecord bot) implements BotEvent {}
}
