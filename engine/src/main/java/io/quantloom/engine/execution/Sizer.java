package io.quantloom.engine.execution;

import io.quantloom.engine.execution.ExecutionSpec.Sizing;
import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.portfolio.Account;
import io.quantloom.engine.portfolio.Position;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many lots an entry is of. The money is {@code weight × equity}; what other positions bind is not there to spend.
 * Follows the closes where its rule needs them. Mutable.
 */
final class Sizer {

    private final ExecutionSpec spec;
    private final Account account;
    private final Position position;
    private final SimulatedMarket market;
    private final double barsPerYear;
    private final @Nullable ExponentialDeviation deviation;
    private double volatility = Double.NaN;
    private double weight;

    Sizer(ExecutionSpec spec, Account account, int index, SimulatedMarket market, Timeframe timeframe, double weight) {
        this.spec = spec;
        this.account = account;
        this.position = account.position(index);
        this.market = market;
        this.barsPerYear = market.instrument().calendar().barsPerYear(timeframe.length());
        this.deviation = spec.sizing().rule() instanceof SizingRule.VolatilityTarget target
                ? new ExponentialDeviation(target.span())
                : null;
        this.weight = weight;
    }

    void weight(double other) {
        weight = other;
    }

    void close(double price) {
        if (deviation != null) {
            volatility = deviation.next(price);
        }
    }

    /** Returns the lots of an entry that is filled at the market at the price. */
    long atMarket(Decision decision, double price) {
        OrderSide side = decision.target() == Target.LONG ? OrderSide.BUY : OrderSide.SELL;
        long lots = lots(decision, market.quote(side, price, 0));
        // A large order moves its own price: sized again at the price of the first size, it is affordable.
        return lots > 0 && spec.costs().slippage() instanceof Slippage.Impact
                ? lots(decision, market.quote(side, price, lots))
                : lots;
    }

    /** Returns the lots of an entry that is filled at this price. */
    long lots(Decision decision, double fillPrice) {
        return lots(decision, fillPrice, free());
    }

    /** Returns the lots that a position is rebalanced to: those of an entry at the market at the price if nothing bound it. */
    long unbound(Decision decision, double price) {
        return lots(decision, quote(decision, price), Double.POSITIVE_INFINITY);
    }

    /** Returns how many more lots are affordable at the market at the price. */
    long affordable(Decision decision, long lots, double price) {
        Fees fees = spec.costs().fees();
        return affordable(lots, free(), quote(decision, price) + fees.perUnit() / (1 + fees.taker()));
    }

    private double quote(Decision decision, double price) {
        return market.quote(decision.target() == Target.LONG ? OrderSide.BUY : OrderSide.SELL, price, 0);
    }

    private double free() {
        return account.free(spec.account().leverage()) - spec.costs().fees().minimum();
    }

    private long lots(Decision decision, double fillPrice, double free) {
        Fees fees = spec.costs().fees();
        double price = fillPrice + fees.perUnit() / (1 + fees.taker());
        double leverage = spec.account().leverage();
        double cash = Math.min(weight * account.equity(), free);
        Sizing sizing = spec.sizing();
        double lot = position.lot();
        double fee = fees.taker();
        return switch (sizing.rule()) {
            case SizingRule.AllIn _ -> sizing.lots(cash, leverage, price, fee, lot);
            case SizingRule.FixedFraction rule ->
                affordable(
                        sizing.lots(weight * account.equity() * rule.fraction(), leverage, price, fee, lot),
                        free,
                        price);
            case SizingRule.VolatilityTarget rule -> staked(targeted(rule), free, price);
            case SizingRule.Kelly rule -> staked(kelly(rule, decision), free, price);
        };
    }

    private long staked(double stake, double free, double price) {
        if (!(stake > 0)) {
            return 0;
        }
        double most = Math.min(stake, spec.account().leverage());
        return affordable(
                spec.sizing()
                        .lots(
                                weight * account.equity(),
                                most,
                                price,
                                spec.costs().fee(),
                                position.lot()),
                free,
                price);
    }

    private long affordable(long lots, double free, double price) {
        return Math.min(
                lots,
                spec.sizing()
                        .lots(
                                free,
                                spec.account().leverage(),
                                price,
                                spec.costs().fee(),
                                position.lot()));
    }

    private double targeted(SizingRule.VolatilityTarget rule) {
        return volatility > 0 ? Math.min(rule.cap(), rule.annual() / (volatility * Math.sqrt(barsPerYear))) : 0;
    }

    private double kelly(SizingRule.Kelly rule, Decision decision) {
        List<RoundTrip> trades = position.trades();
        double p = decision.target() == Target.LONG ? decision.probability() : 1 - decision.probability();
        double loss = distance(decision.stopLoss(), spec.exits().stopLoss());
        double win = distance(decision.takeProfit(), spec.exits().takeProfit());
        if (trades.size() >= rule.trades()) {
            List<RoundTrip> last = trades.subList(trades.size() - rule.trades(), trades.size());
            p = Double.isNaN(p) ? last.stream().filter(trade -> trade.pnl() > 0).count() / (double) rule.trades() : p;
            win = Double.isNaN(win) ? mean(last, true) : win;
            loss = Double.isNaN(loss) ? mean(last, false) : loss;
        }
        double full = p / loss - (1 - p) / win;
        return Double.isNaN(full) ? Math.min(rule.start(), rule.cap()) : Math.min(rule.cap(), rule.fraction() * full);
    }

    // Mean size of the returns of winning or of losing trades; NaN without one.
    private static double mean(List<RoundTrip> trades, boolean winning) {
        double sum = 0;
        int count = 0;
        for (RoundTrip trade : trades) {
            if (trade.pnl() > 0 == winning) {
                sum += Math.abs(trade.returnFraction());
                count++;
            }
        }
        return sum > 0 ? sum / count : Double.NaN;
    }

    /** {@return the decision's distance, else the specification's; NaN for none} */
    static double distance(double ofDecision, ExecutionSpec.ExitLevel level) {
        return Double.isNaN(ofDecision) ? level.fraction().orElse(Double.NaN) : ofDecision;
    }
}
