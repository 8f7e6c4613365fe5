package io.quantloom.engine.market;

import io.quantloom.engine.base.Sha256;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the import of one file came to. Immutable.
 *
 * @param kind {@code bars} or {@code funding}
 * @param key the series; for funding its timeframe is 8 hours
 * @param calendar id of the calendar
 * @param rows well-formed rows read
 * @param stored rows of the series afterwards; zero when refused
 * @param first open time of the first stored bar
 * @param last open time of the last stored bar
 * @param inserted rows that were new
 * @param revised rows that replaced a different one
 * @param duplicates rows that were there already
 * @param rejected impossible rows, in the file's order
 * @param hash content hash of the series afterwards
 * @param concluded what was concluded and from what, by option name
 */
public record ImportReport(
        String kind,
        SeriesKey key,
        String calendar,
        int rows,
        int stored,
        Optional<Instant> first,
        Optional<Instant> last,
        int inserted,
        int revised,
        int duplicates,
        List<Rejection> rejected,
        Optional<Sha256> hash,
        Map<String, String> concluded) {

    /** Copies the collections. */
    public ImportReport {
        rejected = List.copyOf(rejected);
        concluded = Collections.unmodifiableMap(new LinkedHashMap<>(concluded));
    }

    /**
     * A row that cannot be a bar.
     *
     * @param line counts from 1, the header included
     * @param column name of the column
     * @param value as it stands in the file
     * @param reason why it is impossible
     */
    public record Rejection(long line, String column, String value, String reason) {}

    /** {@return whether the file was refused: nothing was stored because of a rejected row} */
    public boolean isRefused() {
        return !rejected.isEmpty() && stored == 0;
    }
}
