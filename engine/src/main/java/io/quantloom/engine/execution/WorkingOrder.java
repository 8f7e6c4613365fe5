package io.quantloom.engine.execution;

import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.order.OrderType;
import io.quantloom.engine.order.TimeInForce;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An order that the simulated venue has taken and not yet done. Mutable. */
final class WorkingOrder {

    /** What it does next. */
    enum Form {
        /** Is done at the open. */
        MARKET,
        /** Is done at the close. */
        CLOSE,
        /** Waits for a price against its holder. */
        STOP,
        /** Waits for a price in its favor, then is a market order. */
        TARGET,
        /** Waits for a price in its favor, which it gets. */
        LIMIT
    }

    final Order order;
    final boolean isBuy;
    Form form;
    long left;
    // The price it waits for: of a stop or a target, the limit of a limit order.
    double level;
    // The limit that a stop turns into; NaN: into a market order.
    final double limitAfterStop;
    // Of a trailing stop.
    final double distance;
    double best;

    int bars;

    @Nullable
    LocalDate day;
    // Whether it waited in the market before this bar's open.
    boolean isResting;
    // Whether it came to be inside the bar that is matched, and where the price was and went then.
    boolean isNewborn;
    double bornAt;
    boolean bornRising;

    private WorkingOrder(Order order, Form form, double level, double limitAfterStop, double distance, double best) {
        this.order = order;
        this.isBuy = order.side() == OrderSide.BUY;
        this.left = order.lots();
        this.form = form;
        this.level = level;
        this.limitAfterStop = limitAfterStop;
        this.distance = distance;
        this.best = best;
    }

    static WorkingOrder of(Order order, FillPricing pricing) {
        boolean isBuy = order.side() == OrderSide.BUY;
        double none = Double.NaN;
        return switch (order.type()) {
            case OrderType.Market _ -> new WorkingOrder(order, Form.MARKET, none, none, none, none);
            case OrderType.AtClose _ -> new WorkingOrder(order, Form.CLOSE, none, none, none, none);
            case OrderType.Limit(double price) ->
                new WorkingOrder(order, Form.LIMIT, pricing.toTick(price, !isBuy), none, none, none);
            case OrderType.MarketIfTouched(double price) ->
                new WorkingOrder(order, Form.TARGET, pricing.toTick(price, !isBuy), none, none, none);
            case OrderType.Stop(double price) ->
                new WorkingOrder(order, Form.STOP, pricing.toTick(price, isBuy), none, none, none);
            case OrderType.StopLimit(double stop, double limit) ->
                new WorkingOrder(
                        order, Form.STOP, pricing.toTick(stop, isBuy), pricing.toTick(limit, !isBuy), none, none);
            case OrderType.TrailingStop(double distance, double start) -> {
                var trailing = new WorkingOrder(order, Form.STOP, none, none, distance, start);
                trailing.level = trailing.trailed(start, pricing);
                yield trailing;
            }
        };
    }

    boolean isTrailing() {
        return !Double.isNaN(distance);
    }

    /** {@return where a trailing stop stands once the price was as good as this} */
    double trailed(double bestPrice, FillPricing pricing) {
        return pricing.toTick(isBuy ? bestPrice * (1 + distance) : bestPrice * (1 - distance), isBuy);
    }

    /** {@return the better of two prices for the position that a trailing stop guards} */
    double better(double one, double other) {
        return isBuy ? Math.min(one, other) : Math.max(one, other);
    }

    /** {@return whether it waits for a rise of the price} */
    boolean waitsForRise() {
        return isBuy == (form == Form.STOP);
    }

    boolean isTouchedAt(double price) {
        return waitsForRise() ? price >= level : price <= level;
    }

    boolean isSiblingOf(WorkingOrder other) {
        return other != this && order.group() != 0 && other.order.group() == order.group();
    }

    /** {@return whether it waits for a price in its holder's favor} */
    boolean isFavorable() {
        return form == Form.TARGET || form == Form.LIMIT;
    }

    /** {@return whether what cannot be done at the open is not done} */
    boolean isForAtOnce() {
        TimeInForce.Kind kind = order.timeInForce().kind();
        return kind == TimeInForce.Kind.IOC || kind == TimeInForce.Kind.FOK;
    }
}
