package io.quantloom.ui.paper;

import io.quantloom.engine.trading.BotStep;
import java.util.List;

/** The open bot and what is drawn of it. */
public final class BotPage {

    private final BotSnapshot snapshot;
    private final OpenBot bot;
    private final List<BotStep> first;

    /** Takes the steps that were read when the bot was opened; none later. */
    BotPage(OpenBot bot, List<BotStep> first) {
        this.snapshot = bot.snapshot();
        this.bot = bot;
        this.first = List.copyOf(first);
    }

    /** {@return the bot after its newest bar} */
    public BotSnapshot snapshot() {
        return snapshot;
    }

    OpenBot bot() {
        return bot;
    }

    List<BotStep> first() {
        return first;
    }
}
