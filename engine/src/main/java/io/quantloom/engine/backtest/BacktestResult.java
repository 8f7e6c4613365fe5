package io.quantloom.engine.backtest;

import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.Statistics;
import io.quantloom.engine.portfolio.RoundTrip;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a backtest gave. Immutable.
 *
 * @param run the run it is recorded as; empty while it is not
 * @param title for people, for example {@code "sma-cross 10/20 long-short"}
 * @param series the bars used
 * @param statistics the table of contracts.md
 * @param trades finished trades, by exit time
 * @param fills in the order they happened
 * @param equity marked at every bar
 * @param certificate whether the fast path gives the same
 * @param outOfSampleFrom open time of the first bar the strategy was not fitted on; empty when nothing was fitted
 * @param synthetic why the prices are not real; empty for real ones
 * @param detail what a backtest of its kind gives beside the rest; empty for a plain one
 */
public record BacktestResult(
        Optional<RunId> run,
        String title,
        SeriesKey series,
        Statistics statistics,
        List<RoundTrip> trades,
        List<Fill> fills,
        EquityCurve equity,
        Certificate certificate,
        OptionalLong outOfSampleFrom,
        Optional<String> synthetic,
        Optional<BacktestDetail> detail) {

    /** Copies the lists. */
    public BacktestResult {
        trades = List.copyOf(trades);
        fills = List.copyOf(fills);
    }

    /** Returns the result of a plain backtest. */
    public BacktestResult(
            Optional<RunId> run,
            String title,
            SeriesKey series,
            Statistics statistics,
            List<RoundTrip> trades,
            List<Fill> fills,
            EquityCurve equity,
            Certificate certificate,
            OptionalLong outOfSampleFrom,
            Optional<String> synthetic) {
        this(
                run,
                title,
                series,
                statistics,
                trades,
                fills,
                equity,
                certificate,
                outOfSampleFrom,
                synthetic,
                Optional.empty());
    }

    /** Returns this result as the record of a run. */
    public BacktestResult ofRun(RunId recorded) {
        return new BacktestResult(
                Optional.of(recorded),
                title,
                series,
                statistics,
                trades,
                fills,
                equity,
                certificate,
                outOfSampleFrom,
                synthetic,
                detail);
    }

    /** Returns this result with what is told beside it. */
    public BacktestResult with(BacktestDetail told) {
        return new BacktestResult(
                run,
                title,
                series,
                statistics,
                trades,
                fills,
                equity,
                certificate,
                outOfSampleFrom,
                synthetic,
                Optional.of(told));
    }

    /** Returns this result with the certificate. */
    public BacktestResult certified(Certificate given) {
        return new BacktestResult(
                run, title, series, statistics, trades, fills, equity, given, outOfSampleFrom, synthetic, detail);
    }

    /** {@return whether the account was ruined: equity reached zero and the run ended there} */
    public boolean isRuined() {
        return equity.size() > 0 && !(equity.value(equity.size() - 1) > 0);
    }
}
