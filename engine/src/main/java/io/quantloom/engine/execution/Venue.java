package io.quantloom.engine.execution;

import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderEvent;
import java.util.List;

/** A place that takes orders: simulated, or a broker behind its client. Used by one thread. */
public interface Venue {

    /** Sends an order; the answer is an event, at the latest with the next bar. */
    void submit(Order order);

    /** Takes the rest of an order back; nothing happens when it is not there any more. */
    void cancel(long orderId);

    /** {@return what happened since the last call, oldest first} */
    List<OrderEvent> poll();
}
