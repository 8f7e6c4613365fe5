package io.quantloom.ui.home;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.ui.task.TaskRunner;
import java.util.function.Supplier;

/**
 * What the Home screen needs of the engine.
 *
 * @param bars where series live
 * @param runs where runs live
 * @param registry where models live
 * @param bots where bots live
 * @param backtests opens recorded backtests
 * @param deleteSeries removes a series
 * @param tour the first-run loop
 */
public record HomePorts(
        BarStore bars,
        RunStore runs,
        RegistryStore registry,
        BotStore bots,
        LoadBacktest backtests,
        DeleteSeries deleteSeries,
        Tour tour) {

    /**
     * The first-run loop.
     *
     * @param checklist reads from the store how far its steps are
     * @param loop does all of it on the sample market
     */
    public record Tour(Supplier<Checklist> checklist, TaskRunner.Work<?> loop) {}
}
