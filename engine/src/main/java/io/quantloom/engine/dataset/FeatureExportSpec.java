package io.quantloom.engine.dataset;

import io.quantloom.engine.market.SeriesKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Which features to write. Immutable.
 *
 * @param features name of the set, for example {@code alpha19}
 * @param series whose bars
 * @param from first open time to write, inclusive; empty: from the beginning
 * @param to last open time to write, inclusive; empty: to the end
 */
public record FeatureExportSpec(String features, SeriesKey series, Optional<Instant> from, Optional<Instant> to) {}
