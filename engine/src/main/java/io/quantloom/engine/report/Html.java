package io.quantloom.engine.report;

import java.util.List;

/** Builds the text of a page; words are escaped, drawings are taken as they are. Used by one thread. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    Html heading(String words, String note) {
        out.append("<h2>").append(Svg.escaped(words));
        if (!note.isEmpty()) {
            out.append(" <small>").append(Svg.escaped(note)).append("</small>");
        }
        out.append("</h2>\n");
        return this;
    }

    Html paragraph(String words, String style) {
        out.append("<p class=\"")
                .append(style)
                .append("\">")
                .append(Svg.escaped(words))
                .append("</p>\n");
        return this;
    }

    Html drawing(String svg) {
        out.append("<figure>").append(svg).append("</figure>\n");
        return this;
    }

    /** Two things side by side where the page is wide enough. */
    Html pair(String left, String right) {
        out.append("<div class=\"pair\"><div>")
                .append(left)
                .append("</div><div>")
                .append(right)
                .append("</div></div>\n");
        return this;
    }

    Html raw(String html) {
        out.append(html);
        return this;
    }

    /** A table; from the given column on cells are figures, at the right. */
    Html table(List<String> head, List<List<String>> rows, int figuresFrom) {
        out.append("<table><thead><tr>");
        for (int i = 0; i < head.size(); i++) {
            cell("th", i >= figuresFrom ? "figure" : "", head.get(i));
        }
        out.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                cell("td", i >= figuresFrom ? "figure" : "", row.get(i));
            }
            out.append("</tr>\n");
        }
        out.append("</tbody></table>\n");
        return this;
    }

    /** A cell of its own ground: from orange below zero to blue above it; the sign is printed. */
    static String shaded(double value, double strongest, String words) {
        if (Double.isNaN(value)) {
            return "<td class=\"figure\">—</td>";
        }
        double strength = Math.min(1, Math.abs(value) / strongest);
        String color = value < 0 ? "171,84,0" : "11,98,196";
        String alpha = ReportNumbers.decimal(0.06 + 0.44 * strength, 2);
        return "<td class=\"figure\" style=\"background:rgba(" + color + "," + alpha + ")\">" + Svg.escaped(words)
                + "</td>";
    }

    private void cell(String tag, String style, String words) {
        out.append('<').append(tag);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(Svg.escaped(words)).append("</").append(tag).append('>');
    }

    /** {@return the text so far} */
    String text() {
        return out.toString();
    }
}
