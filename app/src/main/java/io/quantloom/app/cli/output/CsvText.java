package io.quantloom.app.cli.output;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;

/** Writes comma-separated rows that begin with a time; numbers are the shortest text that reads back, NaN is empty. */
public final class CsvText {

    private final PrintWriter out;

    /** Takes where to write. */
    public CsvText(PrintWriter out) {
        this.out = out;
    }

    /** Writes the names of the columns. */
    public void header(String time, List<String> names) {
        out.print(time + "," + String.join(",", names));
        out.print('\n');
    }

    /** Writes a row: the time and the values of its columns. */
    public void row(long epochMillis, double... values) {
        out.print(JsonWriter.time(Instant.ofEpochMilli(epochMillis)));
        for (double value : values) {
            out.print(',');
            if (!Double.isNaN(value)) {
                out.print(value);
            }
        }
        out.print('\n');
    }
}
