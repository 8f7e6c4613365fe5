package io.quantloom.app.wiring;

import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.FindSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SetCalendar;
import io.quantloom.engine.registry.FindSeriesUses;

/** The use cases of market data. */
public record MarketFeatures(
        ImportBars importBars,
        MakeSampleMarket makeSampleMarket,
        FindSeries findSeries,
        SetCalendar setCalendar,
        DeleteSeries deleteSeries,
        FindSeriesUses findSeriesUses) {}
