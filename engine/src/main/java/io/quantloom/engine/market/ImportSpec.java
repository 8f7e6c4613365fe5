package io.quantloom.engine.market;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A file to import and what the person said about it; what is empty is concluded (contracts.md, Import). Immutable.
 *
 * @param file plain, gzip or zip
 * @param symbol else the file's symbol column, else the file name up to the first {@code _}
 * @param timeframe else the most frequent step
 * @param source else the second part of the file name, else {@code file}
 * @param calendar id; else concluded from the days that carry bars
 * @param zone of stamps without offset; else UTC
 * @param stampsAtEnd whether stamps name the end of a bar
 * @param acceptPartial whether possible rows are stored although others are rejected
 */
public record ImportSpec(
        Path file,
        Optional<String> symbol,
        Optional<Timeframe> timeframe,
        Optional<String> source,
        Optional<String> calendar,
        Optional<ZoneId> zone,
        boolean stampsAtEnd,
        boolean acceptPartial) {

    /** Returns the specification that leaves everything to be concluded. */
    public static ImportSpec of(Path file) {
        return new ImportSpec(
                file,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }
}
