package io.quantloom.engine.backtest.grid;

import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.performance.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a grid gave. Immutable.
 *
 * @param run the run it is recorded as; empty while it is not
 * @param title for people, for example {@code "grid of strategy.fast, strategy.slow"}
 * @param series the bars used
 * @param objective by which it is ranked
 * @param table every combination that was run
 * @param skipped how many combinations were not run because their values do not go together
 * @param skippedBecause the first of them with its reason; empty when there is none
 * @param seconds it took by the clock
 * @param outOfSampleFrom open time of the first bar out of sample; empty without a split
 * @param deflatedSharpe probability that the best combination's Sharpe ratio is above what the best of so many without
 *     skill would show; empty when undefined
 * @param certificate of the best combination, in sample
 * @param synthetic why the prices are not real; empty for real ones
 */
public record GridResult(
        Optional<RunId> run,
        String title,
        SeriesKey series,
        Statistic objective,
        GridTable table,
        long skipped,
        Optional<String> skippedBecause,
        double seconds,
        OptionalLong outOfSampleFrom,
        OptionalDouble deflatedSharpe,
        Certificate certificate,
        Optional<String> synthetic) {

    /** {@return rows by the objective in sample, best first} */
    public List<Integer> best(int most) {
        return table.best(objective, most);
    }

    /** {@return rows by the mean objective of their neighbours, best first} */
    public List<Integer> mostRobust(int most) {
        return table.mostRobust(objective, most);
    }

    /** Returns this result as the record of a run. */
    GridResult ofRun(RunId recorded, double took) {
        return new GridResult(
                Optional.of(recorded),
                title,
                series,
                objective,
                table,
                skipped,
                skippedBecause,
                took,
                outOfSampleFrom,
                deflatedSharpe,
                certificate,
                synthetic);
    }
}
