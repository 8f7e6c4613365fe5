package io.quantloom.engine.indicator;

import io.quantloom.engine.document.Kind;
import java.util.Optional;

/**
 * A number that an indicator, or a rule over indicators, takes. Immutable.
 *
 * @param name the library's
 * @param isWhole whether only whole numbers fit
 * @param least smallest, inclusive
 * @param most largest, inclusive
 * @param standard what it is when it is left out; empty: it must be there
 */
public record Parameter(String name, boolean isWhole, double least, double most, Optional<Double> standard) {

    private static final int LONGEST = 10_000;

    /** {@return a number of bars that must be given} */
    public static Parameter bars(String name) {
        return new Parameter(name, true, 1, LONGEST, Optional.empty());
    }

    /** {@return a number of bars of at least {@code least}} */
    public static Parameter window(String name, int least, int standard) {
        return new Parameter(name, true, least, LONGEST, Optional.of((double) standard));
    }

    /** {@return a number of bars} */
    public static Parameter bars(String name, int standard) {
        return new Parameter(name, true, 1, LONGEST, Optional.of((double) standard));
    }

    /** {@return any number that must be given} */
    public static Parameter number(String name) {
        return new Parameter(name, false, -Double.MAX_VALUE, Double.MAX_VALUE, Optional.empty());
    }

    /** {@return a number in [least, most]} */
    public static Parameter number(String name, double least, double most, double standard) {
        return new Parameter(name, false, least, most, Optional.of(standard));
    }

    /** {@return how a text becomes a value} */
    public Kind<Double> kind() {
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

    /** {@return whether the value may stand for it} */
    public boolean accepts(double value) {
        return value >= least && value <= most && (!isWhole || value == Math.rint(value));
    }
}
