package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.backtest.SimulateBacktest;
import io.quantloom.engine.backtest.fast.FastMarket;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import java.util.Optional;

/**
 * The bars in sample, or those out of it: each is a backtest of its own, as if it had been asked for with {@code data.from}
 * and {@code data.to}.
 *
 * @param from index of its first bar in the range
 * @param to index behind its last bar
 * @param finer bars of a shorter timeframe, where a combination asks for them and there are any
 */
record GridPart(int from, int to, FastMarket market, FundingRates funding, Optional<BarSeries> finer) {

    /** How the kernel trades the combination of the specification here. */
    SimulateBacktest kernel(BacktestSpec spec) {
        var kernel = new SimulateBacktest(
                spec.execution(),
                spec.finalization(),
                market.instrument(),
                funding,
                spec.strategy().ownCooldownBars());
        return spec.execution().matching().intrabar() == Matching.Intrabar.FINER && finer.isPresent()
                ? kernel.resolvedWith(finer.get())
                : kernel;
    }

    BarSeries bars() {
        return market.bars();
    }
}
