package io.quantloom.engine.model;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a registered strategy without a model is and what it was tried on. Immutable.
 *
 * @param title for people, for example {@code sma-cross 10/20 long-short}
 * @param parameters its configuration, by the keys of a run's params
 * @param specHash of the specification, which is the version's file
 * @param series what its backtest traded
 * @param dataHash content hash of those bars
 * @param testedFrom open time of the first bar of the backtest
 * @param testedTo open time of the last bar of the backtest
 * @param seed of the specification
 * @param runtime versions of product, JDK and operating system
 */
public record StrategyCard(
        String title,
        SortedMap<String, String> parameters,
        Sha256 specHash,
        SeriesKey series,
        Sha256 dataHash,
        Instant testedFrom,
        Instant testedTo,
        long seed,
        SortedMap<String, String> runtime)
        implements VersionCard {

    /** Copies the maps. */
    public StrategyCard {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        runtime = Collections.unmodifiableSortedMap(new TreeMap<>(runtime));
    }

    @Override
    public Sha256 fileHash() {
        return specHash;
    }
}
