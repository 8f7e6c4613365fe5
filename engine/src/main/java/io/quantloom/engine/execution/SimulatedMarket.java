package io.quantloom.engine.execution;

import io.quantloom.engine.execution.WorkingOrder.Form;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.order.TimeInForce;
import io.quantloom.engine.portfolio.Account;
import io.quantloom.engine.portfolio.Position;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Matches the orders of one instrument against its bars, one fill at a time, so that whoever sent an order can answer a fill
 * inside the bar. The rules are told in {@link SimulatedVenue}. A bar passes through {@link #begin}, {@link #matchOpen},
 * its legs ({@link #beginLeg}, {@link #matchLeg}, {@link #endLeg}: the bar itself or its finer bars), {@link #matchClose}
 * and {@link #end}. Allocates nothing where nothing happens.
 */
final class SimulatedMarket {

    /** How the price of a fill comes about. */
    private enum Pricing {
        /** Market price, worsened by spread and slippage; taker's fee. */
        TAKER,
        /** The same, but not worse than the limit. */
        TAKER_WITHIN_LIMIT,
        /** The price itself; maker's fee. */
        MAKER
    }

    private final Instrument instrument;
    private final int index;
    private final Account account;
    private final Position position;
    private final FillPricing pricing;
    private final double participation;
    private final double margin;
    private final WorkingOrders working;
    private long ownOrders;

    private int bar = -1;
    private long time;
    private double open = Double.NaN;
    private double close = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double volume = Double.NaN;
    private long capacity = Long.MAX_VALUE;

    private final Leg leg = new Leg();
    private boolean isAtLegOpen;
    private boolean isInside;
    private boolean isEnteredInside;

    SimulatedMarket(ExecutionSpec spec, Instrument instrument, Duration barLength, Account account, int index) {
        this.instrument = instrument;
        this.index = index;
        this.account = account;
        this.position = account.position(index);
        this.pricing = new FillPricing(spec);
        this.working = new WorkingOrders(instrument, barLength);
        this.participation = spec.matching().participation().orElse(Double.NaN);
        this.margin = spec.account().maintenanceMargin().orElse(Double.NaN);
    }

    Instrument instrument() {
        return instrument;
    }

    int ambiguousBars() {
        return leg.ambiguousBars();
    }

    /** {@return the price of a fill at the market at this price, of so many lots} */
    double quote(OrderSide side, double market, long lots) {
        return pricing.price(side, market, lots * position.lot(), volume);
    }

    /** {@return the orders that were taken and not yet done} */
    WorkingOrders working() {
        return working;
    }

    void submit(Order order) {
        if (order.reduceOnly() && !reduces(order.side())) {
            working.reject(order, "there is no position to reduce");
            return;
        }
        WorkingOrder taken = WorkingOrder.of(order, pricing);
        taken.isNewborn = isInside;
        taken.bornAt = leg.at();
        taken.bornRising = leg.isRising();
        working.accept(taken);
    }

    void begin(Bar next) {
        bar++;
        time = next.openTime();
        open = next.open();
        high = next.high();
        low = next.low();
        close = next.close();
        volume = next.volume();
        capacity = Double.isNaN(participation) || Double.isNaN(volume)
                ? Long.MAX_VALUE
                : (long) Math.floor(participation * volume / position.lot());
        leg.beginBar();
        position.markTo(open);
        working.begin(time);
    }

    /** Fills the next market order at the open; false when there is none that can be filled. */
    boolean matchOpen() {
        return matchAtMarket(Form.MARKET, open);
    }

    /** Fills the next order for the close; false when there is none that can be filled. */
    boolean matchClose() {
        return matchAtMarket(Form.CLOSE, close);
    }

    private boolean matchAtMarket(Form form, double price) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.form == form && canFill(order)) {
                execute(order, price, Pricing.TAKER);
                return true;
            }
        }
        return false;
    }

    /** Begins the whole bar, or one of the finer bars that make it up. */
    void beginLeg(double first, double highest, double lowest, double last) {
        leg.begin(first, highest, lowest, last);
        isAtLegOpen = true;
        isEnteredInside = false;
        for (int i = 0; i < working.size(); i++) {
            working.get(i).isNewborn = false;
        }
        if (!position.isFlat()) {
            position.see(first);
        }
    }

    /** Begins the bar as one leg. */
    void beginWholeLeg() {
        beginLeg(open, high, low, close);
    }

    /** Does what comes next in the leg; false when nothing does. */
    boolean matchLeg() {
        if (working.isEmpty() && (Double.isNaN(margin) || position.isFlat())) {
            return false;
        }
        if (isAtLegOpen) {
            if (matchLegOpen()) {
                return true;
            }
            isAtLegOpen = false;
            isInside = true;
        }
        return matchInside();
    }

    /** Ends the leg: what is held has seen its extremes, trailing stops follow. */
    void endLeg() {
        isInside = false;
        if (!position.isFlat()) {
            seeExtremes();
        }
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.isTrailing() && order.form == Form.STOP) {
                order.best = order.better(order.best, bestFor(order));
                order.level = order.trailed(order.best, pricing);
            }
        }
    }

    /** Ends the bar at its close: orders whose time is over go. */
    void end() {
        position.markTo(close);
        pricing.close(high, low, close);
        working.end();
    }

    /** Closes the position as a whole at the price, whatever the volume. */
    void closeOut(double price, FillReason reason) {
        ownOrders++;
        OrderSide side = position.lots() > 0 ? OrderSide.SELL : OrderSide.BUY;
        Order order = Order.market(-ownOrders, instrument.symbol(), side, Math.abs(position.lots()), true, reason);
        WorkingOrder taken = WorkingOrder.of(order, pricing);
        capacity = Long.MAX_VALUE;
        working.accept(taken);
        execute(taken, price, Pricing.TAKER);
    }

    // What the bar opens beyond is done at its open, stops first.
    private boolean matchLegOpen() {
        WorkingOrder stop = null;
        WorkingOrder favorable = null;
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (!(order.form == Form.STOP || order.isFavorable()) || !order.isTouchedAt(leg.open())) {
                continue;
            }
            if (order.form == Form.STOP) {
                stop = farther(order, stop) ? order : stop;
            } else if (favorable == null && canWork(order)) {
                favorable = order;
            }
        }
        double liquidation = liquidationPrice();
        if (isLiquidatedAt(leg.open(), liquidation) && (stop == null || isBefore(liquidation, stop.level))) {
            closeOut(leg.open(), FillReason.LIQUIDATION);
            return true;
        }
        if (stop != null) {
            trigger(stop, leg.open());
            return true;
        }
        if (favorable == null) {
            return false;
        }
        boolean waited = favorable.form == Form.LIMIT && favorable.isResting;
        fillFavorable(favorable, leg.open(), waited ? Pricing.MAKER : takerOf(favorable));
        return true;
    }

    private boolean matchInside() {
        WorkingOrder stop = null;
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.form == Form.STOP && !order.isForAtOnce() && leg.touches(order)) {
                stop = stop == null || leg.distance(order) < leg.distance(stop) ? order : stop;
            }
        }
        double liquidation = liquidationPrice();
        double adverse = leg.extreme(position.lots() < 0);
        if (isLiquidatedAt(adverse, liquidation) && (stop == null || isBefore(liquidation, stop.level))) {
            if (isAnyTargetTouched()) {
                leg.noteAmbiguity();
            }
            boolean isLong = position.lots() > 0;
            // The margin may be used up by the entry itself: then it is closed where the price is.
            double price = isLong ? Math.min(liquidation, leg.at()) : Math.max(liquidation, leg.at());
            leg.moveTo(price, !isLong);
            closeOut(price, FillReason.LIQUIDATION);
            return true;
        }
        if (stop == null) {
            stop = raised();
        } else {
            noteAmbiguity(stop);
        }
        if (stop != null) {
            double price = stop.level;
            if (stop.isNewborn) {
                // It may stand beyond the price already when it comes to be.
                price = stop.isBuy ? Math.max(price, stop.bornAt) : Math.min(price, stop.bornAt);
            }
            leg.moveTo(price, stop.waitsForRise());
            trigger(stop, price);
            return true;
        }
        return matchFavorable();
    }

    private boolean matchFavorable() {
        WorkingOrder nearest = null;
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (!order.isFavorable() || order.isForAtOnce() || !canWork(order) || !leg.touches(order)) {
                continue;
            }
            if (order.isNewborn && order.waitsForRise() != order.bornRising) {
                // It may have been touched before it was there: the pessimist says so.
                leg.noteAmbiguity();
            } else if (nearest == null || leg.distance(order) < leg.distance(nearest)) {
                nearest = order;
            }
        }
        if (nearest == null) {
            return false;
        }
        if (reduces(nearest.order.side())) {
            position.see(leg.extreme(position.lots() < 0));
        }
        leg.moveTo(nearest.level, nearest.waitsForRise());
        fillFavorable(nearest, nearest.level, nearest.form == Form.LIMIT ? Pricing.MAKER : Pricing.TAKER);
        return true;
    }

    // The trailing stop that the bar's best price brings within the bar's reach: the pessimist says the best came
    // first.
    private @Nullable WorkingOrder raised() {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.form != Form.STOP || !order.isTrailing()) {
                continue;
            }
            double best = order.better(order.best, bestFor(order));
            double level = order.trailed(best, pricing);
            double adverse = leg.extreme(order.isBuy);
            if (order.isBuy ? adverse >= level : adverse <= level) {
                if (!leg.closesBeyond(order, level) || isTargetTouched(order)) {
                    leg.noteAmbiguity();
                }
                position.see(best);
                order.best = best;
                order.level = level;
                return order;
            }
        }
        return null;
    }

    // The best price of the leg for a trailing stop, as far as the position can have lived to see it.
    private double bestFor(WorkingOrder trailing) {
        if (trailing.isNewborn && trailing.bornRising == trailing.isBuy) {
            return leg.close();
        }
        double best = leg.extreme(!trailing.isBuy);
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder other = working.get(i);
            if (trailing.isSiblingOf(other) && other.isFavorable()) {
                best = trailing.isBuy ? Math.max(best, other.level) : Math.min(best, other.level);
            }
        }
        return best;
    }

    private void trigger(WorkingOrder stop, double price) {
        if (Double.isNaN(stop.limitAfterStop)) {
            stop.form = Form.MARKET;
            working.cancelSiblings(stop);
            if (canFill(stop)) {
                execute(stop, price, Pricing.TAKER);
            }
            return;
        }
        stop.form = Form.LIMIT;
        stop.level = stop.limitAfterStop;
        stop.isResting = false;
        stop.isNewborn = isInside;
        stop.bornAt = price;
        stop.bornRising = stop.isBuy;
        if (stop.isTouchedAt(price) && canFill(stop)) {
            execute(stop, price, Pricing.TAKER_WITHIN_LIMIT);
        }
    }

    private void fillFavorable(WorkingOrder order, double price, Pricing how) {
        if (order.form == Form.TARGET) {
            order.form = Form.MARKET;
            working.cancelSiblings(order);
            if (!canFill(order)) {
                return;
            }
        }
        execute(order, price, how);
    }

    private void execute(WorkingOrder order, double market, Pricing how) {
        OrderSide side = order.order.side();
        boolean reduces = reduces(side);
        if (order.order.reduceOnly() && !reduces) {
            working.cancel(order, "there is no position to reduce");
            return;
        }
        // What turns a position is two fills: the first ends at zero.
        long lots = Math.min(order.left, reduces ? Math.min(capacity, Math.abs(position.lots())) : capacity);
        double units = lots * position.lot();
        double price = fillPrice(order, market, units, how);
        double fee = pricing.fee(units, price, how == Pricing.MAKER);
        var fill =
                new Fill(time, side, lots, units, price, fee, units * Math.abs(price - market), order.order.reason());
        if (reduces) {
            position.see(market);
        } else if (isInside) {
            isEnteredInside = true;
        }
        account.apply(index, fill, bar);
        capacity -= capacity == Long.MAX_VALUE ? 0 : lots;
        working.filled(order, fill);
        if (position.isFlat()) {
            working.cancelReduceOnly();
        }
    }

    private double fillPrice(WorkingOrder order, double market, double units, Pricing how) {
        if (how == Pricing.MAKER) {
            return market;
        }
        double price = pricing.price(order.order.side(), market, units, volume);
        if (how == Pricing.TAKER) {
            return price;
        }
        return order.isBuy ? Math.min(price, order.level) : Math.max(price, order.level);
    }

    private void seeExtremes() {
        boolean isLong = position.lots() > 0;
        if (!isEnteredInside || leg.isRising() == isLong) {
            position.see(leg.extreme(isLong));
        } else {
            position.see(leg.close());
        }
        position.see(leg.extreme(!isLong));
    }

    private void noteAmbiguity(WorkingOrder stop) {
        boolean mayBeBefore = stop.isNewborn && stop.bornRising != stop.isBuy && !leg.closesBeyond(stop, stop.level);
        if (mayBeBefore || isTargetTouched(stop)) {
            leg.noteAmbiguity();
        }
    }

    private boolean isTargetTouched(WorkingOrder stop) {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder other = working.get(i);
            if (stop.isSiblingOf(other) && other.isFavorable() && leg.touches(other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyTargetTouched() {
        for (int i = 0; i < working.size(); i++) {
            WorkingOrder order = working.get(i);
            if (order.isFavorable() && reduces(order.order.side()) && leg.touches(order)) {
                return true;
            }
        }
        return false;
    }

    private double liquidationPrice() {
        return Double.isNaN(margin) ? Double.NaN : account.liquidationPrice(index, margin);
    }

    // A comparison with NaN is false: without a price nothing is liquidated.
    private boolean isLiquidatedAt(double price, double liquidation) {
        return position.lots() > 0 ? price <= liquidation : price >= liquidation;
    }

    private boolean isBefore(double liquidation, double level) {
        return position.lots() > 0 ? liquidation > level : liquidation < level;
    }

    private boolean farther(WorkingOrder order, @Nullable WorkingOrder other) {
        return other == null || leg.distance(order) > leg.distance(other);
    }

    private static Pricing takerOf(WorkingOrder order) {
        return order.form == Form.LIMIT ? Pricing.TAKER_WITHIN_LIMIT : Pricing.TAKER;
    }

    // A target that is touched without volume is triggered all the same.
    private boolean canWork(WorkingOrder order) {
        return order.form == Form.TARGET || canFill(order);
    }

    private boolean canFill(WorkingOrder order) {
        return capacity > 0 && (order.order.timeInForce().kind() != TimeInForce.Kind.FOK || capacity >= order.left);
    }

    private boolean reduces(OrderSide side) {
        return side == OrderSide.BUY ? position.lots() < 0 : position.lots() > 0;
    }
}
