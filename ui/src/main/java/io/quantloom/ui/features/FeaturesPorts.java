package io.quantloom.ui.features;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.DescribeFeatures;
import io.quantloom.engine.dataset.FeatureSet;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.SeriesKey;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the Features screen needs of the engine.
 *
 * @param bars series
 * @param sets the feature sets there are
 * @param describe computes a set on a series and says what its columns look like
 * @param check proves that a set reads no future
 * @param labels labels a series and says what they are worth
 */
public record FeaturesPorts(
        BarStore bars, Supplier<List<FeatureSet>> sets, DescribeFeatures describe, Check check, DescribeLabels labels) {

    /** Proves that a feature set reads no future. */
    @FunctionalInterface
    public interface Check {

        /** Returns a finding for every column; blocking. */
        Outcome<List<Finding>> run(String set, SeriesKey series, long seed, JobContext context);
    }

    /**
     * What a check said of a column. Immutable.
     *
     * @param column its name
     * @param leak the first value that notices the future, in a sentence; empty when none does
     * @param isDefined whether it has any value: what is undefined throughout proves nothing
     */
    public record Finding(String column, String leak, boolean isDefined) {}
}
