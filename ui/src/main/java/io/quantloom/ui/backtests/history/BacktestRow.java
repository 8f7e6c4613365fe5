package io.quantloom.ui.backtests.history;

/**
 * A recorded backtest as the selector shows it. Immutable; equal when it is the same run.
 *
 * @param id identifier of the run
 * @param name of the run
 * @param symbol the instrument, empty when nobody said
 * @param origin {@code backtest} for one a person ran, {@code factory} for one of a factory run
 * @param started epoch milliseconds UTC
 * @param totalReturn a fraction, NaN when unknown
 * @param sharpe NaN when unknown
 * @param trades NaN when unknown
 */
public record BacktestRow(
        String id,
        String name,
        String symbol,
        String origin,
        long started,
        double totalReturn,
        double sharpe,
        double trades) {

    @Override
    public boolean equals(Object other) {
        return other instanceof BacktestRow row && row.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
