package io.quantloom.ui.predictions;

import java.time.Duration;
import java.util.Optional;

/**
 * What is said of one symbol. Immutable.
 *
 * @param symbol the asset
 * @param up of a rise; empty without a model in service
 * @param down of a fall; empty without a model in service
 */
record SymbolRow(String symbol, Optional<Said> up, Optional<Said> down) {

    /** Which way a model looks. */
    enum Way {
        /** Whether it rises. */
        UP,
        /** Whether it falls. */
        DOWN
    }

    Optional<Said> said(Way way) {
        return way == Way.UP ? up : down;
    }

    /**
     * What a model said. Immutable.
     *
     * @param probability in [0, 1]; NaN when it was not asked yet
     * @param asOf open time of the bar, epoch milliseconds UTC; 0 when it was not asked yet
     * @param bar length of that bar
     * @param age time since the bar had closed, when the page was read
     * @param model its name
     * @param version of it
     * @param learner its learner
     * @param target what it was asked, in words
     */
    record Said(
            double probability,
            long asOf,
            Duration bar,
            Duration age,
            String model,
            int version,
            String learner,
            String target) {

        boolean isAsked() {
            return !Double.isNaN(probability);
        }

        /** {@return whether the bar lasts a day or more, so that its hour says nothing} */
        boolean isDaily() {
            return bar.compareTo(Duration.ofDays(1)) >= 0;
        }

        /** {@return whether a whole bar more has closed since than the one that is always under way} */
        boolean isStale() {
            return isAsked() && age.compareTo(bar.multipliedBy(2)) > 0;
        }
    }
}
