package io.quantloom.engine.order;

/** What became of an order. Immutable. Times are the open time of the bar in which it happened, epoch milliseconds UTC. */
public sealed interface OrderEvent {

    /** {@return the order} */
    Order order();

    /** {@return open time of the bar} */
    long time();

    /** The venue took it. */
    record Accepted(Order order, long time) implements OrderEvent {}

    /**
     * The venue did not take it.
     *
     * @param reason in words for a person
     */
    record Rejected(Order order, long time, String reason) implements OrderEvent {}

    /**
     * All of it or a part was done.
     *
     * @param fill quantity, price, fee; its lots are at most what was left
     * @param lotsLeft what is still to be done, 0 when it is done
     */
    record Filled(Order order, long time, Fill fill, long lotsLeft) implements OrderEvent {}

    /**
     * The rest of it will not be done: its sender or the venue took it back.
     *
     * @param lotsLeft what was not done
     * @param reason in words for a person
     */
    record Canceled(Order order, long time, long lotsLeft, String reason) implements OrderEvent {}

    /**
     * The rest of it will not be done: its time is over.
     *
     * @param lotsLeft what was not done
     */
    record Expired(Order order, long time, long lotsLeft) implements OrderEvent {}
}
