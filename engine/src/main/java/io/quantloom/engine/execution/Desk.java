package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.order.OrderType;
import io.quantloom.engine.order.TimeInForce;
import io.quantloom.engine.portfolio.Account;
import io.quantloom.engine.portfolio.Position;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns decisions about one instrument into orders and answers their events: it leaves, enters, and keeps the exits of the
 * position in the market. A kernel drives it through the steps of a bar. Mutable; used by one thread.
 */
final class Desk {

    private static final OrderType AT_MARKET = new OrderType.Market();
    private static final OrderType AT_CLOSE = new OrderType.AtClose();

    private final ExecutionSpec spec;
    private final Instrument instrument;
    private final SimulatedMarket market;
    private final Position position;
    private final Carry carry;
    private final Sizer sizer;
    private final int cooldownBars;
    private final long idStep;
    private final boolean fillsAtClose;
    private final Decision[] due;
    private final List<OrderEvent> eventsOfBar = new ArrayList<>();
    private @Nullable FinerBars finer;

    private int bar = -1;
    private double open = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double close = Double.NaN;
    private double closeBefore = Double.NaN;
    private long time = Long.MIN_VALUE;
    private int firstFillOfBar;

    private long lastId;
    private long entryId;
    private Target entryTarget = Target.FLAT;
    private Decision entryDecision = Decision.NONE;
    private long exitId;
    private long exitsGroup;
    private int earliestEntry;
    private int cooledAt;
    private Decision acting = Decision.NONE;
    private Decision waiting = Decision.NONE;
    private long unsentOrders;
    private boolean rebalances;

    Desk(
            ExecutionSpec spec,
            SimulatedMarket market,
            Account account,
            int index,
            Timeframe timeframe,
            Traded traded,
            int cooldownBars) {
        this.spec = spec;
        this.instrument = traded.instrument();
        this.market = market;
        this.position = account.position(index);
        this.carry = new Carry(
                account,
                index,
                timeframe.millis(),
                traded.funding(),
                instrument.perpetual() && spec.costs().funding(),
                spec.costs().borrow());
        this.sizer = new Sizer(spec, account, index, market, timeframe, traded.weight());
        this.cooldownBars = cooldownBars;
        this.idStep = account.size();
        this.lastId = index;
        this.fillsAtClose = spec.matching().fill() == Matching.FillAt.CLOSE;
        this.due = new Decision[spec.matching().latencyBars() + 1];
        Arrays.fill(due, Decision.NONE);
    }

    void resolveWith(BarSeries bars, long coarseMillis) {
        finer = new FinerBars(bars, coarseMillis);
    }

    void weight(double weight) {
        sizer.weight(weight);
    }

    void rebalance() {
        rebalances = true;
    }

    Position position() {
        return position;
    }

    Instrument instrument() {
        return instrument;
    }

    long time() {
        return time;
    }

    long unsentOrders() {
        return unsentOrders;
    }

    int firstFillOfBar() {
        return firstFillOfBar;
    }

    List<OrderEvent> eventsOfBar() {
        return eventsOfBar;
    }

    Target held() {
        if (position.isFlat()) {
            return Target.FLAT;
        }
        return position.lots() > 0 ? Target.LONG : Target.SHORT;
    }

    /** A bar in which nothing of this instrument trades: nothing of the last one is this one's. */
    void pass() {
        firstFillOfBar = position.fills().size();
        eventsOfBar.clear();
    }

    /** Takes the next bar; the time since the last one is paid for. */
    void begin(Bar next) {
        carry.begin(next.openTime(), close);
        bar++;
        time = next.openTime();
        closeBefore = close;
        open = next.open();
        high = next.high();
        low = next.low();
        close = next.close();
        firstFillOfBar = position.fills().size();
        if (!eventsOfBar.isEmpty()) {
            eventsOfBar.clear();
        }
        market.begin(next);
        if (!fillsAtClose) {
            acting = take(bar);
        }
        cooledAt = bar + cooldownBars;
    }

    /** Takes what was decided at the close of the last bar; it is acted on when its latency is over. */
    void decide(Decision decision) {
        due[Math.floorMod(bar, due.length)] = decision;
        if (fillsAtClose) {
            acting = take(bar - due.length + 1);
            cooledAt = bar + 1 + cooldownBars;
            closeBefore = close;
        }
    }

    // Decided at bar b, due at the open of bar b + length, or at the close of bar b + length − 1.
    private Decision take(int slot) {
        int i = Math.floorMod(slot, due.length);
        Decision decision = due[i];
        due[i] = Decision.NONE;
        return decision;
    }

