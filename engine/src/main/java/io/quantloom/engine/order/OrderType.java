package io.quantloom.engine.order;

/**
 * At which price an order may be done. Prices are quote currency per unit, finite and above zero. "Touched" means that the
 * market traded at the price or beyond it. Immutable.
 */
public sealed interface OrderType {

    /** {@return whether it waits for the market to go against its holder: stops, which a pessimist fills first} */
    default boolean isStop() {
        return this instanceof Stop || this instanceof StopLimit || this instanceof TrailingStop;
    }

    /** At the market, at once: in a simulation at the open. */
    record Market() implements OrderType {}

    /** At the market at the close of the bar in which it arrives. */
    record AtClose() implements OrderType {}

    /** At the price or better. */
    record Limit(double price) implements OrderType {
        /** Checks the price. */
        public Limit {
            check(price);
        }
    }

    /** At the market once the price is touched: from below for a buy, from above for a sale. */
    record Stop(double price) implements OrderType {
        /** Checks the price. */
        public Stop {
            check(price);
        }
    }

    /** A limit order once the stop price is touched. */
    record StopLimit(double stop, double limit) implements OrderType {
        /** Checks the prices. */
        public StopLimit {
            check(stop);
            check(limit);
        }
    }

    /**
     * A stop that follows the best price seen since it was sent: for a sale it stands at {@code best × (1 − distance)}, for
     * a buy at {@code best × (1 + distance)}.
     *
     * @param distance fraction of the best price, in (0, 1)
     * @param start the best price at the beginning
     */
    record TrailingStop(double distance, double start) implements OrderType {
        /** Checks the numbers. */
        public TrailingStop {
            check(start);
            if (!(distance > 0 && distance < 1)) {
                throw new IllegalArgumentException("a trailing distance must be in (0, 1), was " + distance);
            }
        }
    }

    /** At the market once the price is touched from the other side than a stop: from above for a buy. A profit target. */
    record MarketIfTouched(double price) implements OrderType {
        /** Checks the price. */
        public MarketIfTouched {
            check(price);
        }
    }

    private static void check(double price) {
        if (!(price > 0) || Double.isInfinite(price)) {
            throw new IllegalArgumentException("a price must be finite and above zero, was " + price);
        }
    }
}
