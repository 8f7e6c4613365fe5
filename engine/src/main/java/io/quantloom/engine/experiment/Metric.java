package io.quantloom.engine.experiment;

import java.time.Instant;

/**
 * A measured value at a step. Immutable.
 *
 * @param key its name, for example {@code sharpe_ratio}
 * @param value any double, NaN included
 * @param timestamp when it was measured
 * @param step counts from 0; 0 when there is only one
 */
public record Metric(String key, double value, Instant timestamp, long step) {}
