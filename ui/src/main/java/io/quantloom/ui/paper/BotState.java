package io.quantloom.ui.paper;

import io.quantloom.engine.trading.BotRecord;

/** How a bot stands, as the screen tells it. */
public enum BotState {
    /** Takes bars and decides. */
    RUNNING,
    /** Takes bars, keeps its position, opens none. */
    PAUSED,
    /** Takes no bars. */
    STOPPED,
    /** Stopped by a fault. */
    HALTED,
    /** Replayed all bars there are. */
    ENDED;

    static BotState of(BotRecord.State state) {
        return switch (state) {
            case RUNNING -> RUNNING;
            case PAUSED -> PAUSED;
            case STOPPED -> STOPPED;
            case HALTED -> HALTED;
            case ENDED -> ENDED;
        };
    }

    /** {@return whether it takes bars} */
    public boolean isAlive() {
        return this == RUNNING || this == PAUSED;
    }
}
