package io.quantloom.engine.market;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a bar. Immutable.
 *
 * @param length above zero, whole seconds
 */
public record Timeframe(Duration length) implements Comparable<Timeframe> {

    /** One hour. */
    public static final Timeframe HOUR = new Timeframe(Duration.ofHours(1));
    /** One day. */
    public static final Timeframe DAY = new Timeframe(Duration.ofDays(1));

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([smhdw])");

    /** Checks the length. */
    public Timeframe {
        if (length.isNegative() || length.isZero() || length.toNanosPart() != 0) {
            throw new IllegalArgumentException("a bar lasts whole seconds above zero, was " + length);
        }
    }

    /** Returns the timeframe of a text such as {@code 15m}, {@code 1h}, {@code 1d}, {@code 1w}; empty for any other. */
    public static Optional<Timeframe> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        Duration unit = switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
        return Optional.of(new Timeframe(unit.multipliedBy(count)));
    }

    /** {@return the length in milliseconds} */
    public long millis() {
        return length.toMillis();
    }

    @Override
    public int compareTo(Timeframe other) {
        return length.compareTo(other.length);
    }

    /** {@return the shortest text that parses back, for example {@code 4h}} */
    @Override
    public String toString() {
        long seconds = length.toSeconds();
        if (seconds % 604_800 == 0) {
            return seconds / 604_800 + "w";
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
