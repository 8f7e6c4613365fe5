package io.quantloom.engine.market.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.ImportReport.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one file into numbers or rejections. Used by one thread. */
final class CsvRows {

    private static final int MOST_ROWS = 10_000_000;
    private static final int UNREADABLE_STAMPS = 50;
    private static final long SECOND = 1_000;
    private static final String LETTERS_OF_NUMBERS = "0123456789.+-eE";
    private static final Pattern TOO_LARGE = Pattern.compile("-?[0-9]+(\\.[0-9]*)?([eE]\\+?[0-9]+)?");
    private static final Pattern DOTS_AS_THOUSANDS = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{3}){2,}");
    private static final Pattern COMMA = Pattern.compile("-?[0-9]+(,[0-9]+)+(\\.[0-9]+)?");

    private final Path file;
    private final CsvLayout layout;
    private final Stamps stamps;
    private final RowTable table;
    private final double[] numbers;
    private final List<Rejection> rejected = new ArrayList<>();
    private int rejections;
    private boolean aStampWasRead;
    private int jittered;
    private @Nullable String symbol;

    CsvRows(Path file, CsvLayout layout, Stamps stamps) {
        this.file = file;
        this.layout = layout;
        this.stamps = stamps;
        this.numbers = new double[layout.kind() == CsvKind.BARS ? 5 : 1];
        this.table = new RowTable(numbers.length);
    }

    /** Takes the next row; returns what makes the whole file useless, if it does. */
    Optional<Failure> add(CsvRecord row) {
        Optional<Failure> failure = wholeFile(row, table.size() == 0 && rejections == 0);
        if (failure.isPresent()) {
            return failure;
        }
        @Nullable Rejection rejection = layout.kind() == CsvKind.BARS ? bar(row) : funding(row);
        if (rejection != null) {
            rejections++;
            if (rejected.size() < CsvContent.REJECTIONS_KEPT) {
                rejected.add(rejection);
            }
            if (!aStampWasRead && rejections == UNREADABLE_STAMPS) {
                return foreignStamps();
            }
        }
        return Optional.empty();
    }

    /** Returns what was read, in order; a failure when there was no row at all. */
    Outcome<CsvContent> content() {
        if (table.size() == 0 && rejections == 0) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "at least one row below the header",
                    "none",
                    "file " + file + ", line 2",
                    "check where it came from"));
        }
        if (!aStampWasRead) {
            Optional<Failure> failure = foreignStamps();
            if (failure.isPresent()) {
                return Outcome.failed(failure.get());
            }
        }
        List<Rejection> conflicts = new ArrayList<>();
        table.settle(layout.timeName(), conflicts);
        rejections += conflicts.size();
        rejected.addAll(conflicts);
        rejected.sort(Comparator.comparingLong(Rejection::line));
        List<Rejection> kept = rejected.subList(0, Math.min(rejected.size(), CsvContent.REJECTIONS_KEPT));
        return Outcome.success(
                new CsvContent(layout.kind(), table, kept, rejections, Optional.ofNullable(symbol), notes()));
    }

    /** {@return the number, NaN when the text is none or too large for one} */
    static double number(String text) {
        String plain = text.strip();
        for (int i = 0; i < plain.length(); i++) {
            if (LETTERS_OF_NUMBERS.indexOf(plain.charAt(i)) < 0) {
                return Double.NaN; // Java would also read 1d, 0x1p3 and Infinity
            }
        }
        try {
            double value = Double.parseDouble(plain);
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException e) {
            return Double.NaN; // such as 1.2.3
        }
    }

    private Optional<Failure> wholeFile(CsvRecord row, boolean first) {
        String where = "file " + file + ", line " + row.getStartingLineNumber();
        if (first && row.getFieldCount() > layout.names().size() && !isPadded(row)) {
            return Optional.of(Failure.of(
                    Reason.PARSING,
                    layout.names().size() + " fields in a row as in the header",
                    row.getFieldCount() + " fields",
                    where,
                    "name every column in the header"));
        }
        if (table.size() == MOST_ROWS) {
            return Optional.of(
                    Failure.of(Reason.INVALID, "at most 10,000,000 rows in a file", "more", where, "split the file"));
        }
        return otherSymbol(row, where);
    }

    /** {@return the failure of a file of which no stamp can be read, in place of a rejection for each row} */
    private Optional<Failure> foreignStamps() {
        return rejected.stream()
                .filter(rejection -> rejection.column().equals(layout.timeName()))
                .findFirst()
                .map(rejection -> Failure.of(
                        Reason.PARSING,
                        "a time such as 2024-01-31T05:00:00Z or Unix time",
                        "'" + rejection.value() + "', which " + rejection.reason(),
                        "file " + file + ", line " + rejection.line() + ", column " + rejection.column(),
                        "export the file again with ISO dates"));
    }

    private Optional<Failure> otherSymbol(CsvRecord row, String where) {
        if (layout.symbol().isEmpty() || row.getFieldCount() <= layout.symbol().getAsInt()) {
            return Optional.empty();
        }
        String name = row.getField(layout.symbol().getAsInt()).strip();
        if (name.isEmpty() || name.equals(symbol)) {
            return Optional.empty();
        }
        if (symbol == null) {
            symbol = name;
            return Optional.empty();
        }
        return Optional.of(Failure.of(
                Reason.INVALID,
                "rows of one symbol, " + symbol,
                name,
                where + ", column " + layout.names().get(layout.symbol().getAsInt()),
                "split the file by symbol"));
    }

    private @Nullable Rejection bar(CsvRecord row) {
        if (!hasAllFields(row)) {
            return fieldCount(row);
        }
        long time = stamps.millis(stamp(row));
        if (time == Stamps.UNREADABLE) {
            return rejection(row, layout.time(), stamp(row), Stamps.why(stamp(row)));
        }
        aStampWasRead = true;
        for (int i = 0; i < CsvContent.VOLUME; i++) {
            String text = row.getField(layout.numbers().get(i));
            numbers[i] = number(text);
            if (!(numbers[i] > 0)) {
                return rejection(row, layout.numbers().get(i), text, why(text, numbers[i]));
            }
        }
        @Nullable Rejection impossible = impossible(row);
        if (impossible != null) {
            return impossible;
        }
        numbers[CsvContent.VOLUME] = Double.NaN;
        if (layout.hasVolume()) {
            int column = layout.numbers().get(CsvContent.VOLUME);
            String text = row.getField(column);
            double volume = number(text);
            if (!text.isBlank() && !(volume >= 0)) {
                return rejection(
                        row, column, text, Double.isNaN(volume) ? why(text, volume) : "is a volume below zero");
            }
            numbers[CsvContent.VOLUME] = volume;
        }
        table.add(time, row.getStartingLineNumber(), numbers);
        return null;
    }

    private @Nullable Rejection impossible(CsvRecord row) {
        double high = numbers[CsvContent.HIGH];
        double low = numbers[CsvContent.LOW];
        if (high < low) {
            return priceRejection(row, CsvContent.HIGH, "is a high below the low " + low);
        }
        for (int column : new int[] {CsvContent.OPEN, CsvContent.CLOSE}) {
            String name = column == CsvContent.OPEN ? "an open" : "a close";
            if (numbers[column] > high) {
                return priceRejection(row, column, "is " + name + " above the high " + high);
            }
            if (numbers[column] < low) {
                return priceRejection(row, column, "is " + name + " below the low " + low);
            }
        }
        return null;
    }

    private @Nullable Rejection funding(CsvRecord row) {
        if (!hasAllFields(row)) {
            return fieldCount(row);
        }
        long time = stamps.millis(stamp(row));
        if (time == Stamps.UNREADABLE) {
            return rejection(row, layout.time(), stamp(row), Stamps.why(stamp(row)));
        }
        aStampWasRead = true;
        int column = layout.numbers().getFirst();
        String text = row.getField(column);
        numbers[CsvContent.RATE] = number(text);
        if (Double.isNaN(numbers[CsvContent.RATE])) {
            return rejection(row, column, text, why(text, Double.NaN));
        }
        if (Math.abs(numbers[CsvContent.RATE]) >= 1) {
            return rejection(row, column, text, "is no fraction between -1 and 1");
        }
        long rounded = Math.floorDiv(time + SECOND / 2, SECOND) * SECOND;
        jittered += rounded == time ? 0 : 1;
        table.add(rounded, row.getStartingLineNumber(), numbers);
        return null;
    }

    private String stamp(CsvRecord row) {
        String text = row.getField(layout.time());
        return layout.clock().isPresent()
                        && row.getFieldCount() > layout.clock().getAsInt()
                ? text.strip() + " " + row.getField(layout.clock().getAsInt()).strip()
                : text;
    }

    private boolean hasAllFields(CsvRecord row) {
        return row.getFieldCount() == layout.names().size() || isPadded(row);
    }

    /** {@return whether all fields beyond the header's are empty, as after a trailing separator} */
    private boolean isPadded(CsvRecord row) {
        int names = layout.names().size();
        return row.getFieldCount() > names
                && row.getFields().subList(names, row.getFieldCount()).stream().allMatch(String::isBlank);
    }

    private Rejection fieldCount(CsvRecord row) {
        String line = String.join(",", row.getFields());
        return new Rejection(
                row.getStartingLineNumber(),
                "",
                line.length() <= 80 ? line : line.substring(0, 80) + "…",
                "has " + row.getFieldCount() + " fields where the header has "
                        + layout.names().size());
    }

    private Rejection priceRejection(CsvRecord row, int price, String reason) {
        int column = layout.numbers().get(price);
        return rejection(row, column, row.getField(column), reason);
    }

    private Rejection rejection(CsvRecord row, int column, String value, String reason) {
        return new Rejection(row.getStartingLineNumber(), layout.names().get(column), value, reason);
    }

    private static String why(String text, double value) {
        if (text.isBlank()) {
            return "is empty";
        }
        if (!Double.isNaN(value)) {
            return "is not above zero";
        }
        String plain = text.strip();
        if (DOTS_AS_THOUSANDS.matcher(plain).matches()) {
            return "is no number: a spreadsheet put dots between its thousands";
        }
        if (COMMA.matcher(plain).matches()) {
            return "is no number: it is written with a comma";
        }
        return TOO_LARGE.matcher(plain).matches() ? "is too large" : "is no number";
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("zone", stamps.concludedZone());
        if (layout.kind() == CsvKind.BARS) {
            if (!layout.hasVolume()) {
                notes.put("volume", "unknown: there is no column for it");
            } else if (!layout.otherVolumes().isEmpty()) {
                notes.put(
                        "volume",
                        "column " + layout.names().get(layout.numbers().get(CsvContent.VOLUME)) + ", not "
                                + String.join(", ", layout.otherVolumes()));
            }
        }
        if (jittered > 0) {
            notes.put("stamps", jittered + " stamps were rounded to the whole second");
        }
        return notes;
    }
}
