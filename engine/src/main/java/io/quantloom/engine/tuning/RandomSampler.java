package io.quantloom.engine.tuning;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Draws each dimension independently of all others and of all other trials: the seed of a value is derived from the trial's
 * number and the dimension's name alone. Real numbers are rounded to four significant digits, so that a person can repeat
 * them by hand.
 *
 * <p>Source: Bergstra and Bengio, Random search for hyper-parameter optimization, JMLR 13 (2012).
 */
public final class RandomSampler implements Sampler {

    private static final MathContext DIGITS = new MathContext(4);

    private final Seeds seeds;

    /** Takes the seeds of the study: equal seeds give equal trials, whatever the study is called in the store. */
    public RandomSampler(Seeds seeds) {
        this.seeds = seeds;
    }

    @Override
    public Hyperparameters propose(SearchSpace space, int number, List<Trial> told) {
        var values = new TreeMap<String, Object>();
        for (Dimension dimension : space.dimensions()) {
            RandomGenerator random =
                    seeds.child("trial/" + number + "/" + dimension.name()).random();
            values.put(dimension.name(), draw(dimension, random));
        }
        return new Hyperparameters(values);
    }

    private static Object draw(Dimension dimension, RandomGenerator random) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> fixed.value();
            case Dimension.Whole whole -> random.nextLong(whole.low(), whole.high() + 1L);
            case Dimension.Real real -> draw(real, random.nextDouble());
        };
    }

    // StrictMath: the same bits on every platform.
    private static double draw(Dimension.Real real, double share) {
        double low = real.low();
        double high = real.high();
        double value = real.log()
                ? StrictMath.exp(StrictMath.log(low) + (StrictMath.log(high) - StrictMath.log(low)) * share)
                : low + (high - low) * share;
        return Math.clamp(new BigDecimal(value).round(DIGITS).doubleValue(), low, high);
    }
}
