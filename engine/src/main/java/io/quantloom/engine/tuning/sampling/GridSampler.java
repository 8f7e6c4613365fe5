package io.quantloom.engine.tuning.sampling;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.Sampler;
import io.quantloom.engine.tuning.Scale;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Points of a grid, each at most once, in an order drawn from the seeds. Every numeric dimension has the same number of
 * levels, evenly spread over its scale with both ends, or all its values where those are fewer; a choice has all its
 * values, and conditional dimensions unfold only under theirs. There are as few levels as give a point to each trial.
 */
public final class GridSampler implements Sampler {

    private static final int MOST_LEVELS = 10_000;
    private static final long MOST_POINTS = 1L << 60;

    private final Seeds seeds;
    private final int trials;

    /**
     * Takes the seeds of the order.
     *
     * @param trials how many points are wanted
     */
    public GridSampler(Seeds seeds, int trials) {
        this.seeds = seeds;
        this.trials = trials;
    }

    @Override
    public long most(SearchSpace space) {
        return size(space, Map.of(), levels(space));
    }

    @Override
    public Hyperparameters propose(SearchSpace space, int number, List<Trial> told) {
        int levels = levels(space);
        long size = size(space, Map.of(), levels);
        long point = new Permutation(size, seeds.child("grid").root()).at(number % size);
        var values = new TreeMap<String, Object>();
        decode(space, Map.of(), levels, point, values);
        return space.draw(dimension -> Objects.requireNonNull(values.get(dimension.name())));
    }

    private int levels(SearchSpace space) {
        int enough = 1;
        while (enough < MOST_LEVELS && size(space, Map.of(), enough) < trials) {
            enough *= 2;
        }
        int least = enough / 2 + 1;
        while (least < enough) {
            int middle = (least + enough) / 2;
            if (size(space, Map.of(), middle) < trials) {
                least = middle + 1;
            } else {
                enough = middle;
            }
        }
        return enough;
    }

    /** Points under the condition: the product over its dimensions. */
    private static long size(SearchSpace space, Map<String, Object> condition, int levels) {
        long product = 1;
        for (Dimension dimension : under(space, condition)) {
            long own = own(space, dimension.plain(), levels);
            // Beyond, no study would ever come.
            product = Math.multiplyHigh(product, own) > 0 ? MOST_POINTS : Math.min(MOST_POINTS, product * own);
        }
        return product;
    }

    /** Points of one dimension: a choice counts what unfolds under each value. */
    private static long own(SearchSpace space, Dimension dimension, int levels) {
        return switch (dimension) {
            case Dimension.Numeric numeric
            when !numeric.scale().log() || !numeric.scale().isStepped() ->
                (long) Math.min(levels, numeric.scale().size());
            case Dimension.Numeric numeric -> values(numeric, levels).size();
            case Dimension.Fixed _, Dimension.Choice _ ->
                values(dimension, levels).stream()
                        .mapToLong(value -> size(space, Map.of(dimension.name(), value), levels))
                        .sum();
            case Dimension.When when -> own(space, when.dimension(), levels);
        };
    }

    private static void decode(
            SearchSpace space, Map<String, Object> condition, int levels, long point, Map<String, Object> decoded) {
        long rest = point;
        for (Dimension dimension : under(space, condition)) {
            long own = own(space, dimension.plain(), levels);
            place(space, dimension.plain(), levels, rest % own, decoded);
            rest /= own;
        }
    }

    private static void place(
            SearchSpace space, Dimension dimension, int levels, long point, Map<String, Object> decoded) {
        long rest = point;
        for (Object value : values(dimension, levels)) {
            Map<String, Object> below = Map.of(dimension.name(), value);
            long size = dimension instanceof Dimension.Numeric ? 1 : size(space, below, levels);
            if (rest < size) {
                decoded.put(dimension.name(), value);
                decode(space, below, levels, rest, decoded);
                return;
            }
            rest -= size;
        }
    }

    private static List<Dimension> under(SearchSpace space, Map<String, Object> condition) {
        return space.dimensions().stream()
                .filter(dimension -> dimension instanceof Dimension.When when
                        ? when.value().equals(condition.get(when.on()))
                        : condition.isEmpty())
                .toList();
    }

    private static List<Object> values(Dimension dimension, int levels) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> List.of(fixed.value());
            case Dimension.Choice choice -> choice.values();
            case Dimension.Numeric numeric -> levels(numeric, levels);
            case Dimension.When when -> values(when.dimension(), levels);
        };
    }

    private static List<Object> levels(Dimension.Numeric numeric, int levels) {
        Scale scale = numeric.scale();
        double low = scale.coordinate(scale.low());
        double high = scale.coordinate(scale.high());
        var values = new ArrayList<Object>();
        int count = (int) Math.min(levels, scale.size());
        for (int i = 0; i < count; i++) {
            Object value = numeric.at(count == 1 ? (low + high) / 2 : low + (high - low) * i / (count - 1));
            // On a logarithmic line of whole numbers several levels round to the same.
            if (values.isEmpty() || !values.getLast().equals(value)) {
                values.add(value);
            }
        }
        return values;
    }
}
