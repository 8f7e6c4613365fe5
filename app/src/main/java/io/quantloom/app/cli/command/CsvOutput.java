package io.quantloom.app.cli.command;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as CSV: into a file, onto standard output, or, there under {@code --json}, as a text inside the document. */
public final class CsvOutput {

    private CsvOutput() {}

    /**
     * Has the rows written and replies with what they are.
     *
     * @param file where to; standard output when there is none
     * @param head what the document says beside the number of rows
     * @param rows writes the rows and returns their number
     */
    public static Outcome<Reply> write(
            CommandSession session,
            @Nullable Path file,
            JsonObject head,
            Function<PrintWriter, Outcome<Integer>> rows) {
        if (file != null) {
            Path target = session.path(file);
            return toFile(target, rows)
                    .map(count -> Reply.done(
                            head.put("rows", count).put("file", target.toString()),
                            out -> out.println(count + " rows in " + target)));
        }
        if (session.json()) {
            var text = new StringWriter();
            return rows.apply(new PrintWriter(text))
                    .map(count -> Reply.done(head.put("rows", count).put("csv", text.toString()), _ -> {}));
        }
        return rows.apply(session.out()).map(_ -> Reply.done(head, _ -> {}));
    }

    /** Writes under another name first: the file is whole or not there. */
    private static Outcome<Integer> toFile(Path file, Function<PrintWriter, Outcome<Integer>> rows) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Outcome<Integer> written;
            try (var out = new PrintWriter(Files.newBufferedWriter(temporary, StandardCharsets.UTF_8))) {
                written = rows.apply(out);
                if (out.checkError()) {
                    throw new IOException("the file could not be written to its end");
                }
            }
            if (written instanceof Outcome.Success) {
                Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.delete(temporary);
            }
            return written;
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
