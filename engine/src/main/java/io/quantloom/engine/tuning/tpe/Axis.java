package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.tuning.Dimension;

/** How a dimension is laid out as a line of coordinates, and which kernels stand on it. */
sealed interface Axis permits NumericAxis, ChoiceAxis {

    /** Returns the axis of a dimension that has several values and no condition. */
    static Axis of(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Numeric numeric -> new NumericAxis(numeric);
            case Dimension.Choice choice -> new ChoiceAxis(choice);
            case Dimension.Fixed _, Dimension.When _ ->
                throw new IllegalArgumentException("nothing to search in " + dimension);
        };
    }

    /** {@return the dimension} */
    Dimension dimension();

    /** Returns the coordinate of a value. */
    double coordinate(Object value);

    /** Returns the value at a coordinate. */
    Object value(double coordinate);

    /** Returns the kernels over the observed coordinates, oldest first. */
    Kernels kernels(double[] observed);
}
