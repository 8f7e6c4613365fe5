package io.quantloom.engine.trading;

import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;

/**
 * What the store knows of a bot beside its steps. Immutable.
 *
 * @param spec how it trades
 * @param specText the bot file, as it was given
 * @param series the bars it trades
 * @param from open time of the first bar of the session
 * @param state how it stands
 * @param note why it stands so: a halt's reason, a version it does not follow; empty otherwise
 * @param changed when the state was set
 */
public record BotRecord(
        BotSpec spec, String specText, SeriesKey series, Instant from, State state, String note, Instant changed) {

    /** How a bot stands. */
    public enum State {
        /** Takes bars and decides. */
        RUNNING,
        /** Takes bars, keeps its position, opens none. */
        PAUSED,
        /** Takes no bars. */
        STOPPED,
        /** Stopped by a fault; its account is kept. */
        HALTED,
        /** Replayed all bars there are. */
        ENDED
    }
}
