package io.quantloom.engine.experiment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One recorded execution with what went in and what came out. Immutable.
 *
 * @param id its identifier
 * @param experiment the experiment it belongs to
 * @param name for people
 * @param parent the run it is nested in
 * @param status its state
 * @param started when it began
 * @param ended when it ended; empty while it runs
 * @param params what went in, by name
 * @param metrics the last value of each metric, by key
 * @param tags by name; {@link Tags} lists ours
 */
public record Run(
        RunId id,
        ExperimentId experiment,
        String name,
        Optional<RunId> parent,
        RunStatus status,
        Instant started,
        Optional<Instant> ended,
        SortedMap<String, String> params,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> tags) {

    /** Copies the maps. */
    public Run {
        params = unmodifiable(params);
        metrics = unmodifiable(metrics);
        tags = unmodifiable(tags);
    }

    /** {@return the last value of the metric} */
    public OptionalDouble metric(String key) {
        Double value = metrics.get(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** {@return the value of the tag} */
    public Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key));
    }

    private static <V> SortedMap<String, V> unmodifiable(Map<String, V> map) {
        return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
