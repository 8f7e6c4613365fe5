package io.quantloom.engine.tuning.sampling;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.Sampler;
import io.quantloom.engine.tuning.SearchSpace;
import io.quantloom.engine.tuning.Trial;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws each dimension independently of all others and of all other trials: the seed of a value is derived from the trial's
 * number and the dimension's name alone.
 *
 * <p>Source: Bergstra and Bengio, Random search for hyper-parameter optimization, JMLR 13 (2012).
 */
public final class RandomSampler implements Sampler {

    private final Seeds seeds;

    /** Takes the seeds of the study: equal seeds give equal trials, whatever the study is called in the store. */
    public RandomSampler(Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public Hyperparameters propose(SearchSpace space, int number, List<Trial> told) {
        return space.draw(dimension -> draw(
                dimension,
                seeds.child("trial/" + number + "/" + dimension.name()).random()));
    }

    private static Object draw(Dimension dimension, RandomGenerator random) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> fixed.value();
            case Dimension.Choice choice ->
                choice.values().get(random.nextInt(choice.values().size()));
            case Dimension.Whole whole
            when !whole.log() ->
                whole.low() + whole.step() * random.nextLong((whole.high() - (long) whole.low()) / whole.step() + 1);
            case Dimension.Numeric numeric -> {
                double low = numeric.scale().lowEdge();
                double high = numeric.scale().highEdge();
                yield numeric.at(low + (high - low) * random.nextDouble());
            }
            case Dimension.When when -> draw(when.dimension(), random);
        };
    }
}
