package io.quantloom.ui.market;

import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;

/**
 * What the Data screen needs of the engine.
 *
 * @param bars where series live
 * @param imports reads files
 * @param sample makes the sample market
 * @param delete removes a series
 * @param runs tells which runs used a series
 */
public record MarketPorts(
        BarStore bars, ImportBars imports, MakeSampleMarket sample, DeleteSeries delete, RunStore runs) {}
