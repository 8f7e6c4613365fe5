package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import java.util.Arrays;

/**
 * The trading kernel unrolled: instead of taking bars one by one it looks for the next bar in which something happens and
 * marks the equity of all bars up to it in one loop. The order of steps inside a bar and every operation on a price or an
 * amount are those of {@code execution.TradingKernel} and {@code portfolio.Account}; sizes and fill prices come from the
 * same functions. For one run.
 */
final class ColumnTrader {

    private static final int ENTERS = Signals.LONG | Signals.SHORT;
    private static final int LEAVES_LONG = Signals.SHORT | Signals.LEAVE_LONG;
    private static final int LEAVES_SHORT = Signals.LONG | Signals.LEAVE_SHORT;
    private static final int NO_DECISION = -1;

    private final FastMarket market;
    private final BarSeries bars;
    private final double[] closes;
    private final FundingSchedule funding;
    private final ExecutionSpec spec;
    private final Finalization finalization;
    private final int cooldownBars;
    private final double lot;
    private final double specStop;
    private final double specTake;
    private final Signals signals;
    private final FillColumns fills;
    private final double[] equity;
    private final byte[] codes;

    private double balance;
    private double fundingPaid;
    private long unsentOrders;
    private long ambiguousBars;
    private int nextFunding;
    private int earliestEntry;
    private boolean ruined;
    private int settled;

    private long lots;
    private double units;
    private double entryPrice;
    private double entryFee;
    private double positionFunding;
    private double stop;
    private double take;

    ColumnTrader(FastBacktest backtest, Signals signals, Scratch scratch) {
        this.market = backtest.market();
        this.bars = market.bars();
        this.closes = market.closes();
        this.spec = backtest.execution();
        this.funding = spec.costs().funding() ? market.funding() : FundingSchedule.NONE;
        this.finalization = backtest.finalization();
        this.cooldownBars = backtest.cooldownBars();
        this.lot = spec.sizing().lot(market.instrument().lot());
        this.specStop = spec.exits().stopLoss().fraction().orElse(Double.NaN);
        this.specTake = spec.exits().takeProfit().fraction().orElse(Double.NaN);
        this.signals = signals;
        this.fills = scratch.fills();
        this.equity = scratch.equity();
        this.codes = scratch.codes();
        this.balance = spec.account().cash();
    }

    /** Trades all bars, up to ruin, and finishes as asked. */
    void trade() {
        signals.write(market, codes);
        int n = bars.size();
        int bar = 0;
        int decided = NO_DECISION;
        while (bar < n && !ruined) {
            if (lots != 0) {
                payFunding(bar, false);
            }
            if (decided != NO_DECISION) {
                fillAtOpen(bar, decided);
            }
            if (lots == 0) {
                decided = waitForEntry(bar, n);
                bar = decided + 1;
            } else {
                payFunding(bar, true);
                int end = Math.min(n, nextFundingBar());
                int at = hold(bar, end);
                boolean stopped = lots == 0;
                decided = stopped || at == end ? NO_DECISION : at;
                // A bar that stopped the position is looked at again as a flat one, for what its close decides.
                bar = stopped || at == end ? at : at + 1;
            }
        }
        settled = ruined ? settled : n;
        finish(n - 1);
    }

    /** The number of bars that were settled; fewer than there are after ruin. */
    int settled() {
        return settled;
    }

    boolean isRuined() {
        return ruined;
    }

    double fundingPaid() {
        return fundingPaid;
    }

    long ambiguousBars() {
        return ambiguousBars;
    }

    long unsentOrders() {
        return unsentOrders;
    }

    // Marks the flat bars from the given one to the close that decides to enter, which it returns; n when none does
    // before
    // the last close, which decides nothing any more.
    private int waitForEntry(int from, int n) {
        if (balance <= 0) {
            equity[from] = balance;
            ruined = true;
            settled = from + 1;
            return n;
        }
        int decision = Math.max(from, earliestEntry - 1);
        while (decision < n - 1 && (codes[decision] & ENTERS) == 0) {
            decision++;
        }
        boolean found = decision < n - 1;
        Arrays.fill(equity, from, found ? decision + 1 : n, balance);
        return found ? decision : n;
    }

    // Holds the position from the given bar on. Returns the bar that ended it or whose close decides to leave; end when
    // nothing happened.
    private int hold(int from, int end) {
        boolean isLong = lots > 0;
        double lower = isLong ? stop : take;
        double upper = isLong ? take : stop;
        int leaves = isLong ? LEAVES_LONG : LEAVES_SHORT;
        BarSeries series = bars;
        byte[] asked = codes;
        int at = from;
        // A comparison with NaN is false: a level that is not set is never touched.
        while (at < end && !(series.low(at) <= lower) && !(series.high(at) >= upper)) {
            if ((asked[at] & leaves) != 0) {
                mark(from, at + 1);
                return at;
            }
            at++;
        }
        mark(from, at);
        if (at < end && !ruined) {
            exitInside(at);
        }
        return at;
    }

