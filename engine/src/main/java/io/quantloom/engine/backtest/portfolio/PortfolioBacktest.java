package io.quantloom.engine.backtest.portfolio;

import io.quantloom.engine.backtest.BacktestPlan.Portfolio;
import io.quantloom.engine.backtest.BacktestPlan.Rebalance;
import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.PortfolioReport;
import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.PortfolioKernel;
import io.quantloom.engine.execution.Traded;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.performance.Annualization;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.performance.StatisticsTable;
import io.quantloom.engine.performance.TrackRecord;
import io.quantloom.engine.portfolio.Position;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.custom.StrategyFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trades several instruments in one account, each by a fresh strategy of its own. At each close, in this order: weights are
 * set from what is known then, positions that are to be rebalanced are marked so, the strategies of the instruments that have
 * a bar decide. Filled at the next open of each, or at the close where fills are at the close. Immutable.
 */
public final class PortfolioBacktest {

    private static final int BLOCK = 1_024;

    private final ExecutionSpec execution;
    private final Finalization finalization;
    private final Portfolio plan;

    /** Takes how to trade. */
    public PortfolioBacktest(ExecutionSpec execution, Finalization finalization, Portfolio plan) {
        this.execution = execution;
        this.finalization = finalization;
        this.plan = plan;
    }

    /**
     * Runs the strategies. The result belongs to no run; INVALID when a custom strategy breaks at a bar.
     *
     * @param title for people
     * @param strategies fresh ones, in the order of the instruments
     */
    public Outcome<BacktestResult> run(
            String title, PortfolioMarket market, List<Strategy> strategies, JobContext context) {
        try {
            return trade(title, market, strategies, context);
        } catch (StrategyFault e) {
            return Outcome.failed(e.failure());
        }
    }

    private Outcome<BacktestResult> trade(
            String title, PortfolioMarket market, List<Strategy> strategies, JobContext context) {
        int instruments = market.parts().size();
        var weights = new Weights(plan.weighting(), instruments);
        double[] atFirst = new double[instruments];
        Arrays.setAll(atFirst, weights::of);
        PortfolioKernel kernel = kernel(market, weights);
        var clock = new RebalanceClock(plan.rebalance());
        PortfolioMarket.Cursor cursor = market.cursor();
        long[] times = market.times();
        double[] equity = new double[times.length];
        int done = 0;
        while (done < times.length && !kernel.isRuined()) {
            if (done % BLOCK == 0) {
                if (context.isCanceled()) {
                    return Outcome.canceled();
                }
                context.report(Progress.of(title, done, times.length));
            }
            @Nullable Bar[] bars = cursor.next();
            kernel.settle(bars);
            if (!kernel.isRuined()) {
                weigh(kernel, weights, bars);
                rebalance(kernel, weights, clock.isDue(times[done]));
                kernel.decide(decisions(kernel, strategies, bars));
            }
            equity[done] = kernel.equity();
            done++;
        }
        kernel.finish(finalization);
        equity[done - 1] = kernel.equity();
        EquityCurve curve =
                EquityCurve.of(execution.account().cash(), Arrays.copyOf(times, done), Arrays.copyOf(equity, done));
        return Outcome.success(result(title, market, strategies, kernel, weights, market.held(atFirst), curve));
    }

    private PortfolioKernel kernel(PortfolioMarket market, Weights weights) {
        List<Traded> traded = new ArrayList<>();
        for (PortfolioMarket.Part part : market.parts()) {
            traded.add(new Traded(part.instrument(), part.funding(), weights.of(traded.size())));
        }
        var kernel = new PortfolioKernel(execution, traded, market.timeframe(), 0);
        for (int i = 0; i < traded.size(); i++) {
            Optional<BarSeries> finer = market.parts().get(i).finer();
            if (finer.isPresent()) {
                kernel.resolveWith(i, finer.get());
            }
        }
        return kernel;
    }

    private static void weigh(PortfolioKernel kernel, Weights weights, @Nullable Bar[] bars) {
        for (int i = 0; i < bars.length; i++) {
            Bar bar = bars[i];
            if (bar != null) {
                weights.close(i, bar.close());
            }
        }
        weights.weigh();
        for (int i = 0; i < bars.length; i++) {
            kernel.weight(i, weights.of(i));
        }
    }

    private void rebalance(PortfolioKernel kernel, Weights weights, boolean isDue) {
        for (int i = 0; i < plan.symbols().size(); i++) {
            Position position = kernel.position(i);
            boolean strays = plan.rebalance() instanceof Rebalance.Band band
                    && !position.isFlat()
                    && Math.abs(share(kernel, position) - weights.of(i)) > band.width();
            if (isDue || strays) {
                kernel.rebalance(i);
            }
        }
    }

    private double share(PortfolioKernel kernel, Position position) {
        return position.notional() / execution.account().leverage() / kernel.equity();
    }

    private static List<Decision> decisions(PortfolioKernel kernel, List<Strategy> strategies, @Nullable Bar[] bars) {
        List<Decision> decisions = new ArrayList<>(bars.length);
        for (int i = 0; i < bars.length; i++) {
            Bar bar = bars[i];
            decisions.add(bar == null ? Decision.NONE : strategies.get(i).onClose(bar, kernel.held(i)));
        }
        return decisions;
    }

    private BacktestResult result(
            String title,
            PortfolioMarket market,
            List<Strategy> strategies,
            PortfolioKernel kernel,
            Weights weights,
            BarSeries held,
            EquityCurve curve) {
        List<Position> positions = IntStream.range(0, market.parts().size())
                .mapToObj(kernel::position)
                .toList();
        List<RoundTrip> trades = positions.stream()
                .flatMap(position -> position.trades().stream())
                .sorted(Comparator.comparingLong(RoundTrip::exitTime))
                .toList();
        List<Fill> fills = positions.stream()
                .flatMap(position -> position.fills().stream())
                .sorted(Comparator.comparingLong(Fill::time))
                .toList();
        var track = new TrackRecord(
                held,
                strategies.stream().mapToInt(Strategy::firstDefined).max().orElse(0),
                curve,
                trades,
                fills,
                kernel.ledger().funding(),
                kernel.unsentOrders(),
                kernel.ledger().borrow(),
                kernel.ambiguousBars());
        return new BacktestResult(
                Optional.empty(),
                title,
                held.key(),
                StatisticsTable.of(track, Annualization.of(market.instrument(), market.timeframe()), Trials.single()),
                trades,
                fills,
                curve,
                Certificate.none("the fast path does no portfolio"),
                OptionalLong.empty(),
                market.instrument().synthetic(),
                Optional.of(report(kernel, weights)));
    }

    private PortfolioReport report(PortfolioKernel kernel, Weights weights) {
        List<PortfolioReport.Part> parts = new ArrayList<>();
        for (int i = 0; i < plan.symbols().size(); i++) {
            Position position = kernel.position(i);
            double fees = 0;
            double flow = 0;
            for (Fill fill : position.fills()) {
                fees += fill.fee();
                flow += (fill.side() == OrderSide.SELL ? fill.units() : -fill.units()) * fill.price();
            }
            double left = position.isFlat() ? 0 : position.units() * position.mark();
            double profit = flow + left - fees;
            parts.add(new PortfolioReport.Part(
                    plan.symbols().get(i),
                    weights.of(i),
                    profit,
                    profit / execution.account().cash(),
                    fees,
                    position.trades(),
                    position.fills()));
        }
        return new PortfolioReport(
                parts, kernel.ledger().funding() + kernel.ledger().borrow());
    }
}
