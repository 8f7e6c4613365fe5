package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.fast.FastMarket;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;

/**
 * The bars in sample, or those out of it: each is a backtest of its own, as if it had been asked for with {@code data.from}
 * and {@code data.to}.
 *
 * @param from index of its first bar in the range
 * @param to index behind its last bar
 */
record GridPart(int from, int to, FastMarket market, FundingRates funding) {

    BarSeries bars() {
        return market.bars();
    }
}
