package io.quantloom.engine.model.comparison;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.TrainingSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads a CSV file, plain or gzip by its first bytes, of which one column is the class (0 or 1) and every other a feature.
 * Strict: every cell is a finite number.
 */
public final class ReadTable {

    private static final int LINES_BETWEEN_LOOKS = 4096;

    /**
     * Returns the rows in the file's order, each of weight 1. MISSING_DATA without the file or the column, PARSING naming
     * line and column of what is no number.
     *
     * @param target the column of the class
     */
    public Outcome<TrainingSet> run(Path file, String target, JobContext context) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream text = isGzip(raw) ? new GZIPInputStream(raw) : raw;
                var rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return read(rows, file, target, context);
        } catch (NoSuchFileException e) {
            return failed(Reason.MISSING_DATA, "a file", "none of that name", file.toString());
        } catch (IOException | UncheckedIOException e) {
            return failed(Reason.UNAVAILABLE, "a file that can be read", e.toString(), file.toString());
        } catch (CsvParseException e) {
            return failed(Reason.PARSING, "rows of CSV", String.valueOf(e.getMessage()), file.toString());
        }
    }

    private static boolean isGzip(InputStream raw) throws IOException {
        raw.mark(2);
        boolean is = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return is;
    }

    private static Outcome<TrainingSet> read(CsvReader<CsvRecord> rows, Path file, String target, JobContext context) {
        List<String> header = List.of();
        int column = -1;
        List<double[]> features = new ArrayList<>();
        List<Boolean> positive = new ArrayList<>();
        for (CsvRecord row : rows) {
            String where = file + ", line " + row.getStartingLineNumber();
            if (header.isEmpty()) {
                header = List.copyOf(row.getFields());
                column = header.indexOf(target);
                if (column < 0 || new HashSet<>(header).size() != header.size()) {
                    return failed(
                            Reason.MISSING_DATA,
                            "one column " + target + " among columns of different names",
                            String.join(", ", header),
                            where);
                }
                continue;
            }
            if (features.size() % LINES_BETWEEN_LOOKS == 0 && context.isCanceled()) {
                return Outcome.canceled();
            }
            if (row.getFieldCount() != header.size()) {
                return failed(Reason.PARSING, header.size() + " cells", String.valueOf(row.getFieldCount()), where);
            }
            double[] values = new double[header.size() - 1];
            for (int c = 0; c < header.size(); c++) {
                double value = number(row.getField(c));
                if (c == column ? value != 0 && value != 1 : !Double.isFinite(value)) {
                    return failed(
                            Reason.PARSING,
                            c == column ? "0 or 1" : "a finite number",
                            "\"" + row.getField(c) + "\"",
                            where + ", column " + header.get(c));
                }
                if (c == column) {
                    positive.add(value == 1);
                } else {
                    values[c < column ? c : c - 1] = value;
                }
            }
            features.add(values);
        }
        return Outcome.success(set(header, column, features, positive));
    }

    private static TrainingSet set(List<String> header, int column, List<double[]> features, List<Boolean> positive) {
        List<String> names = new ArrayList<>(header);
        if (column >= 0) {
            names.remove(column);
        }
        boolean[] classes = new boolean[positive.size()];
        double[] weights = new double[positive.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = positive.get(i);
            weights[i] = 1;
        }
        return TrainingSet.of(names, features.toArray(double[][]::new), classes, weights);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static <T> Outcome<T> failed(Reason reason, String expected, String found, String where) {
        return Outcome.failed(Failure.of(reason, expected, found, where, "check the file and --target"));
    }
}