    /** Sends the orders that end what is not wanted any more and fills what waits for the market. */
    void leave(boolean atClose) {
        Target target = acting.target();
        if (target != Target.HOLD) {
            waiting = Decision.NONE;
            Target held = held();
            if (entryId != 0 && entryTarget != target) {
                market.working().cancel(entryId);
            }
            if (target == held) {
                if (exitId != 0) {
                    market.working().cancel(exitId);
                }
            } else if (held != Target.FLAT && exitId == 0) {
                sendExit(atClose);
            }
        }
        if (isRebalancedNow(atClose)) {
            resize(atClose, false);
        }
        match(atClose);
    }

    private boolean isRebalancedNow(boolean atClose) {
        boolean stays = acting.target() == Target.HOLD || acting.target() == held();
        return rebalances && atClose == fillsAtClose && stays && !position.isFlat() && exitId == 0 && entryId == 0;
    }

    // Distances of the exits stay those of the entry; with another mean price their levels move.
    private void resize(boolean atClose, boolean grows) {
        double price = atClose ? close : open;
        long held = Math.abs(position.lots());
        long wanted = sizer.unbound(entryDecision, price);
        long lots = grows ? sizer.affordable(entryDecision, wanted - held, price) : held - wanted;
        if (wanted == 0 || lots <= 0) {
            return;
        }
        boolean buys = grows == position.lots() > 0;
        market.submit(new Order(
                nextId(),
                instrument.symbol(),
                buys ? OrderSide.BUY : OrderSide.SELL,
                lots,
                atClose ? AT_CLOSE : AT_MARKET,
                TimeInForce.IOC,
                !grows,
                0,
                FillReason.REBALANCE));
    }

    /** Sends the order that opens what is wanted, once nothing is held. */
    void enter(boolean atClose) {
        boolean grows = isRebalancedNow(atClose);
        rebalances = rebalances && atClose != fillsAtClose;
        Decision wanted = acting.target() == Target.HOLD ? waiting : acting;
        acting = Decision.NONE;
        waiting = Decision.NONE;
        if (grows) {
            resize(atClose, true);
            match(atClose);
            return;
        }
        if (wanted.target() != Target.LONG && wanted.target() != Target.SHORT) {
            return;
        }
        if (!position.isFlat()) {
            waiting = wanted.target() == held() ? Decision.NONE : wanted;
            return;
        }
        if (entryId == 0 && (atClose ? bar + 1 : bar) >= earliestEntry) {
            sendEntry(wanted, atClose);
            match(atClose);
        }
    }

    /** Matches what waits inside the bar. */
    void inside() {
        carry.inside(open);
        cooledAt = bar + 1 + cooldownBars;
        FinerBars bars = finer;
        if (bars != null && bars.resolve(time, high, low)) {
            for (int i = bars.from(); i < bars.to(); i++) {
                bars.begin(market, i);
                matchLeg();
            }
        } else {
            market.beginWholeLeg();
            matchLeg();
        }
    }

    private void matchLeg() {
        while (market.matchLeg()) {
            drain();
        }
        market.endLeg();
    }

    /** Ends the bar at its close. */
    void end() {
        match(true);
        market.end();
        sizer.close(close);
        drain();
    }

    /** Closes what is held at the price, for a reason that no order can tell. */
    void closeOut(double price, FillReason reason) {
        cooledAt = reason == FillReason.RUIN ? Integer.MAX_VALUE : bar + 1;
        market.closeOut(price, reason);
        drain();
    }

    /** Forgets what was decided and takes back what opens. */
    void forget() {
        Arrays.fill(due, Decision.NONE);
        acting = Decision.NONE;
        waiting = Decision.NONE;
        if (entryId != 0) {
            market.working().cancel(entryId);
            drain();
        }
    }

    boolean decidesAtClose() {
        return fillsAtClose;
    }

    double lastOpen() {
        return open;
    }

    double lastClose() {
        return close;
    }

    private void match(boolean atClose) {
        drain();
        while (atClose ? market.matchClose() : market.matchOpen()) {
            drain();
        }
    }

    private void drain() {
        List<OrderEvent> events = market.working().poll();
        while (!events.isEmpty()) {
            eventsOfBar.addAll(events);
            for (OrderEvent event : events) {
                take(event);
            }
            events = market.working().poll();
        }
    }

    private void take(OrderEvent event) {
        switch (event) {
            case OrderEvent.Accepted _ -> {
                // what comes of it will be told
            }
            case OrderEvent.Filled filled -> take(filled);
            case OrderEvent.Rejected rejected -> gone(rejected.order());
            case OrderEvent.Canceled canceled -> gone(canceled.order());
            case OrderEvent.Expired expired -> gone(expired.order());
        }
    }

