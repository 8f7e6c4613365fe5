package io.quantloom.ui;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.ui.task.TaskRunner;
import java.util.function.Supplier;

/**
 * What screens ask the engine to do.
 *
 * @param imports reads files of bars
 * @param sample makes the sample market
 * @param deleteSeries removes a series
 * @param backtests opens recorded backtests
 * @param checklist reads how far the first-run steps are
 * @param loop the whole loop on the sample market
 */
public record UseCases(
        ImportBars imports,
        MakeSampleMarket sample,
        DeleteSeries deleteSeries,
        LoadBacktest backtests,
        Supplier<Checklist> checklist,
        TaskRunner.Work<?> loop) {}
