package io.quantloom.engine.trading;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.MarketDataFeed;
import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;
import java.util.Optional;

/** Where a bot's bars come from: a replay of stored ones, or later a vendor that is polled. */
@FunctionalInterface
public interface FeedSource {

    /** Opens a feed. MISSING_DATA when there is no such series, UNAVAILABLE when a vendor does not answer. */
    Outcome<MarketDataFeed> open(Request request);

    /**
     * Which bars. Immutable.
     *
     * @param series which series
     * @param from open time of the first bar to give, inclusive; what opened before it is the feed's history
     * @param to open time of the last bar to give, inclusive; empty: as long as there are bars
     */
    record Request(SeriesKey series, Instant from, Optional<Instant> to) {}
}
