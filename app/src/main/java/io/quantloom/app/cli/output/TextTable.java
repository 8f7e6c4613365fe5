package io.quantloom.app.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A table for people: a header, two spaces between columns, numbers to the right. Columns whose every cell looks like a
 * number are aligned right. Not safe for use by several threads.
 */
public final class TextTable {

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> header) {
        this.header = header;
    }

    /** Returns a table with the headings and no row. */
    public static TextTable of(String... header) {
        return new TextTable(List.of(header));
    }

    /**
     * Adds a row and returns this table.
     *
     * @throws IllegalArgumentException if there is not one cell for each heading
     */
    public TextTable row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + header.size() + " headings");
        }
        var row = new ArrayList<String>(cells.length);
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? number(number) : cell.toString());
        }
        rows.add(row);
        return this;
    }

    /** {@return whether no row was added} */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Writes the table, or the sentence when it has no row. */
    public void print(PrintWriter out, String whenEmpty) {
        if (rows.isEmpty()) {
            out.println(whenEmpty);
            return;
        }
        int columns = header.size();
        int[] widths = new int[columns];
        boolean[] right = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            widths[c] = header.get(c).length();
            right[c] = true;
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], row.get(c).length());
                right[c] &= looksLikeNumber(row.get(c));
            }
        }
        line(header, widths, right, out);
        for (List<String> row : rows) {
            line(row, widths, right, out);
        }
    }

    /** {@return the number as a person reads it: at most four decimals; an em dash for what is undefined} */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "—";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) < 0.001) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.2f" : "%.4f", value);
    }

    /** {@return the number as a person reads it; an em dash when there is none} */
    public static String number(OptionalDouble value) {
        return number(value.orElse(Double.NaN));
    }

    private static boolean looksLikeNumber(String cell) {
        return cell.isEmpty() || cell.equals("—") || cell.matches("[+-]?[0-9][0-9.e+-]*");
    }

    private static void line(List<String> cells, int[] widths, boolean[] right, PrintWriter out) {
        var text = new StringBuilder();
        for (int c = 0; c < widths.length; c++) {
            if (c > 0) {
                text.append("  ");
            }
            String pad = " ".repeat(widths[c] - cells.get(c).length());
            text.append(right[c] ? pad + cells.get(c) : cells.get(c) + pad);
        }
        out.println(text.toString().stripTrailing());
    }
}
