package io.quantloom.engine.tuning;

import static io.quantloom.engine.tuning.SearchParameter.ALPHA;
import static io.quantloom.engine.tuning.SearchParameter.C;
import static io.quantloom.engine.tuning.SearchParameter.COLSAMPLE;
import static io.quantloom.engine.tuning.SearchParameter.ETA;
import static io.quantloom.engine.tuning.SearchParameter.HIDDEN;
import static io.quantloom.engine.tuning.SearchParameter.LAMBDA;
import static io.quantloom.engine.tuning.SearchParameter.LEARNING_RATE;
import static io.quantloom.engine.tuning.SearchParameter.LEAVES;
import static io.quantloom.engine.tuning.SearchParameter.MAX_DEPTH;
import static io.quantloom.engine.tuning.SearchParameter.MIN_CHILD_WEIGHT;
import static io.quantloom.engine.tuning.SearchParameter.MIN_DATA_IN_LEAF;
import static io.quantloom.engine.tuning.SearchParameter.NEIGHBORS;
import static io.quantloom.engine.tuning.SearchParameter.ROUNDS;
import static io.quantloom.engine.tuning.SearchParameter.SUBSAMPLE;
import static io.quantloom.engine.tuning.SearchParameter.THRESHOLD;

import io.quantloom.engine.model.Hyperparameters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a study may try. Immutable.
 *
 * @param dimensions ascending by name, each name once
 */
public record SearchSpace(List<Dimension> dimensions) {

    /** What learners search that know these parameters, beside what they know of {@link #DEFAULT}. */
    public static final SearchSpace FURTHER = of(List.of(
            LEAVES.range(4, 31),
            MIN_DATA_IN_LEAF.range(50, 500),
            C.range(0.01, 100),
            NEIGHBORS.range(10, 200),
            ALPHA.range(0.001, 100),
            HIDDEN.range(8, 64),
            LEARNING_RATE.range(0.001, 0.3)));

    /** The space of contracts.md: labels overlap, so trees must stay shallow and their leaves large. */
    public static final SearchSpace DEFAULT = of(List.of(
            MAX_DEPTH.range(2, 4),
            ETA.fixed(0.05),
            ROUNDS.range(40, 120),
            MIN_CHILD_WEIGHT.range(30, 200),
            SUBSAMPLE.fixed(0.7),
            COLSAMPLE.fixed(0.7),
            LAMBDA.fixed(5),
            THRESHOLD.range(0.57, 0.63)));

    /** Copies the list, checks its order, and that each condition is on a choice with that value. */
    public SearchSpace {
        dimensions = List.copyOf(dimensions);
        for (int i = 1; i < dimensions.size(); i++) {
            if (dimensions.get(i - 1).name().compareTo(dimensions.get(i).name()) >= 0) {
                throw new IllegalArgumentException("dimensions ascend by name, each once");
            }
        }
        if (parentsFirst(dimensions).size() < dimensions.size()) {
            throw new IllegalArgumentException("a condition is on a choice of the space and on one of its values");
        }
    }

    /** Returns the space of the dimensions in any order. */
    public static SearchSpace of(List<Dimension> dimensions) {
        return new SearchSpace(dimensions.stream()
                .sorted(Comparator.comparing(Dimension::name))
                .toList());
    }

    /** {@return whether there is a dimension of the name} */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** Returns the dimension of the name. */
    public Optional<Dimension> find(String name) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(name))
                .findFirst();
    }

    /**
     * Returns the parameters of a trial: the value of every dimension that applies, the choices that others depend on first.
     *
     * @param draw gives the value of a dimension without its condition; not asked for fixed ones
     */
    public Hyperparameters draw(Function<Dimension, Object> draw) {
        var values = new TreeMap<String, Object>();
        for (Dimension dimension : parentsFirst(dimensions)) {
            if (applies(dimension, values)) {
                Dimension plain = dimension.plain();
                values.put(plain.name(), plain instanceof Dimension.Fixed fixed ? fixed.value() : draw.apply(plain));
            }
        }
        return new Hyperparameters(values);
    }

    /** {@return the dimensions, each behind the choice it depends on, else ascending by name} */
    public List<Dimension> parentsFirst() {
        return parentsFirst(dimensions);
    }

    private static boolean applies(Dimension dimension, Map<String, Object> values) {
        return !(dimension instanceof Dimension.When when) || when.value().equals(values.get(when.on()));
    }

    private static List<Dimension> parentsFirst(List<Dimension> dimensions) {
        var ordered = new LinkedHashMap<String, Dimension>();
        for (int before = -1; ordered.size() > before; ) {
            before = ordered.size();
            for (Dimension dimension : dimensions) {
                if (isRooted(dimension, ordered)) {
                    ordered.putIfAbsent(dimension.name(), dimension);
                }
            }
        }
        return List.copyOf(ordered.values());
    }

    private static boolean isRooted(Dimension dimension, Map<String, Dimension> ordered) {
        if (!(dimension instanceof Dimension.When when)) {
            return true;
        }
        Dimension parent = ordered.get(when.on());
        return parent != null
                && (parent.plain() instanceof Dimension.Choice || parent.plain() instanceof Dimension.Fixed)
                && parent.contains(when.value());
    }
}
