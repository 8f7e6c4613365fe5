package io.quantloom.engine.tuning;

import static io.quantloom.engine.tuning.SearchParameter.COLSAMPLE;
import static io.quantloom.engine.tuning.SearchParameter.ETA;
import static io.quantloom.engine.tuning.SearchParameter.LAMBDA;
import static io.quantloom.engine.tuning.SearchParameter.MAX_DEPTH;
import static io.quantloom.engine.tuning.SearchParameter.MIN_CHILD_WEIGHT;
import static io.quantloom.engine.tuning.SearchParameter.ROUNDS;
import static io.quantloom.engine.tuning.SearchParameter.SUBSAMPLE;
import static io.quantloom.engine.tuning.SearchParameter.THRESHOLD;

import java.util.Comparator;
import java.util.List;

/**
 * What a study may try. Immutable.
 *
 * @param dimensions ascending by name, each name once
 */
public record SearchSpace(List<Dimension> dimensions) {

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

    /** Copies the list and checks its order. */
    public SearchSpace {
        dimensions = List.copyOf(dimensions);
        for (int i = 1; i < dimensions.size(); i++) {
            if (dimensions.get(i - 1).name().compareTo(dimensions.get(i).name()) >= 0) {
                throw new IllegalArgumentException("dimensions ascend by name, each once");
            }
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
        return dimensions.stream().anyMatch(dimension -> dimension.name().equals(name));
    }
}
