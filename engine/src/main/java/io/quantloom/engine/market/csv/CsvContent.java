package io.quantloom.engine.market.csv;

import io.quantloom.engine.market.ImportReport.Rejection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in one file. The lists are immutable, the table is left alone by its maker.
 *
 * @param kind what the rows are
 * @param rows the possible rows, by time, each time once: open, high, low, close, volume of bars (volume NaN where the
 *     file has none), or the rate of funding; times as stamped
 * @param rejected impossible rows by line, at most {@link #REJECTIONS_KEPT}
 * @param rejections how many rows were impossible
 * @param symbol what stands in the symbol column
 * @param notes what was concluded while reading, by option name, a sentence each
 */
public record CsvContent(
        CsvKind kind,
        RowTable rows,
        List<Rejection> rejected,
        int rejections,
        Optional<String> symbol,
        Map<String, String> notes) {

    /** How many rejections are kept one by one. */
    public static final int REJECTIONS_KEPT = 10_000;

    /** Columns of bars in {@link #rows}. */
    public static final int OPEN = 0;

    /** Highest price. */
    public static final int HIGH = 1;

    /** Lowest price. */
    public static final int LOW = 2;

    /** Last price. */
    public static final int CLOSE = 3;

    /** Volume, NaN when unknown. */
    public static final int VOLUME = 4;

    /** Only column of funding. */
    public static final int RATE = 0;

    /** Copies the collections. */
    public CsvContent {
        rejected = List.copyOf(rejected);
        notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
    }
}
