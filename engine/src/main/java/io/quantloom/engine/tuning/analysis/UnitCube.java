package io.quantloom.engine.tuning.analysis;

import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import java.util.List;
import java.util.Map;

/**
 * A search space as a cube: every dimension with more than one value is an axis from 0 to 1, logarithmic where it is searched
 * so, the values of a choice in the middles of equal parts. Immutable.
 *
 * @param axes the dimensions with more than one value, ascending by name
 */
public record UnitCube(List<Dimension> axes) {

    /** Copies the list. */
    public UnitCube {
        axes = List.copyOf(axes);
    }

    /** Returns the cube of all dimensions. */
    public static UnitCube of(SearchSpace space) {
        return new UnitCube(space.dimensions().stream()
                .filter(dimension -> !dimension.isSingle())
                .toList());
    }

    /** Returns the cube of the dimensions that all the trials have. */
    public static UnitCube shared(SearchSpace space, List<Trial> trials) {
        return new UnitCube(of(space).axes.stream()
                .filter(dimension ->
                        trials.stream().allMatch(trial -> trial.parameters().has(dimension.name())))
                .toList());
    }

    /** {@return the names of the axes} */
    public List<String> names() {
        return axes.stream().map(Dimension::name).toList();
    }

    /** Returns the place of the parameters on each axis, NaN where they have none. */
    public double[] place(Hyperparameters parameters) {
        return axes.stream()
                .mapToDouble(axis -> place(axis, parameters.values()))
                .toArray();
    }

    /**
     * Returns how far two places are from one another: the root of the mean squared difference over the axes that either
     * has, in [0, 1]. Different choices are 1 apart, and so are a place and none.
     */
    public double distance(double[] one, double[] other) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < axes.size(); i++) {
            boolean has = !Double.isNaN(one[i]);
            if (has || !Double.isNaN(other[i])) {
                double difference = axes.get(i).plain() instanceof Dimension.Choice || has == Double.isNaN(other[i])
                        ? one[i] == other[i] ? 0 : 1
                        : one[i] - other[i];
                sum += difference * difference;
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    private static double place(Dimension axis, Map<String, Object> values) {
        Object value = values.get(axis.name());
        if (value == null) {
            return Double.NaN;
        }
        return switch (axis.plain()) {
            case Dimension.Numeric numeric -> numeric.scale().unit(((Number) value).doubleValue());
            case Dimension.Choice choice ->
                (choice.values().indexOf(value) + 0.5) / choice.values().size();
            case Dimension.Fixed _, Dimension.When _ -> 0.5;
        };
    }
}
