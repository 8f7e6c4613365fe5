package io.quantloom.ui.experiments;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A run as the table shows it. Immutable.
 *
 * @param id its identifier
 * @param name for people
 * @param parent identifier of the run it is nested in; empty for none
 * @param kind {@code factory}, {@code symbol}, {@code trial}, {@code backtest}; empty when nobody said
 * @param status how it stands
 * @param gate what its gates said
 * @param started epoch milliseconds UTC
 * @param seconds how long it took; NaN while it runs
 * @param metrics last values by key
 * @param params by name
 * @param tags by name
 */
public record RunRow(
        String id,
        String name,
        String parent,
        String kind,
        Status status,
        Gate gate,
        long started,
        double seconds,
        SortedMap<String, Double> metrics,
        SortedMap<String, String> params,
        SortedMap<String, String> tags) {

    /** How a run stands. */
    public enum Status {
        /** Under way. */
        RUNNING,
        /** Ended with a result. */
        FINISHED,
        /** Ended without one. */
        FAILED,
        /** Canceled by a person. */
        CANCELED,
        /** Its process died. */
        INTERRUPTED
    }

    /** What the gates said. */
    public enum Gate {
        /** Every one passed. */
        PASSED,
        /** At least one did not. */
        REFUSED,
        /** None was asked. */
        NOT_RUN
    }

    /** Returns the row of a run. */
    static RunRow of(Run run) {
        return new RunRow(
                run.id().value(),
                run.name(),
                run.parent().map(parent -> parent.value()).orElse(""),
                run.tag(Tags.KIND).orElse(""),
                status(run.status()),
                gate(run.tag(Tags.GATE)),
                run.started().toEpochMilli(),
                run.ended()
                        .map(end -> Duration.between(run.started(), end).toMillis() / 1000.0)
                        .orElse(Double.NaN),
                run.metrics(),
                run.params(),
                run.tags());
    }

    private static Status status(RunStatus status) {
        return switch (status) {
            case RUNNING -> Status.RUNNING;
            case FINISHED -> Status.FINISHED;
            case FAILED -> Status.FAILED;
            case KILLED -> Status.CANCELED;
            case INTERRUPTED -> Status.INTERRUPTED;
        };
    }

    private static Gate gate(Optional<String> tag) {
        return tag.map(word -> word.equals("passed") ? Gate.PASSED : Gate.REFUSED)
                .orElse(Gate.NOT_RUN);
    }

    /** {@return the last value of the metric, NaN when it has none} */
    public double metric(String key) {
        return metrics.getOrDefault(key, Double.NaN);
    }

    /** {@return the param, empty when it has none} */
    public String param(String key) {
        return params.getOrDefault(key, "");
    }

    /** {@return the instrument, empty when nobody said} */
    public String symbol() {
        return tags.getOrDefault(Tags.SYMBOL, "");
    }

    /** {@return the learner, or the rule of a backtest; empty when nobody said} */
    public String learner() {
        return tags.getOrDefault(Tags.LEARNER, params.getOrDefault("learner", params.getOrDefault("strategy", "")));
    }

    /** {@return one sentence why it failed or was refused, empty when nobody said} */
    public String reason() {
        return tags.getOrDefault(Tags.REASON, "");
    }
}
