package io.quantloom.engine.strategy;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.ServedModel;
import io.quantloom.engine.model.ServedStrategy;
import io.quantloom.engine.model.ServedVersion;
import io.quantloom.engine.strategy.TradableModel.LabelExits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registered version ready to become a {@link Strategy}: a model, or a strategy without one. Closing it frees it. */
public sealed interface TradableVersion extends AutoCloseable permits TradableModel, TradableStrategy {

    /**
     * Makes a served version ready to trade. Takes it over: it is closed here when this fails. Fails as
     * {@link TradableModel#of} and {@link TradableStrategy#of} do.
     */
    static Outcome<TradableVersion> of(
            ServedVersion served, StrategySpec.Model wanted, LabelExits exits, MakeStrategy strategies) {
        return switch (served) {
            case ServedModel model -> TradableModel.of(model, wanted, exits).map(ready -> ready);
            case ServedStrategy strategy ->
                TradableStrategy.of(strategy, wanted, exits, strategies).map(ready -> ready);
        };
    }

    /** {@return name and version, for example {@code btc-hourly/3}} */
    String version();

    /** {@return whether its gates were run and passed} */
    boolean isGated();

    /** {@return the card of the model; empty for a strategy without one} */
    Optional<ModelCard> modelCard();

    /** {@return open time of the last bar it was trained or tried on} */
    Instant knownTo();

    /** {@return what else the record of a run says of it, by the keys of a run's params} */
    Map<String, String> provenance();

    /**
     * Returns the strategy over known bars.
     *
     * @param bars the series from its beginning to the last bar to be traded
     * @param from index of the first bar that will be handed to the strategy
     */
    Outcome<Strategy> over(BarSeries bars, int from, JobContext context);

    /**
     * Returns the strategy over bars to come.
     *
     * @param history the series from its beginning to the bar before the session; a strategy without a model warms up
     *     inside the session, as in a backtest, and does not look at it
     * @param session the bars of the session so far
     */
    Outcome<Strategy> resume(BarSeries history, List<Bar> session);

    @Override
    void close();
}
