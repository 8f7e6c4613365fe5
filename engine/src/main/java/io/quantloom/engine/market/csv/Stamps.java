package io.quantloom.engine.market.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stamps of one file, row by row: Unix time in seconds, milliseconds, microseconds or nanoseconds, told apart by
 * the number of digits; ISO dates and date-times with or without offset or zone; {@code 20240131}, {@code 2024-01-31
 * 05-PM}, {@code 31.01.2024}. What leaves day and month open is not read. Used by one thread.
 */
final class Stamps {

    /** Stands for a text that is no stamp. */
    static final long UNREADABLE = Long.MIN_VALUE;

    // What lies outside is a slip of the pen or another unit, not a price of our time.
    private static final long EARLIEST = Instant.parse("1800-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();
    private static final Pattern NUMBER = Pattern.compile("([0-9]{8,19})(?:\\.0*)?");
    private static final String CLOCK =
            "(?:[T ]+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?)?";
    private static final String TAIL =
            "(?: ?(?<half>AM|PM))?(?: ?(?<offset>Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?))?(?:\\[(?<zone>[^\\]]+)\\])?";
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})" + CLOCK + TAIL);
    private static final Pattern DOTTED =
            Pattern.compile("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})" + CLOCK + TAIL);
    private static final Pattern COMPACT =
            Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + CLOCK + TAIL);
    private static final Pattern HOUR_ONLY =
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2}) (?<hour>\\d{1,2})-(?<half>AM|PM)");
    private static final Pattern ORDER_UNKNOWN = Pattern.compile("\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}.*");

    private final ZoneId zone;
    private final boolean zoneGiven;
    private Pattern last = YEAR_FIRST;
    private long previous = Long.MIN_VALUE;
    private boolean unix;
    private boolean offsets;
    private boolean locals;

    /** Takes the zone of stamps that state none; UTC when nobody said. */
    Stamps(Optional<ZoneId> zone) {
        this.zone = zone.orElse(ZoneOffset.UTC);
        this.zoneGiven = zone.isPresent();
    }

    /** {@return epoch milliseconds UTC, {@link #UNREADABLE} when the text is no stamp} */
    long millis(String text) {
        String stamp = text.strip();
        Matcher number = NUMBER.matcher(stamp);
        long millis = number.matches() && !isCompactDate(number.group(1)) ? unix(number.group(1)) : dated(stamp);
        if (millis < EARLIEST || millis >= LATEST) {
            return UNREADABLE;
        }
        previous = millis;
        return millis;
    }

    /** {@return why a text is no stamp} */
    static String why(String text) {
        if (text.isBlank()) {
            return "is empty";
        }
        if (text.strip().matches("[0-9.,]+E\\+?[0-9]+")) {
            return "was rounded by a spreadsheet";
        }
        return ORDER_UNKNOWN.matcher(text.strip()).matches()
                ? "leaves open what is the day, the month and the century"
                : "is no time between 1800 and 2199";
    }

    /** {@return where the zone of the stamps came from, a sentence} */
    String concludedZone() {
        if (unix) {
            return "UTC: the stamps are Unix time";
        }
        if (offsets && !locals) {
            return zoneGiven
                    ? "the stamps state their own offset; the given zone was not used"
                    : "the stamps state their offset";
        }
        return zoneGiven ? zone.getId() + " as given" : "UTC: the stamps state no offset";
    }

    private static boolean isCompactDate(String digits) {
        return digits.length() == 8 || digits.length() == 14;
    }

    private long unix(String digits) {
        long value;
        try {
            value = Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return UNREADABLE; // nineteen digits can exceed a long
        }
        unix = true;
        return switch (digits.length()) {
            case 9, 10 -> value * 1_000;
            case 12, 13 -> value;
            case 15, 16 -> value / 1_000;
            case 18, 19 -> value / 1_000_000;
            default -> UNREADABLE;
        };
    }

    private long dated(String text) {
        String stamp = text.length() == 14 && text.matches("\\d{14}")
                ? text.replaceFirst("(.{8})(..)(..)(..)", "$1 $2:$3:$4")
                : text;
        for (Pattern pattern : List.of(last, YEAR_FIRST, DOTTED, COMPACT, HOUR_ONLY)) {
            Matcher matcher = pattern.matcher(stamp);
            if (matcher.matches()) {
                last = pattern;
                return resolved(matcher, pattern == HOUR_ONLY);
            }
        }
        return UNREADABLE;
    }

    private long resolved(Matcher parts, boolean hourOnly) {
        try {
            LocalDate date = LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day"));
            LocalTime time = LocalTime.MIDNIGHT;
            int hour = parts.group("hour") == null ? 0 : number(parts, "hour");
            @Nullable String half = parts.group("half");
            if (half != null) {
                if (hour < 1 || hour > 12) {
                    return UNREADABLE;
                }
                hour = hour % 12 + (half.equals("PM") ? 12 : 0);
            }
            if (hourOnly) {
                return local(date.atTime(hour, 0));
            }
            if (parts.group("hour") != null) {
                time = LocalTime.of(hour, number(parts, "minute"), number(parts, "second"), nanos(parts));
            }
            return instant(date.atTime(time), parts.group("offset"), parts.group("zone"));
        } catch (DateTimeException e) {
            return UNREADABLE; // a thirteenth month, a 31st of June, an unknown zone
        }
    }

    private long instant(LocalDateTime time, @Nullable String offset, @Nullable String region) {
        if (offset == null && region == null) {
            return local(time);
        }
        offsets = true;
        if (offset == null || offset.equals("UTC") || offset.equals("GMT") || offset.equals("Z")) {
            ZoneId stated = offset == null && region != null ? ZoneId.of(region) : ZoneOffset.UTC;
            return time.atZone(stated).toInstant().toEpochMilli();
        }
        return time.toInstant(ZoneOffset.of(offset)).toEpochMilli();
    }

    /** Reads a stamp without offset; an hour that the clock shows twice is the second one when the first was already. */
    private long local(LocalDateTime time) {
        locals = true;
        List<ZoneOffset> valid = zone.getRules().getValidOffsets(time);
        if (valid.isEmpty()) {
            return UNREADABLE; // the clock was put forward over it
        }
        long first = time.toInstant(valid.getFirst()).toEpochMilli();
        boolean repeats = valid.size() > 1 && first <= previous;
        return repeats ? time.toInstant(valid.getLast()).toEpochMilli() : first;
    }

    private static int number(Matcher parts, String name) {
        @Nullable String text = parts.group(name);
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static int nanos(Matcher parts) {
        @Nullable String digits = parts.group("fraction");
        return digits == null ? 0 : Integer.parseInt(digits + "0".repeat(9 - digits.length()));
    }
}