    // Writes the equity of the bars [from, end), up to ruin.
    private void mark(int from, int end) {
        double cash = balance;
        double size = units;
        double entry = entryPrice;
        double[] prices = closes;
        double[] values = equity;
        for (int i = from; i < end; i++) {
            values[i] = cash + size * (prices[i] - entry);
        }
        if (canBeRuined()) {
            for (int i = from; i < end; i++) {
                if (values[i] <= 0) {
                    ruined = true;
                    settled = i + 1;
                    leave(i, prices[i], FillReason.RUIN, Integer.MAX_VALUE);
                    values[i] = balance;
                    return;
                }
            }
        }
    }

    // Equity is monotone in the close, rounding included, and a bar that does not stop the position closes inside the
    // stop.
    private boolean canBeRuined() {
        double worst = lots > 0 ? market.lowestClose() : market.highestClose();
        if (!Double.isNaN(stop)) {
            worst = lots > 0 ? Math.max(worst, stop) : Math.min(worst, stop);
        }
        return !(balance + units * (worst - entryPrice) > 0);
    }

    private void exitInside(int bar) {
        boolean isLong = lots > 0;
        double open = bars.open(bar);
        double adverse = isLong ? bars.low(bar) : bars.high(bar);
        int next = bar + 1 + cooldownBars;
        if (isBeyond(open, stop, !isLong)) {
            leave(bar, open, FillReason.STOP_LOSS, next);
        } else if (isBeyond(open, take, isLong)) {
            leave(bar, open, FillReason.TAKE_PROFIT, next);
        } else if (isBeyond(adverse, stop, !isLong)) {
            ambiguousBars += isBeyond(isLong ? bars.high(bar) : bars.low(bar), take, isLong) ? 1 : 0;
            leave(bar, stop, FillReason.STOP_LOSS, next);
        } else {
            leave(bar, take, FillReason.TAKE_PROFIT, next);
        }
    }

    private static boolean isBeyond(double price, double level, boolean upward) {
        return upward ? price >= level : price <= level;
    }

    // Fills at the open what the close before decided.
    private void fillAtOpen(int bar, int decided) {
        int code = codes[decided];
        boolean enters = (code & ENTERS) != 0;
        boolean wantsLong = (code & Signals.LONG) != 0;
        double open = bars.open(bar);
        if (lots != 0) {
            leave(bar, open, enters && cooldownBars == 0 ? FillReason.FLIP : FillReason.SIGNAL, bar + cooldownBars);
        }
        if (enters && bar >= earliestEntry) {
            enter(bar, decided, wantsLong, open);
        }
    }

    private void enter(int bar, int decided, boolean isLong, double open) {
        ExecutionSpec.Costs costs = spec.costs();
        double price = costs.fillPrice(isLong ? OrderSide.BUY : OrderSide.SELL, open);
        long size = spec.sizing().lots(balance, spec.account().leverage(), price, costs.fee(), lot);
        if (size == 0) {
            unsentOrders++;
            return;
        }
        double quantity = size * lot;
        double fee = costs.fees().of(quantity, price, false);
        lots = isLong ? size : -size;
        units = isLong ? quantity : -quantity;
        entryPrice = price;
        entryFee = fee;
        positionFunding = 0;
        balance -= fee;
        fills.add(bar, lots, open, price, fee, FillReason.ENTRY);
        double stopDistance = distance(signals.stopDistance(decided), specStop);
        double takeDistance = distance(signals.takeDistance(decided), specTake);
        stop = isLong ? price * (1 - stopDistance) : price * (1 + stopDistance);
        take = isLong ? price * (1 + takeDistance) : price * (1 - takeDistance);
    }

    private static double distance(double ofDecision, double ofSpec) {
        return Double.isNaN(ofDecision) ? ofSpec : ofDecision;
    }

    private void leave(int bar, double open, FillReason reason, int nextEntry) {
        ExecutionSpec.Costs costs = spec.costs();
        double price = costs.fillPrice(lots > 0 ? OrderSide.SELL : OrderSide.BUY, open);
        double fee = costs.fees().of(Math.abs(lots) * lot, price, false);
        double gross = units * (price - entryPrice);
        balance += gross;
        balance -= fee;
        fills.add(bar, -lots, open, price, fee, reason);
        // From 0 on, as the kernel sums up a trade: no profit is 0 and never −0.
        fills.ended(0 + gross - entryFee - fee - positionFunding);
        lots = 0;
        units = 0;
        earliestEntry = nextEntry;
    }

    private void finish(int last) {
        if (lots == 0 || finalization == Finalization.NONE) {
            return;
        }
        double price = finalization == Finalization.LAST_OPEN ? bars.open(last) : closes[last];
        leave(last, price, FillReason.END_OF_DATA, last + 1);
        equity[last] = balance;
    }

    // Pays what falls into the gap before the bar, or into the bar itself.
    private void payFunding(int bar, boolean inside) {
        int next = nextFunding;
        while (funding.bar(next) < bar || (funding.bar(next) == bar && inside && !funding.isInside(next))) {
            next++;
        }
        while (funding.bar(next) == bar && funding.isInside(next) == inside) {
            double amount = units * (inside ? bars.open(bar) : closes[bar - 1]) * funding.rate(next);
            balance -= amount;
            fundingPaid += amount;
            positionFunding += amount;
            next++;
        }
        nextFunding = next;
    }

    private int nextFundingBar() {
        return funding.bar(nextFunding);
    }
}
