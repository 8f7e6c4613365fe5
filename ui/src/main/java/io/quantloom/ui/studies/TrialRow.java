package io.quantloom.ui.studies;

import io.quantloom.ui.format.Formats;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A trial as the screen shows it. Immutable; equal when it is the same trial in the same state.
 *
 * @param number counts from 0
 * @param state how it stands
 * @param settings numbers as {@link Number}, other values as they are
 * @param value of the objective, of a pruned trial what it reported last; NaN when it has none
 * @param steps values reported on the way, oldest first
 * @param started epoch milliseconds UTC
 * @param ended epoch milliseconds UTC; as {@code started} while it runs
 * @param reason why it failed or was pruned; empty otherwise
 */
public record TrialRow(
        int number,
        State state,
        SortedMap<String, Object> settings,
        double value,
        List<Double> steps,
        long started,
        long ended,
        String reason) {

    /** How a trial stands. */
    public enum State {
        /** Ended with a value. */
        COMPLETE,
        /** Given up early, because others were better by then. */
        PRUNED,
        /** Ended without a value. */
        FAILED,
        /** Canceled by a person. */
        CANCELED,
        /** Under way, or cut off by the end of its process. */
        RUNNING,
        /** Asked for by a person, not begun. */
        WAITING
    }

    /** Copies the collections. */
    public TrialRow {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        steps = List.copyOf(steps);
    }

    /** {@return whether it ended with a value} */
    public boolean isComplete() {
        return state == State.COMPLETE && !Double.isNaN(value);
    }

    /** {@return the number under the name; NaN without one} */
    public double number(String name) {
        return settings.get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
    }

    /** {@return the value under the name in plain digits; empty without one} */
    public String raw(String name) {
        Object value = settings.get(name);
        return value == null ? "" : value.toString();
    }

    /** {@return the value under the name for people; a dash without one} */
    public String text(String name) {
        Object value = settings.get(name);
        return value instanceof Number number
                ? Formats.plain(number.doubleValue())
                : value == null ? Formats.ABSENT : value.toString();
    }

    /** {@return how long it took, in seconds; NaN before its end} */
    public double seconds() {
        return state == State.RUNNING || state == State.WAITING ? Double.NaN : (ended - started) / 1000.0;
    }
}
