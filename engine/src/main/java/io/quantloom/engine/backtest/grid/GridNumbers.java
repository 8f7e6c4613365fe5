package io.quantloom.engine.backtest.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The combinations of some axes by number: the first one is 0, and the last axis runs fastest. Immutable.
 *
 * @param axes at least one
 */
record GridNumbers(List<GridAxis> axes) {

    GridNumbers {
        axes = List.copyOf(axes);
    }

    /** The number of combinations; {@link Long#MAX_VALUE} where it is beyond a long. */
    long size() {
        return stride(-1);
    }

    /** Which value of the axis the combination has. */
    int choice(long number, int axis) {
        return (int) (number / stride(axis) % axes.get(axis).values().size());
    }

    /** The number of the combination that differs by so many steps in one axis; −1 when there is none. */
    long neighbor(long number, int axis, int steps) {
        int choice = choice(number, axis) + steps;
        return choice >= 0 && choice < axes.get(axis).values().size() ? number + steps * stride(axis) : -1;
    }

    /** The values of the combination by key, in the order of the axes. */
    Map<String, String> parameters(long number) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            parameters.put(axes.get(i).key(), axes.get(i).values().get(choice(number, i)));
        }
        return parameters;
    }

    // How far apart the numbers of two neighbours on the axis are.
    private long stride(int axis) {
        long stride = 1;
        for (int i = axis + 1; i < axes.size(); i++) {
            int values = axes.get(i).values().size();
            if (stride > Long.MAX_VALUE / values) {
                return Long.MAX_VALUE;
            }
            stride *= values;
        }
        return stride;
    }
}
