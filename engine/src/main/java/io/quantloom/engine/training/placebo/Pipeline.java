package io.quantloom.engine.training.placebo;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;

/**
 * From bars to a score, all of it: labels, features, search, training, test. Whatever is chosen on the real series must be
 * chosen anew in here, else the placebo flatters. Safe for use by several threads.
 */
@FunctionalInterface
public interface Pipeline {

    /**
     * Returns the score, the higher the better; not finite counts as failed.
     *
     * @param bars what to work on; its source is that of a twin
     * @param seeds of this run alone
     */
    Outcome<Double> score(BarSeries bars, Seeds seeds, JobContext context);
}
