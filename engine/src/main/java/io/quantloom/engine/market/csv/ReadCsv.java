package io.quantloom.engine.market.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Reads one file of bars or funding, row by row; only the numbers are held. What makes the whole file useless (missing,
 * empty, a pointer, no CSV, no header, foreign stamps) is a failure in one sentence; what makes a row impossible is a
 * rejection. Stateless.
 */
public final class ReadCsv {

    private static final int HEADER_WITHIN = 5;
    private static final int ROWS_PER_LOOK = 1_024;
    private static final int LARGEST_BUFFER = 1 << 20;

    /**
     * Reads the file.
     *
     * @param zone of stamps that state none; UTC when empty
     */
    public Outcome<CsvContent> run(Path file, Optional<ZoneId> zone, JobContext context) {
        if (!Files.isRegularFile(file)) {
            String found = Files.isDirectory(file) ? "a folder" : "no file";
            return Outcome.failed(
                    Failure.of(Reason.MISSING_DATA, "a file to import", found, "file " + file, "check the path"));
        }
        try (CsvText text = CsvText.open(file)) {
            Optional<Failure> problem = text.problem();
            if (problem.isPresent()) {
                return Outcome.failed(problem.get());
            }
            return read(file, text, zone, context);
        } catch (CsvParseException e) {
            return Outcome.failed(Failure.of(
                            Reason.PARSING,
                            "CSV with a header and rows",
                            "a row that cannot be taken apart (" + e.getMessage() + ")",
                            "file " + file,
                            "look for a stray quotation mark")
                    .causedBy(e));
        } catch (IOException | UncheckedIOException e) {
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "a file that can be read to its end",
                            "a fault (" + e.getMessage() + ")",
                            "file " + file,
                            "check the file, it may be damaged or cut off")
                    .causedBy(e));
        }
    }

    private static Outcome<CsvContent> read(Path file, CsvText text, Optional<ZoneId> zone, JobContext context)
            throws IOException {
        CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(text.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .maxBufferSize(LARGEST_BUFFER)
                .ofCsvRecord(text.reader());
        Iterator<CsvRecord> records = csv.iterator();
        Deque<CsvRecord> waiting = new ArrayDeque<>();
        Optional<CsvLayout> layout = layout(records, waiting);
        if (layout.isEmpty()) {
            return Outcome.failed(noHeader(file, waiting.getFirst()));
        }
        CsvKind kind = layout.get().kind();
        if (kind == CsvKind.OPEN_INTEREST || kind == CsvKind.ACTIONS) {
            return Outcome.failed(notYet(file, layout.get()));
        }
        var rows = new CsvRows(file, layout.get(), new Stamps(zone));
        for (int count = 0; !waiting.isEmpty() || records.hasNext(); count++) {
            if (count % ROWS_PER_LOOK == 0) {
                if (context.isCanceled()) {
                    return Outcome.canceled();
                }
                context.report(new Progress("Reading " + file.getFileName(), text.fractionRead()));
            }
            Optional<Failure> failure = rows.add(waiting.isEmpty() ? records.next() : waiting.removeFirst());
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
        }
        Optional<String> further = text.furtherFile();
        if (further.isPresent()) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "one file in the archive",
                    "a further one, " + further.get(),
                    "file " + file,
                    "unpack it and import the files one by one"));
        }
        return rows.content();
    }

    /** Takes rows until a header is found and leaves the rows taken in vain in {@code waiting}. */
    private static Optional<CsvLayout> layout(Iterator<CsvRecord> records, Deque<CsvRecord> waiting) {
        while (records.hasNext() && waiting.size() < HEADER_WITHIN) {
            CsvRecord row = records.next();
            waiting.add(row);
            Optional<CsvLayout> header = CsvLayout.ofHeader(row.getFields());
            if (header.isPresent()) {
                waiting.clear();
                return header;
            }
        }
        return CsvLayout.ofBinance(waiting.getFirst().getFields());
    }

    private static Failure noHeader(Path file, CsvRecord first) {
        List<String> fields = first.getFields();
        String where = "file " + file + ", line " + first.getStartingLineNumber();
        String expected = "a header such as timestamp,open,high,low,close,volume";
        String line = shortened(String.join(",", fields));
        if (fields.size() < 2) {
            return Failure.of(
                    Reason.PARSING, expected, "the single column '" + line + "'", where, "check that it is CSV");
        }
        boolean numbers = fields.stream().skip(1).anyMatch(field -> !Double.isNaN(CsvRows.number(field)));
        if (numbers) {
            return Failure.of(
                    Reason.PARSING, expected, "a row without a header, '" + line + "'", where, "put a header above it");
        }
        return Failure.of(
                Reason.PARSING,
                expected,
                "the columns " + line + " without " + String.join(", ", CsvLayout.missing(fields)),
                where,
                "rename the columns");
    }

    private static Failure notYet(Path file, CsvLayout layout) {
        String what = layout.kind() == CsvKind.ACTIONS ? "corporate actions" : "open interest";
        return Failure.of(
                Reason.NOT_APPLICABLE,
                "bars or funding rates",
                what + " (columns " + shortened(String.join(",", layout.names())) + "), which cannot be imported yet",
                "file " + file + ", line 1",
                "import the bars instead");
    }

    private static String shortened(String line) {
        return line.length() <= 120 ? line : line.substring(0, 120) + "…";
    }
}
