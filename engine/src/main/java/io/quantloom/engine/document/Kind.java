package io.quantloom.engine.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a scalar becomes a value. Immutable.
 *
 * @param expected what a right value looks like, in words, for example {@code "a whole number of at least 1"}
 * @param parse the value of a text; empty when it is none
 * @param standIn used in place of a wrong value so that reading goes on and finds everything else; never reaches a
 *     caller of {@link YamlText#read}, because with a finding there is no result
 */
public record Kind<T>(String expected, Function<String, Optional<T>> parse, T standIn) {

    /** {@return any text that is not blank} */
    public static Kind<String> text() {
        return new Kind<>("a text", text -> text.isBlank() ? Optional.empty() : Optional.of(text), "missing");
    }

    /** {@return {@code true} or {@code false}} */
    public static Kind<Boolean> flag() {
        return oneOf(Map.of("true", true, "false", false), true);
    }

    /** {@return a finite number in [min, max]} */
    public static Kind<Double> number(double min, double max) {
        String expected =
                Double.isInfinite(max) ? "a number of at least " + min : "a number in [" + min + ", " + max + "]";
        return new Kind<>(expected, text -> decimal(text).filter(value -> value >= min && value <= max), min);
    }

    /** {@return a number above zero} */
    public static Kind<Double> positive() {
        return new Kind<>("a number above 0", text -> decimal(text).filter(value -> value > 0), 1.0);
    }

    /** {@return a whole number in [min, max]} */
    public static Kind<Integer> whole(int min, int max) {
        String expected = max == Integer.MAX_VALUE
                ? "a whole number of at least " + min
                : "a whole number in [" + min + ", " + max + "]";
        return new Kind<>(
                expected,
                text -> {
                    try {
                        return Optional.of(Integer.parseInt(text)).filter(value -> value >= min && value <= max);
                    } catch (NumberFormatException _) {
                        return Optional.empty();
                    }
                },
                min);
    }

    /** {@return a whole number of 64 bits} */
    public static Kind<Long> seed() {
        return new Kind<>(
                "a whole number",
                text -> {
                    try {
                        return Optional.of(Long.parseLong(text));
                    } catch (NumberFormatException _) {
                        return Optional.empty();
                    }
                },
                0L);
    }

    /** {@return one of the words, listed in the map's order when it is wrong} */
    public static <T> Kind<T> oneOf(Map<String, T> words, T standIn) {
        return new Kind<>(
                "one of " + String.join(", ", words.keySet()), text -> Optional.ofNullable(words.get(text)), standIn);
    }

    /**
     * {@return the first instant of a date or an ISO-8601 instant, UTC}
     */
    public static Kind<Instant> fromTime() {
        return time(false);
    }

    /** {@return the last millisecond of a date, or an ISO-8601 instant, UTC: an inclusive end} */
    public static Kind<Instant> toTime() {
        return time(true);
    }

    private static Kind<Instant> time(boolean endOfDay) {
        return new Kind<>(
                "a date like 2024-01-31 or a UTC time like 2024-01-31T12:00:00Z",
                text -> {
                    try {
                        if (text.length() > 10) {
                            return Optional.of(Instant.parse(text));
                        }
                        LocalDate day = LocalDate.parse(text);
                        return Optional.of(
                                endOfDay
                                        ? day.plusDays(1)
                                                .atStartOfDay(ZoneOffset.UTC)
                                                .toInstant()
                                                .minusMillis(1)
                                        : day.atStartOfDay(ZoneOffset.UTC).toInstant());
                    } catch (DateTimeParseException _) {
                        return Optional.empty();
                    }
                },
                Instant.EPOCH);
    }

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
