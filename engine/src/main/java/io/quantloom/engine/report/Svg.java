package io.quantloom.engine.report;

import java.util.Locale;

/** Builds one drawing as SVG text; colours are style classes of the page. Used by one thread. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** Begins a drawing that is as wide as its place; the words are what a screen reader says. */
    Svg(double width, double height, String words) {
        out.append(String.format(
                        Locale.ROOT,
                        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
                        width,
                        height,
                        escaped(words)))
                .append("<title>")
                .append(escaped(words))
                .append("</title>\n");
    }

    /** Words that cannot end a tag or an attribute. */
    static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    Svg line(double x1, double y1, double x2, double y2, String style) {
        out.append("<line x1=\"")
                .append(pixel(x1))
                .append("\" y1=\"")
                .append(pixel(y1))
                .append("\" x2=\"")
                .append(pixel(x2))
                .append("\" y2=\"")
                .append(pixel(y2))
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
        return this;
    }

    Svg rectangle(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"")
                .append(pixel(x))
                .append("\" y=\"")
                .append(pixel(y))
                .append("\" width=\"")
                .append(pixel(Math.max(0, width)))
                .append("\" height=\"")
                .append(pixel(Math.max(0, height)))
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
        return this;
    }

    /** Words at a point; the anchor is {@code start}, {@code middle} or {@code end}. */
    Svg text(double x, double y, String anchor, String style, String words) {
        out.append("<text x=\"")
                .append(pixel(x))
                .append("\" y=\"")
                .append(pixel(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" class=\"")
                .append(style)
                .append("\">")
                .append(escaped(words))
                .append("</text>\n");
        return this;
    }

    /** A line through points, or, closed, the area inside them. */
    Svg path(CharSequence commands, String style) {
        out.append("<path d=\"")
                .append(commands)
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
        return this;
    }

    /** A triangle around a point, upwards for what gained. */
    Svg triangle(double x, double y, double radius, boolean up, String style, String words) {
        double tip = up ? -radius : radius;
        out.append("<path d=\"M")
                .append(point(x, y + tip))
                .append("L")
                .append(point(x - radius, y - tip * 0.75))
                .append("L")
                .append(point(x + radius, y - tip * 0.75))
                .append("Z\" class=\"")
                .append(style)
                .append("\"><title>")
                .append(escaped(words))
                .append("</title></path>\n");
        return this;
    }

    /** A point of a path. */
    static String point(double x, double y) {
        return pixel(x) + " " + pixel(y);
    }

    private static String pixel(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    /** {@return the finished drawing} */
    String end() {
        return out.append("</svg>\n").toString();
    }
}
