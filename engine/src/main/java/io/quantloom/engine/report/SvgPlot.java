package io.quantloom.engine.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** A plot inside a drawing: two linear scales with round ticks, values at the right. Used by one thread. */
final class SvgPlot {

    /** Width of a drawing over the whole page. */
    static final double WIDE = 1040;

    private static final double RIGHT = 66;
    private static final double LEFT = 6;
    private static final double TOP = 10;
    private static final double BOTTOM = 24;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

    private final Svg svg;
    private final double width;
    private final double height;
    private double minX;
    private double maxX = 1;
    private double minY;
    private double maxY = 1;

    SvgPlot(double width, double height, String words) {
        this.width = width;
        this.height = height;
        svg = new Svg(width, height, words);
    }

    /** Sets what is visible; a range without length gets one. */
    SvgPlot range(double fromX, double toX, double fromY, double toY) {
        minX = fromX;
        maxX = toX > fromX ? toX : fromX + 1;
        double air = toY > fromY ? (toY - fromY) * 0.04 : Math.max(1e-9, Math.abs(toY) * 0.01);
        minY = fromY - air;
        maxY = toY + air;
        return this;
    }

    double x(double value) {
        return LEFT + (value - minX) / (maxX - minX) * (width - LEFT - RIGHT);
    }

    double y(double value) {
        return TOP + (maxY - value) / (maxY - minY) * (height - TOP - BOTTOM);
    }

    double floor() {
        return height - BOTTOM;
    }

    Svg svg() {
        return svg;
    }

    /** Lines and words at round values. */
    SvgPlot valueAxis(DoubleFunction<String> format) {
        double step = niceStep((maxY - minY) / Math.max(2, (height - TOP - BOTTOM) / 34));
        for (double v = Math.ceil(minY / step) * step; v <= maxY; v += step) {
            double shown = Math.abs(v) < step / 1e6 ? 0 : v;
            svg.line(LEFT, y(v), width - RIGHT, y(v), shown == 0 ? "axis" : "grid");
            svg.text(width - RIGHT + 6, y(v) + 4, "start", "tick", format.apply(shown));
        }
        return this;
    }

    /** Lines and words at round numbers across. */
    SvgPlot numberAxis(DoubleFunction<String> format) {
        double step = niceStep((maxX - minX) / Math.max(2, (width - LEFT - RIGHT) / 80));
        for (double v = Math.ceil(minX / step) * step; v <= maxX; v += step) {
            double shown = Math.abs(v) < step / 1e6 ? 0 : v;
            svg.line(x(v), TOP, x(v), floor(), shown == 0 ? "axis" : "grid");
            svg.text(x(v), height - 7, "middle", "tick", format.apply(shown));
        }
        return this;
    }

    /** Words where a new year, month or day begins; x is the position among the times. */
    SvgPlot timeAxis(long[] times) {
        if (times.length < 2) {
            return this;
        }
        double days = (times[times.length - 1] - times[0]) / 86_400_000.0;
        double lastX = -100;
        for (int i = 1; i < times.length; i++) {
            LocalDate before = date(times[i - 1]);
            LocalDate date = date(times[i]);
            boolean border = days > 1500
                    ? date.getYear() != before.getYear()
                    : days > 70 ? date.getMonthValue() != before.getMonthValue() : !date.equals(before);
            if (border && x(i) - lastX > 64 && x(i) < width - RIGHT - 20) {
                String words = days > 1500 ? Integer.toString(date.getYear()) : (days > 70 ? MONTH : DAY).format(date);
                svg.line(x(i), TOP, x(i), floor(), "grid");
                svg.text(x(i), height - 7, "middle", "tick", words);
                lastX = x(i);
            }
        }
        return this;
    }

    /** A line through values, one a position; of several on one pixel the lowest and the highest. */
    SvgPlot line(double[] values, String style) {
        return path(values, style, false, 0);
    }

    /** The area between a line and a base. */
    SvgPlot area(double[] values, double base, String style) {
        return path(values, style, true, base);
    }

    private SvgPlot path(double[] values, String style, boolean closed, double base) {
        int perPoint = (int) Math.max(1, Math.ceil(values.length / (width - LEFT - RIGHT)));
        var d = new StringBuilder();
        boolean pen = false;
        double lastX = 0;
        for (int from = 0; from < values.length; from += perPoint) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < Math.min(values.length, from + perPoint); i++) {
                if (!Double.isNaN(values[i])) {
                    low = Math.min(low, values[i]);
                    high = Math.max(high, values[i]);
                }
            }
            if (low > high) {
                pen = closed && pen;
                continue;
            }
            double at = x(from + (perPoint - 1) / 2.0);
            if (!pen) {
                d.append('M').append(closed ? Svg.point(at, y(base)) + "L" : "");
            } else {
                d.append('L');
            }
            // A filled area needs its far edge only.
            double first = closed ? (Math.abs(high - base) >= Math.abs(low - base) ? high : low) : low;
            d.append(Svg.point(at, y(first)));
            if (!closed && high > low) {
                d.append('L').append(Svg.point(at, y(high)));
            }
            pen = true;
            lastX = at;
        }
        if (closed && pen) {
            d.append('L').append(Svg.point(lastX, y(base))).append('Z');
        }
        svg.path(d, style);
        return this;
    }

    /** The area between two lines of equal length. */
    SvgPlot between(double[] low, double[] high, String style) {
        var d = new StringBuilder();
        for (int i = 0; i < high.length; i++) {
            d.append(i == 0 ? 'M' : 'L').append(Svg.point(x(i), y(high[i])));
        }
        for (int i = low.length - 1; i >= 0; i--) {
            d.append('L').append(Svg.point(x(i), y(low[i])));
        }
        svg.path(d.append('Z'), style);
        return this;
    }

    String end() {
        return svg.end();
    }

    static double niceStep(double wish) {
        double power = Math.pow(10, Math.floor(Math.log10(wish)));
        for (double base : new double[] {1, 2, 2.5, 5}) {
            if (base * power >= wish * 0.999) {
                return base * power;
            }
        }
        return 10 * power;
    }

    private static LocalDate date(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }
}
