package io.quantloom.ui.backtests.grid;

import java.util.List;

/**
 * One combination of a grid. Immutable; equal when it is the same one.
 *
 * @param row its number in the grid's table
 * @param parameters values in the order of the axes, as they stand in the file
 * @param inSample the objective; NaN when undefined
 * @param neighbors mean of the objective over the combinations one step away; NaN without one
 * @param outOfSample the objective; NaN when undefined or not split
 * @param totalReturn in sample, a fraction
 * @param maxDrawdown in sample, zero or below, a fraction
 * @param trades in sample
 */
public record GridRow(
        int row,
        List<String> parameters,
        double inSample,
        double neighbors,
        double outOfSample,
        double totalReturn,
        double maxDrawdown,
        double trades) {

    /** Copies the list. */
    public GridRow {
        parameters = List.copyOf(parameters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GridRow that && row == that.row && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return row;
    }
}