    private void take(OrderEvent.Filled filled) {
        long id = filled.order().id();
        if (filled.lotsLeft() == 0) {
            gone(filled.order());
        }
        if (!filled.order().reduceOnly()) {
            placeExits();
            return;
        }
        if (entryId != 0 && entryId != id) {
            market.working().cancel(entryId);
        }
        if (position.isFlat()) {
            earliestEntry = cooledAt;
        }
    }

    private void gone(Order order) {
        if (order.id() == entryId) {
            entryId = 0;
        } else if (order.id() == exitId) {
            exitId = 0;
        }
    }

    private void sendExit(boolean atClose) {
        OrderSide side = position.lots() > 0 ? OrderSide.SELL : OrderSide.BUY;
        exitId = nextId();
        market.submit(new Order(
                exitId,
                instrument.symbol(),
                side,
                Math.abs(position.lots()),
                atClose ? AT_CLOSE : AT_MARKET,
                TimeInForce.GTC,
                true,
                0,
                exitReason(acting)));
    }

    private FillReason exitReason(Decision decision) {
        if (decision.equals(Decision.FLATTEN)) {
            return FillReason.FLATTEN;
        }
        return decision.target() == Target.FLAT || cooldownBars > 0 ? FillReason.SIGNAL : FillReason.FLIP;
    }

    private void sendEntry(Decision decision, boolean atClose) {
        boolean isLong = decision.target() == Target.LONG;
        EntryRule rule = spec.entry();
        double reference = Double.isNaN(closeBefore) ? open : closeBefore;
        boolean above = isLong == (rule.kind() == EntryRule.Kind.STOP);
        double level = above ? reference * (1 + rule.offset()) : reference * (1 - rule.offset());
        long lots = switch (rule.kind()) {
            case MARKET -> sizer.atMarket(decision, atClose ? close : open);
            case STOP -> sizer.atMarket(decision, level);
            case LIMIT -> sizer.lots(decision, level);
        };
        if (lots == 0) {
            unsentOrders++;
            return;
        }
        OrderType type = switch (rule.kind()) {
            case MARKET -> atClose ? AT_CLOSE : AT_MARKET;
            case STOP -> new OrderType.Stop(level);
            case LIMIT -> new OrderType.Limit(level);
        };
        TimeInForce life =
                rule.goodFor().isPresent() ? TimeInForce.goodFor(rule.goodFor().getAsInt()) : TimeInForce.GTC;
        entryId = nextId();
        entryTarget = decision.target();
        entryDecision = decision;
        market.submit(new Order(
                entryId,
                instrument.symbol(),
                isLong ? OrderSide.BUY : OrderSide.SELL,
                lots,
                type,
                life,
                false,
                0,
                FillReason.ENTRY));
    }

    // Distances are from the entry price, which is the mean of the fills: with another fill the exits move.
    private void placeExits() {
        double stop = Sizer.distance(entryDecision.stopLoss(), spec.exits().stopLoss());
        double take = Sizer.distance(entryDecision.takeProfit(), spec.exits().takeProfit());
        boolean trails = spec.exits().trailingStop().isPresent();
        if (Double.isNaN(stop) && Double.isNaN(take) && !trails) {
            return;
        }
        if (exitsGroup != 0) {
            market.working().cancelGroup(exitsGroup);
        }
        exitsGroup = nextId();
        boolean isLong = position.lots() > 0;
        double price = position.entryPrice();
        double stopLevel = isLong ? price * (1 - stop) : price * (1 + stop);
        double takeLevel = isLong ? price * (1 + take) : price * (1 - take);
        if (isPrice(stopLevel)) {
            sendLevel(new OrderType.Stop(stopLevel), FillReason.STOP_LOSS);
        }
        if (isPrice(takeLevel)) {
            sendLevel(new OrderType.MarketIfTouched(takeLevel), FillReason.TAKE_PROFIT);
        }
        if (trails) {
            double distance = spec.exits().trailingStop().getAsDouble();
            sendLevel(new OrderType.TrailingStop(distance, price), FillReason.TRAILING_STOP);
        }
    }

    private void sendLevel(OrderType type, FillReason reason) {
        OrderSide side = position.lots() > 0 ? OrderSide.SELL : OrderSide.BUY;
        market.submit(new Order(
                nextId(),
                instrument.symbol(),
                side,
                Math.abs(position.lots()),
                type,
                TimeInForce.GTC,
                true,
                exitsGroup,
                reason));
    }

    // A level at or below zero is never touched, nor is one that is not set.
    private static boolean isPrice(double level) {
        return level > 0 && level < Double.POSITIVE_INFINITY;
    }

    // From 1 on, unique among the desks of an account.
    private long nextId() {
        lastId += idStep;
        return lastId;
    }
}
