package io.quantloom.engine.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as a report prints them: a real minus, a dash for what is not there, UTC. */
final class ReportNumbers {

    private static final String ABSENT = "—";
    private static final DateTimeFormatter DAY = utc("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = utc("yyyy-MM-dd HH:mm");

    private ReportNumbers() {}

    /** A statistic by the kind of its text. */
    static String statistic(String kind, double value) {
        return switch (kind) {
            case "GAIN" -> percent(value, 1);
            case "SHARE" -> share(value, 1);
            case "FALL" -> share(value == 0 ? 0 : -value, 1);
            case "PROBABILITY" -> decimal(value, 3);
            case "COUNT", "BARS" -> decimal(value, 0);
            case "TIME" -> Double.isNaN(value) ? ABSENT : day((long) value);
            default -> decimal(value, 2);
        };
    }

    static String decimal(double value, int digits) {
        return number(value, "%,." + digits + "f");
    }

    static String signed(double value, int digits) {
        return number(
                value, Math.abs(value) < 0.5 * Math.pow(10, -digits) ? "%,." + digits + "f" : "%+,." + digits + "f");
    }

    static String percent(double fraction, int digits) {
        return finite(fraction) ? signed(fraction * 100, digits) + " %" : special(fraction);
    }

    static String share(double fraction, int digits) {
        return finite(fraction) ? decimal(fraction * 100, digits) + " %" : special(fraction);
    }

    /** An amount short enough for an axis. */
    static String compact(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return decimal(value / 1e9, 1) + " G";
        }
        if (size >= 1e6) {
            return decimal(value / 1e6, size >= 1e7 ? 0 : 1) + " M";
        }
        if (size >= 1e3) {
            return decimal(value / 1e3, size >= 1e4 ? 0 : 1) + " k";
        }
        return decimal(value, size >= 10 || size == Math.rint(size) ? 0 : 2);
    }

    /** A price or a quantity: five significant digits where it has so many. */
    static String plain(double value) {
        double size = Math.abs(value);
        return decimal(value, size >= 10_000 ? 0 : size >= 1 ? 2 : 6);
    }

    static String day(long epochMillis) {
        return DAY.format(Instant.ofEpochMilli(epochMillis));
    }

    static String minute(long epochMillis) {
        return MINUTE.format(Instant.ofEpochMilli(epochMillis));
    }

    private static String number(double value, String form) {
        if (!finite(value)) {
            return special(value);
        }
        String text = String.format(Locale.ROOT, form, value);
        // What rounds to zero has no sign.
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (zero ? text.replace("-", "") : text).replace('-', '\u2212');
    }

    private static boolean finite(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? ABSENT : value > 0 ? "∞" : "\u2212∞";
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
