package io.quantloom.engine.trading;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.MarketDataFeed;
import io.quantloom.engine.market.Pause;
import io.quantloom.engine.market.ReplayFeed;
import java.time.Instant;
import java.util.Optional;

/** Replays stored bars at one speed. */
public final class ReplayFeeds implements FeedSource {

    private final BarStore bars;
    private final double speed;
    private final Pause pause;

    /**
     * Takes where bars are and how fast to tell them.
     *
     * @param speed how many times as fast as life, above zero; {@link ReplayFeed#MAX_SPEED} for no waiting
     * @param pause how to wait between bars; it must notice a cancellation within a second
     */
    public ReplayFeeds(BarStore bars, double speed, Pause pause) {
        this.bars = bars;
        this.speed = speed;
        this.pause = pause;
    }

    @Override
    public Outcome<MarketDataFeed> open(Request request) {
        Optional<BarSeries> series = bars.load(request.series());
        if (series.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "the stored series " + request.series(),
                    "nothing under its name",
                    "bot",
                    "import the data again or start the bot on another series"));
        }
        Instant last = Instant.ofEpochMilli(series.get().openTime(series.get().size() - 1));
        Instant to = request.to().filter(last::isAfter).orElse(last);
        return Outcome.success(new ReplayFeed(series.get(), request.from(), to, speed, pause));
    }
}
