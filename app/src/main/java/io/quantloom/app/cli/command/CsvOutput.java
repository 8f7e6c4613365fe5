package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.CsvText;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows by time, as CSV into a file or onto standard output, or, there under {@code --json}, inside the document. */
final class CsvOutput {

    private CsvOutput() {}

    /** Gives the values of one row. */
    @FunctionalInterface
    interface RowSource {
        /** Fills the values of bar {@code i}, one for each column. */
        void fill(int i, double[] values);
    }

    /** Returns the reply that writes the rows; a file is written at once, all of it or nothing. */
    static Outcome<Reply> write(
            CommandSession session,
            @Nullable Path file,
            JsonObject head,
            List<String> columns,
            TimeRange.Rows rows,
            RowSource source) {
        head.put(
                        "columns",
                        Stream.concat(Stream.of("timestamp"), columns.stream()).toList())
                .put("rows", rows.end() - rows.first());
        if (file != null) {
            Path target = session.path(file);
            return toFile(target, out -> csv(out, columns, rows, source))
                    .map(written -> Reply.done(
                            head.put("file", written.toString()),
                            out -> out.println((rows.end() - rows.first()) + " rows in " + written)));
        }
        if (session.json()) {
            head.put("values", values(columns.size(), rows, source));
        }
        return Outcome.success(Reply.done(head, out -> csv(out, columns, rows, source)));
    }

    private static void csv(PrintWriter out, List<String> columns, TimeRange.Rows rows, RowSource source) {
        var csv = new CsvText(out);
        csv.header(Stream.concat(Stream.of("timestamp"), columns.stream()).toList());
        double[] values = new double[columns.size()];
        for (int i = rows.first(); i < rows.end(); i++) {
            source.fill(i, values);
            csv.row(rows.series().openTime(i), values);
        }
    }

    private static List<List<Object>> values(int columns, TimeRange.Rows rows, RowSource source) {
        List<List<Object>> all = new ArrayList<>(Math.max(0, rows.end() - rows.first()));
        double[] values = new double[columns];
        for (int i = rows.first(); i < rows.end(); i++) {
            source.fill(i, values);
            List<Object> row = new ArrayList<>(columns + 1);
            row.add(Instant.ofEpochMilli(rows.series().openTime(i)));
            for (double value : values) {
                row.add(value);
            }
            all.add(row);
        }
        return all;
    }

    private static Outcome<Path> toFile(Path file, java.util.function.Consumer<PrintWriter> text) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (var out = new PrintWriter(Files.newBufferedWriter(temporary, StandardCharsets.UTF_8))) {
                text.accept(out);
                if (out.checkError()) {
                    throw new IOException("the file could not be written to its end");
                }
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.success(file);
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Failure.Reason.UNAVAILABLE,
                            "to write the file",
                            e.toString(),
                            file.toString(),
                            "choose a folder that exists and has room")
                    .causedBy(e));
        }
    }
}
