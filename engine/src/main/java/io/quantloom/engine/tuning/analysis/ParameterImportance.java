package io.quantloom.engine.tuning.analysis;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * How much of the variance of the objective over the search space each parameter explains by itself: the functional analysis
 * of variance of 64 regression trees, each grown on a bootstrap sample of the complete trials. What is missing from 1 is due
 * to parameters together. Values of a choice are cut in the order of their list.
 *
 * <p>Source: Hutter, Hoos and Leyton-Brown, An efficient approach for assessing hyperparameter importance, ICML 2014.
 */
public final class ParameterImportance {

    private static final int TREES = 64;
    private static final int LEAST_TRIALS = 4;

    private ParameterImportance() {}

    /**
     * Returns the shares in [0, 1] by name, of the parameters that every complete trial has; empty when there are fewer than
     * four complete trials, 0 for all when they do not differ. The same trials give the same shares.
     */
    public static SortedMap<String, Double> of(SearchSpace space, List<Trial> trials) {
        var shares = new TreeMap<String, Double>();
        List<Trial> complete =
                trials.stream().filter(trial -> trial.state() == State.COMPLETE).toList();
        UnitCube cube = UnitCube.shared(space, complete);
        if (complete.size() < LEAST_TRIALS || cube.axes().isEmpty()) {
            return shares;
        }
        double[][] places =
                complete.stream().map(trial -> cube.place(trial.parameters())).toArray(double[][]::new);
        // Shares do not depend on the level, but rounding does.
        double level = complete.stream()
                .mapToDouble(trial -> trial.value().orElseThrow())
                .average()
                .orElseThrow();
        double[] values = complete.stream()
                .mapToDouble(trial -> trial.value().orElseThrow() - level)
                .toArray();
        var sums = new double[places[0].length];
        int grown = 0;
        for (int tree = 0; tree < TREES; tree++) {
            RegressionTree one = sampled(
                    places, values, new Seeds(0).child("importance/" + tree).random());
            double whole = one.variance();
            if (whole > 0) {
                grown++;
                for (int axis = 0; axis < sums.length; axis++) {
                    sums[axis] += Math.min(1, one.variance(axis) / whole);
                }
            }
        }
        for (int axis = 0; axis < sums.length; axis++) {
            shares.put(cube.names().get(axis), grown == 0 ? 0 : sums[axis] / grown);
        }
        return shares;
    }

    private static RegressionTree sampled(double[][] places, double[] values, RandomGenerator random) {
        var rows = new double[places.length][];
        var answers = new double[places.length];
        for (int i = 0; i < rows.length; i++) {
            int drawn = random.nextInt(places.length);
            rows[i] = places[drawn];
            answers[i] = values[drawn];
        }
        return RegressionTree.grow(rows, answers);
    }
}
