package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.performance.ReturnStatistics;
import io.quantloom.engine.performance.Statistic;
import java.util.List;

/**
 * The statistics of a run in columns, without garbage. Each operation is that of {@code performance.StatisticsTable} and
 * in its order, so that a row of a grid shows the figures of the backtest it stands for, to the bit.
 */
public final class FastStatistics {

    /** What {@link FastRun#measure} writes, in its order. */
    public static final List<Statistic> COLUMNS = List.of(
            Statistic.FINAL_EQUITY,
            Statistic.TOTAL_RETURN,
            Statistic.ANNUALIZED_RETURN,
            Statistic.ANNUALIZED_VOLATILITY,
            Statistic.SHARPE_RATIO,
            Statistic.SORTINO_RATIO,
            Statistic.MAX_DRAWDOWN,
            Statistic.CALMAR_RATIO,
            Statistic.TRADES,
            Statistic.EXPOSURE,
            Statistic.WIN_RATE,
            Statistic.PROFIT_FACTOR);

    // ReturnStatistics: deviations below 1e-15 are rounding and count as none.
    private static final double NO_DEVIATION = 1e-15;

    private FastStatistics() {}

    static void measure(FastRun run, Scratch scratch, double barsPerYear, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Double.NaN;
        }
        int last = run.bars() - 1;
        double[] equity = scratch.equity();
        into[0] = equity[last];
        if (!run.isRuined()) {
            growth(equity, scratch.returns(), last, barsPerYear, into);
        }
        trades(scratch.fills(), last + 1, into);
    }

    private static void growth(double[] equity, double[] returns, int n, double barsPerYear, double[] into) {
        double peak = equity[0];
        double trough = peak;
        double drawdown = 0;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double value = equity[i + 1];
            double change = value / equity[i] - 1;
            returns[i] = change;
            sum += change;
            if (value > peak) {
                // Below one peak the deepest value has the highest drawdown, rounding included.
                drawdown = Math.max(drawdown, 1 - trough / peak);
                peak = value;
                trough = value;
            } else if (value < trough) {
                trough = value;
            }
        }
        drawdown = Math.max(drawdown, 1 - trough / peak);
        double growth = equity[n] / equity[0];
        double annual = ReturnStatistics.annualizedReturn(growth, n, barsPerYear);
        into[1] = growth - 1;
        into[2] = finite(annual);
        into[6] = drawdown;
        into[7] = finite(annual / drawdown);
        deviations(returns, n, sum / n, barsPerYear, into);
    }

    private static void deviations(double[] returns, int n, double mean, double barsPerYear, double[] into) {
        double squares = 0;
        double losses = 0;
        for (int i = 0; i < n; i++) {
            double change = returns[i];
            squares += (change - mean) * (change - mean);
            double loss = change < 0 ? change : 0;
            losses += loss * loss;
        }
        double root = Math.sqrt(barsPerYear);
        double deviation = Math.sqrt(variance(squares, n));
        into[3] = finite(deviation * root);
        into[4] = finite(mean / deviation * root);
        into[5] = finite(mean * barsPerYear / (Math.sqrt(losses / n) * root));
    }

    private static void trades(FillColumns fills, int bars, double[] into) {
        int trades = fills.trades();
        int covered = 0;
        int next = 0;
        int winners = 0;
        double won = 0;
        double lost = 0;
        for (int k = 0; k < trades; k++) {
            int end = fills.bar(2 * k + 1) + 1;
            covered += Math.max(0, end - Math.max(next, fills.bar(2 * k)));
            next = Math.max(next, end);
            double pnl = fills.pnl(k);
            winners += pnl > 0 ? 1 : 0;
            won += Math.max(pnl, 0);
            lost -= Math.min(pnl, 0);
        }
        into[8] = trades;
        into[9] = (double) covered / bars;
        into[10] = finite((double) winners / trades);
        into[11] = finite(won / lost);
    }

    private static double variance(double squares, int n) {
        if (n < 2) {
            return Double.NaN;
        }
        double variance = squares / (n - 1);
        return variance < NO_DEVIATION * NO_DEVIATION ? 0 : variance;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
