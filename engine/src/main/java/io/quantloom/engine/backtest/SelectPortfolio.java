package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.SelectBars.Selection;
import io.quantloom.engine.backtest.portfolio.PortfolioMarket;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the stored bars of the symbols of a portfolio. */
final class SelectPortfolio {

    private final BarStore store;

    SelectPortfolio(BarStore store) {
        this.store = store;
    }

    /**
     * Returns the bars of the range for each symbol. Fails as {@link SelectBars} does for the first that cannot be had, and as
     * {@link PortfolioMarket#of} does.
     *
     * @param range of which the symbol is not looked at
     */
    Outcome<PortfolioMarket> run(List<Symbol> symbols, DataRange range, ExecutionSpec execution) {
        boolean resolves = execution.matching().intrabar() == Matching.Intrabar.FINER;
        Outcome<List<PortfolioMarket.Part>> parts = Outcome.success(new ArrayList<>());
        for (Symbol symbol : symbols) {
            var one = new DataRange(symbol, range.timeframe(), range.source(), range.from(), range.to());
            parts = parts.then(before -> new SelectBars(store)
                    .run(one)
                    .then(selection -> finer(selection, resolves).map(finer -> {
                        before.add(PortfolioMarket.part(selection, store.funding(symbol), finer));
                        return before;
                    })));
        }
        return parts.then(PortfolioMarket::of);
    }

    private Outcome<Optional<BarSeries>> finer(Selection selection, boolean resolves) {
        return resolves
                ? new SelectBars(store).finer(selection.series().key()).map(Optional::of)
                : Outcome.success(Optional.empty());
    }
}
