package io.quantloom.engine.tuning.tpe;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.Sampler;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.Trial.State;
import io.quantloom.engine.tuning.sampling.RandomSampler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The tree-structured Parzen estimator, with the defaults and in the joint form of Optuna 5. Random until ten trials have
 * ended; then 24 candidates are drawn from the estimate l of good trials, and the one with the highest l/g goes on, g being
 * the estimate of all others.
 *
 * <p>Dimensions that apply together are drawn together, from the same kernel: those without a condition, and those under
 * each condition. What is observed of such a group are the trials that have all of it. Within a group, dimensions that some
 * ended trial of the group does not know, because it was told from another space, are drawn each for itself.
 *
 * <p>Sources: Bergstra, Bardenet, Bengio and Kégl, Algorithms for hyper-parameter optimization, NIPS 2011; Watanabe,
 * Tree-structured Parzen estimator: understanding its algorithm components, arXiv 2304.11127 (2023).
 */
public final class TpeSampler implements Sampler {

    private static final int STARTUP = 10;
    private static final int CANDIDATES = 24;

    private final Seeds seeds;
    private final RandomSampler random;

    /** Takes the seeds of the study: equal seeds and equal trials give an equal answer. */
    public TpeSampler(Seeds seeds) {
        this.seeds = seeds;
        this.random = new RandomSampler(seeds);
    }

    @Override
    public Hyperparameters propose(SearchSpace space, int number, List<Trial> told) {
        List<Trial> others =
                told.stream().filter(trial -> trial.number() != number).toList();
        if (TrialSplit.finished(others) < STARTUP) {
            return random.propose(space, number, told);
        }
        TrialSplit split = TrialSplit.of(others);
        var drawn = new TreeMap<String, Object>();
        for (List<Axis> part : parts(space, others)) {
            String first = part.getFirst().dimension().name();
            RandomGenerator generator =
                    seeds.child("tpe/" + number + "/" + first).random();
            double[] row = choose(part, split, generator);
            for (int i = 0; i < row.length; i++) {
                drawn.put(part.get(i).dimension().name(), part.get(i).value(row[i]));
            }
        }
        return space.draw(dimension -> drawn.getOrDefault(dimension.name(), only(dimension)));
    }

    private static double[] choose(List<Axis> axes, TrialSplit split, RandomGenerator generator) {
        ParzenEstimator good = ParzenEstimator.of(axes, rows(axes, split.below()));
        ParzenEstimator rest = ParzenEstimator.of(axes, rows(axes, split.above()));
        double[] best = good.draw(generator);
        double highest = good.logDensity(best) - rest.logDensity(best);
        for (int i = 1; i < CANDIDATES; i++) {
            double[] candidate = good.draw(generator);
            double ratio = good.logDensity(candidate) - rest.logDensity(candidate);
            if (ratio > highest) {
                best = candidate;
                highest = ratio;
            }
        }
        return best;
    }

    private static double[][] rows(List<Axis> axes, List<Trial> trials) {
        return trials.stream()
                .filter(trial -> axes.stream().allMatch(axis -> knows(trial, axis.dimension())))
                .map(trial -> axes.stream()
                        .mapToDouble(axis ->
                                axis.coordinate(value(trial, axis.dimension()).orElseThrow()))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static List<List<Axis>> parts(SearchSpace space, List<Trial> told) {
        var groups = new LinkedHashMap<String, List<Dimension>>();
        for (Dimension dimension : space.dimensions()) {
            if (!dimension.isSingle()) {
                groups.computeIfAbsent(condition(dimension), _ -> new ArrayList<>())
                        .add(dimension.plain());
            }
        }
        var parts = new ArrayList<List<Axis>>();
        for (Map.Entry<String, List<Dimension>> group : groups.entrySet()) {
            var joint = new ArrayList<Axis>();
            for (Dimension dimension : group.getValue()) {
                if (isShared(dimension, group.getValue(), told)) {
                    joint.add(Axis.of(dimension));
                } else {
                    parts.add(List.of(Axis.of(dimension)));
                }
            }
            if (!joint.isEmpty()) {
                parts.add(List.copyOf(joint));
            }
        }
        return parts;
    }

    private static boolean isShared(Dimension dimension, List<Dimension> group, List<Trial> told) {
        return told.stream()
                .filter(trial -> trial.state() == State.COMPLETE || trial.state() == State.PRUNED)
                .filter(trial -> group.stream().anyMatch(member -> knows(trial, member)))
                .allMatch(trial -> knows(trial, dimension));
    }

    private static String condition(Dimension dimension) {
        return dimension instanceof Dimension.When when ? when.on() + "=" + when.value() : "";
    }

    private static boolean knows(Trial trial, Dimension dimension) {
        return value(trial, dimension).filter(dimension::contains).isPresent();
    }

    private static Optional<Object> value(Trial trial, Dimension dimension) {
        return Optional.ofNullable(trial.parameters().values().get(dimension.name()));
    }

    private static Object only(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> fixed.value();
            case Dimension.Choice choice -> choice.values().getFirst();
            case Dimension.Numeric numeric -> numeric.at(numeric.scale().lowEdge());
            case Dimension.When when -> only(when.dimension());
        };
    }
}
