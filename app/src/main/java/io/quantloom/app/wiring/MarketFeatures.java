package io.quantloom.app.wiring;

import io.quantloom.engine.market.FindSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;

/** The use cases of market data. */
public record MarketFeatures(ImportBars importBars, MakeSampleMarket makeSampleMarket, FindSeries findSeries) {}
