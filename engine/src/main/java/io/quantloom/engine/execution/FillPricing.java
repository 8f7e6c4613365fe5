package io.quantloom.engine.execution;

import io.quantloom.engine.execution.ExecutionSpec.Costs;
import io.quantloom.engine.indicator.ExponentialDeviation;
import io.quantloom.engine.order.OrderSide;
import org.jspecify.annotations.Nullable;

/** What a fill costs on one market: spread, slippage, tick. Follows the closes where its model needs them. Mutable. */
final class FillPricing {

    // A price this close to a tick is on it: 0.3 is a multiple of 0.1.
    private static final double ON_TICK = 1e-9;

    // However large an order, a sale brings something.
    private static final double WORST = 1e-3;

    private final Costs costs;
    private final double tick;
    private final @Nullable ExponentialDeviation deviation;
    private double volatility = Double.NaN;
    private double range;

    FillPricing(ExecutionSpec spec) {
        this.costs = spec.costs();
        this.tick = spec.matching().tick().orElse(Double.NaN);
        this.deviation = switch (costs.slippage()) {
            case Slippage.Bps _ -> null;
            case Slippage.Volatility model -> new ExponentialDeviation(model.span());
            case Slippage.Impact model -> new ExponentialDeviation(model.span());
        };
    }

    /** Takes a closed bar. */
    void close(double high, double low, double close) {
        if (deviation != null) {
            volatility = deviation.next(close);
            range = (high - low) / close;
        }
    }

    /**
     * Returns the price of a fill at the market.
     *
     * @param market price before costs
     * @param units of the fill
     * @param volume of its bar; NaN when unknown
     */
    double price(OrderSide side, double market, double units, double volume) {
        double fixed = costs.fillPrice(side, market);
        double model = concession(units, volume);
        double price = fixed;
        if (model != 0) {
            price = side == OrderSide.BUY ? fixed + market * model : Math.max(fixed - market * model, market * WORST);
        }
        return toTick(price, side == OrderSide.BUY);
    }

    double fee(double units, double price, boolean isMaker) {
        return costs.fees().of(units, price, isMaker);
    }

    /** {@return the next multiple of the tick in the direction; the price itself without a tick} */
    double toTick(double price, boolean up) {
        if (Double.isNaN(tick)) {
            return price;
        }
        double ticks = price / tick;
        double whole = up ? Math.ceil(ticks - ON_TICK) : Math.floor(ticks + ON_TICK);
        return Math.max(whole, 1) * tick;
    }

    private double concession(double units, double volume) {
        double moves = Double.isNaN(volatility) ? range : volatility;
        return switch (costs.slippage()) {
            case Slippage.Bps _ -> 0;
            case Slippage.Volatility model -> model.share() * moves;
            case Slippage.Impact model ->
                model.coefficient() * moves * Math.sqrt(volume > 0 ? units / volume : units > 0 ? 1 : 0);
        };
    }
}
