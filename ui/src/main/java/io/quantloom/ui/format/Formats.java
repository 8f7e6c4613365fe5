package io.quantloom.ui.format;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and times to text. The minus is U+2212, an absent number is an em dash, an infinite one the lemniscate; digits
 * are grouped by commas; times are UTC. Fractions come in, percents go out.
 */
public final class Formats {

    /** What stands for a number that is not there. */
    public static final String ABSENT = "—";

    private static final int SIGNIFICANT = 5;
    private static final DateTimeFormatter DAY = utc("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = utc("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = utc("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = utc("HH:mm:ss");
    private static final DateTimeFormatter LONG_DAY = utc("EEE d MMM yyyy");
    private static final DateTimeFormatter LONG_MINUTE = utc("EEE d MMM yyyy HH:mm");

    private Formats() {}

    /** Returns the number with fixed decimals: {@code 12,345.60}. */
    public static String decimal(double value, int digits) {
        return finite(value) ? withoutNegativeZero(value, digits, "%,.") : special(value);
    }

    /** Returns the number with its sign and fixed decimals: {@code +0.52}; what rounds to zero has none. */
    public static String signed(double value, int digits) {
        if (!finite(value)) {
            return special(value);
        }
        return roundsToZero(value, digits) ? decimal(0, digits) : withoutNegativeZero(value, digits, "%+,.");
    }

    /** Returns a fraction as percent with its sign: 0.0123 gives {@code +1.23 %}. */
    public static String percent(double fraction, int digits) {
        return finite(fraction) ? signed(fraction * 100, digits) + " %" : special(fraction);
    }

    /** Returns a fraction as percent without a plus: 0.56 gives {@code 56.0 %}. */
    public static String share(double fraction, int digits) {
        return finite(fraction) ? decimal(fraction * 100, digits) + " %" : special(fraction);
    }

    /** Returns a whole number: {@code 18,759}. */
    public static String integer(long value) {
        return minus(String.format(Locale.ROOT, "%,d", value));
    }

    /** Returns a number and its noun, which takes an s when there is not one: {@code 3 runs}. */
    public static String count(long value, String noun) {
        return integer(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** Returns a short number for tiles and axes, where the full one stands in a tooltip: {@code 12.4 k}, {@code 3.2 M}. */
    public static String compact(double value) {
        if (!finite(value)) {
            return special(value);
        }
        double size = Math.abs(value);
        if (size >= 1e9) {
            return decimal(value / 1e9, size >= 1e10 ? 0 : 1) + " G";
        }
        if (size >= 1e6) {
            return decimal(value / 1e6, size >= 1e7 ? 0 : 1) + " M";
        }
        if (size >= 1e3) {
            return decimal(value / 1e3, size >= 1e4 && size % 1e3 == 0 ? 0 : 1) + " k";
        }
        return decimal(value, size >= 10 || size == Math.rint(size) ? 0 : 2);
    }

    /** Returns the decimals that show a price of this size with five significant digits, 0 to 8. */
    public static int priceDigits(double typicalPrice) {
        if (!finite(typicalPrice) || typicalPrice == 0) {
            return 2;
        }
        int whole = (int) Math.floor(Math.log10(Math.abs(typicalPrice))) + 1;
        return Math.clamp(SIGNIFICANT - (long) whole, 0, 8);
    }

    /** Returns a price with the decimals that suit its own size. */
    public static String price(double value) {
        return decimal(value, priceDigits(value));
    }

    /** Returns any number as short as it reads, for parameters: {@code 0.05}, {@code 120}, {@code 1.2e−7}. */
    public static String plain(double value) {
        if (!finite(value)) {
            return special(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e12) {
            return integer((long) value);
        }
        return minus(String.valueOf((float) value).toLowerCase(Locale.ROOT));
    }

    /** Returns a setting's value on an axis: three significant digits below one, two decimals above, compact from 1000. */
    public static String setting(double value) {
        if (!finite(value)) {
            return special(value);
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return compact(value);
        }
        return plain(
                size < 1 && size > 0
                        ? Double.parseDouble(String.format(Locale.ROOT, "%.2e", value))
                        : Math.rint(value * 100) / 100);
    }

    /** Returns the date in UTC: {@code 2026-11-20}. */
    public static String day(long epochMillis) {
        return DAY.format(Instant.ofEpochMilli(epochMillis));
    }

    /** Returns date and minute in UTC: {@code 2026-11-20 14:03}. */
    public static String minute(long epochMillis) {
        return MINUTE.format(Instant.ofEpochMilli(epochMillis));
    }

    /** Returns date and minute in UTC: {@code 2026-11-20 14:03}. */
    public static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** Returns date and second in UTC: {@code 2026-11-20 14:03:11}. */
    public static String second(Instant time) {
        return SECOND.format(time);
    }

    /** Returns the time of day in UTC: {@code 14:03:11}. */
    public static String clock(Instant time) {
        return CLOCK.format(time);
    }

    /** Returns the time of a bar for crosshairs: with its minute unless the bars last a day or more. */
    public static String barTime(long epochMillis, boolean daily) {
        return (daily ? LONG_DAY : LONG_MINUTE).format(Instant.ofEpochMilli(epochMillis));
    }

    /** Returns a length of time in its two largest units: {@code 2 h 13 min}. */
    public static String duration(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toSeconds() >= 10
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** Returns a rough length of time in one unit: {@code 2 min}, {@code 40 s}. */
    public static String about(Duration time) {
        long seconds = Math.max(1, time.toSeconds());
        if (seconds < 60) {
            return (seconds > 10 ? Math.ceilDiv(seconds, 10) * 10 : seconds) + " s";
        }
        if (seconds < 3600) {
            return Math.round(seconds / 60.0) + " min";
        }
        return seconds < 172_800 ? Math.round(seconds / 3600.0) + " h" : Math.round(seconds / 86_400.0) + " d";
    }

    /** Returns how long ago something was: {@code 26 h ago}. */
    public static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.toSeconds() < 5 ? "just now" : about(age) + " ago";
    }

    /** Returns a size on disk: {@code 4.2 MB}. */
    public static String bytes(long size) {
        if (size < 1000) {
            return size + " B";
        }
        double value = size;
        int unit = -1;
        while (value >= 1000 && unit < 3) {
            value /= 1000;
            unit++;
        }
        return decimal(value, value < 10 ? 1 : 0) + " " + "kMGT".charAt(unit) + "B";
    }

    private static boolean finite(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value);
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return ABSENT;
        }
        return value > 0 ? "∞" : "\u2212∞";
    }

    private static String withoutNegativeZero(double value, int digits, String form) {
        double shown = roundsToZero(value, digits) ? 0 : value;
        return minus(String.format(Locale.ROOT, form + digits + "f", shown));
    }

    private static boolean roundsToZero(double value, int digits) {
        return Math.abs(value) < 0.5 * Math.pow(10, -digits);
    }

    private static String minus(String text) {
        return text.replace('-', '\u2212');
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
