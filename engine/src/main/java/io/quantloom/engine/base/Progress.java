package io.quantloom.engine.base;

/**
 * How far a piece of work is. Immutable.
 *
 * @param stage what is being done, in words for a person
 * @param fraction share done, in [0, 1]; NaN when the total is unknown
 */
public record Progress(String stage, double fraction) {

    /** Checks the range. */
    public Progress {
        if (fraction < 0 || fraction > 1) {
            throw new IllegalArgumentException("a fraction must be in [0, 1] or NaN, was " + fraction);
        }
    }

    /** Returns the progress of {@code done} steps out of {@code total}, {@code total} above zero. */
    public static Progress of(String stage, long done, long total) {
        return new Progress(stage, Math.clamp((double) done / total, 0.0, 1.0));
    }
}
