package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.BacktestFile;
import io.quantloom.engine.backtest.BacktestSpec;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.document.YamlTemplate;
import io.quantloom.engine.performance.Statistic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** A backtest specification with a grid over some of its values (contracts.md, Grid). Immutable. */
public final class GridSpec {

    private final YamlTemplate template;
    private final GridNumbers numbers;
    private final Choice choice;

    /**
     * What to look at and how to rank it.
     *
     * @param sample how many combinations to draw; empty: all of them
     * @param objective by which combinations are ranked, in sample
     * @param split the first bar out of sample opens at or after it; empty: see {@code outOfSample}
     * @param outOfSample share of the bars, at the end, that is out of sample; empty: none unless there is a split
     * @param seed of the sample
     */
    record Choice(
            OptionalInt sample, Statistic objective, Optional<Instant> split, OptionalDouble outOfSample, long seed) {}

    GridSpec(YamlTemplate template, List<GridAxis> axes, Choice choice) {
        this.template = template;
        this.numbers = new GridNumbers(axes);
        this.choice = choice;
    }

    /** Returns this specification with another seed. */
    public GridSpec withSeed(long seed) {
        return new GridSpec(
                template,
                axes(),
                new Choice(choice.sample(), choice.objective(), choice.split(), choice.outOfSample(), seed));
    }

    /** {@return the parameters, in the file's order} */
    public List<GridAxis> axes() {
        return numbers.axes();
    }

    /** {@return by what combinations are ranked} */
    public Statistic objective() {
        return choice.objective();
    }

    /** {@return the seed of the sample} */
    public long seed() {
        return choice.seed();
    }

    Optional<Instant> split() {
        return choice.split();
    }

    OptionalDouble outOfSample() {
        return choice.outOfSample();
    }

    GridNumbers numbers() {
        return numbers;
    }

    /** The numbers of the combinations to run, ascending: all of them, or the sample without repetition. */
    long[] chosen() {
        long size = numbers.size();
        int wanted = (int) Math.min(size, choice.sample().orElse(Integer.MAX_VALUE));
        if (wanted == size) {
            long[] all = new long[wanted];
            for (int i = 0; i < wanted; i++) {
                all[i] = i;
            }
            return all;
        }
        // R. W. Floyd, A sample of brilliance (1987): each subset as likely, in as many steps as it has members.
        RandomGenerator random = new Seeds(choice.seed()).child("grid").random();
        var drawn = new TreeSet<Long>();
        for (long last = size - wanted; last < size; last++) {
            long number = random.nextLong(last + 1);
            if (!drawn.add(number)) {
                drawn.add(last);
            }
        }
        return drawn.stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns the specification of the combination; INVALID when its values do not go together. */
    Outcome<BacktestSpec> specification(long number) {
        Map<String, String> parameters = numbers.parameters(number);
        return template.read(parameters, BacktestFile::read);
    }
}
