package io.quantloom.engine.strategy.ta4j;

import io.quantloom.engine.document.Kind;
import java.util.Optional;

/**
 * A number that a rule or an indicator takes.
 *
 * @param name ta4j's
 * @param isWhole whether only whole numbers fit
 * @param least smallest, inclusive
 * @param most largest, inclusive
 * @param standard what it is when it is left out; empty: it must be there
 */
record Parameter(String name, boolean isWhole, double least, double most, Optional<Double> standard) {

    private static final int LONGEST = 10_000;

    static Parameter bars(String name) {
        return new Parameter(name, true, 1, LONGEST, Optional.empty());
    }

    static Parameter bars(String name, int standard) {
        return new Parameter(name, true, 1, LONGEST, Optional.of((double) standard));
    }

    static Parameter number(String name) {
        return new Parameter(name, false, -Double.MAX_VALUE, Double.MAX_VALUE, Optional.empty());
    }

    static Parameter number(String name, double least, double most, double standard) {
        return new Parameter(name, false, least, most, Optional.of(standard));
    }

    /** {@return how a text becomes a value} */
    Kind<Double> kind() {
        if (isWhole) {
            Kind<Integer> whole = Kind.whole((int) least, (int) most);
            return new Kind<>(
                    whole.expected(), text -> whole.parse().apply(text).map(Integer::doubleValue), least);
        }
        if (least == -Double.MAX_VALUE) {
            Kind<Double> any = Kind.number(least, most);
            return new Kind<>("a number", any.parse(), 0.0);
        }
        return Kind.number(least, most);
    }

    boolean accepts(double value) {
        return value >= least && value <= most && (!isWhole || value == Math.rint(value));
    }
}
