package io.quantloom.engine.market;

import io.quantloom.engine.base.JobContext;
import java.util.Optional;

/**
 * Closed bars of one series as they become known, oldest first, each exactly once. A replaying implementation paces
 * stored bars; a polling one waits for a vendor. Used by one thread.
 */
public interface MarketDataFeed extends AutoCloseable {

    /** {@return the bars that were known before the first one {@link #next} gives; for warm-up} */
    BarSeries history();

    /**
     * Waits for the next closed bar.
     *
     * @return empty when the feed has ended or the work was canceled
     */
    Optional<Bar> next(JobContext context);

    @Override
    void close();
}
