package io.quantloom.engine.execution;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.order.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The orders of one instrument that the simulated venue has taken, by age, and the events that tell of them: how long they
 * live and which exclude each other. Mutable.
 */
final class WorkingOrders {

    private static final String SIBLING_DONE = "another order of its group was done";

    private final Instrument instrument;
    private final Duration barLength;
    private final List<WorkingOrder> orders = new ArrayList<>();
    private List<OrderEvent> events = new ArrayList<>();
    private long time;
    private boolean isInBar;

    WorkingOrders(Instrument instrument, Duration barLength) {
        this.instrument = instrument;
        this.barLength = barLength;
    }

    boolean isEmpty() {
        return orders.isEmpty();
    }

    int size() {
        return orders.size();
    }

    WorkingOrder get(int i) {
        return orders.get(i);
    }

    /** {@return what happened since the last call} */
    List<OrderEvent> poll() {
        if (events.isEmpty()) {
            return List.of();
        }
        List<OrderEvent> happened = events;
        events = new ArrayList<>();
        return happened;
    }

    void accept(WorkingOrder order) {
        if (isInBar && order.order.timeInForce().kind() == TimeInForce.Kind.DAY) {
            order.day = tradingDay();
        }
        orders.add(order);
        events.add(new OrderEvent.Accepted(order.order, time));
    }

    void reject(Order order, String reason) {
        events.add(new OrderEvent.Rejected(order, time, reason));
    }

    /** Begins a bar: what was for an earlier day goes. */
    void begin(long openTime) {
        time = openTime;
        isInBar = true;
        for (int i = orders.size() - 1; i >= 0; i--) {
            WorkingOrder order = orders.get(i);
            order.isResting = true;
            if (order.order.timeInForce().kind() == TimeInForce.Kind.DAY) {
                LocalDate day = tradingDay();
                if (order.day == null) {
                    order.day = day;
                } else if (!order.day.equals(day)) {
                    expire(order);
                }
            }
        }
    }

    /** Ends a bar: what was for at once, or for so many bars, goes. */
    void end() {
        isInBar = false;
        for (int i = orders.size() - 1; i >= 0; i--) {
            WorkingOrder order = orders.get(i);
            order.bars++;
            TimeInForce life = order.order.timeInForce();
            if (order.isForAtOnce()) {
                cancel(order, "not filled at once");
            } else if (life.kind() == TimeInForce.Kind.GTD && order.bars >= life.bars()) {
                expire(order);
            }
        }
    }

    boolean cancel(long orderId) {
        for (WorkingOrder order : orders) {
            if (order.order.id() == orderId) {
                cancel(order, "taken back");
                return true;
            }
        }
        return false;
    }

    void cancelGroup(long group) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).order.group() == group) {
                cancel(orders.get(i), "replaced");
            }
        }
    }

    void cancel(WorkingOrder order, String reason) {
        orders.remove(order);
        events.add(new OrderEvent.Canceled(order.order, time, order.left, reason));
    }

    /** Takes note of a fill: what is done goes, and so does, or shrinks, what it excludes. */
    void filled(WorkingOrder order, Fill fill) {
        order.left -= fill.lots();
        events.add(new OrderEvent.Filled(order.order, time, fill, order.left));
        if (order.left == 0) {
            orders.remove(order);
            cancelSiblings(order);
        } else if (order.form == WorkingOrder.Form.LIMIT) {
            shrinkSiblings(order, fill.lots());
        }
    }

    void cancelReduceOnly() {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).order.reduceOnly()) {
                cancel(orders.get(i), "the position is closed");
            }
        }
    }

    void cancelSiblings(WorkingOrder done) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (done.isSiblingOf(orders.get(i))) {
                cancel(orders.get(i), SIBLING_DONE);
            }
        }
    }

    private void shrinkSiblings(WorkingOrder filled, long lots) {
        for (int i = orders.size() - 1; i >= 0; i--) {
            WorkingOrder sibling = orders.get(i);
            if (filled.isSiblingOf(sibling)) {
                sibling.left = Math.max(0, sibling.left - lots);
                if (sibling.left == 0) {
                    cancel(sibling, SIBLING_DONE);
                }
            }
        }
    }

    private void expire(WorkingOrder order) {
        orders.remove(order);
        events.add(new OrderEvent.Expired(order.order, time, order.left));
    }

    private LocalDate tradingDay() {
        Instant start = Instant.ofEpochMilli(time);
        return instrument.calendar().tradingDay(start, barLength).orElse(LocalDate.ofInstant(start, ZoneOffset.UTC));
    }
}
