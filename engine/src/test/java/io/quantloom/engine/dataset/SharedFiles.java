package io.quantloom.engine.dataset;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Real prices and reference vectors in {@code ../shared/data}; tests that need them are skipped where it is absent. */
public final class SharedFiles {

    public static final String GOOG = "equities/GOOG_backtestingpy_1d.csv";
    public static final String BTC = "daily/BTC-USDT_binance_1d.csv";
    public static final String BTC_LONG = "daily/BTC-USDT_binance-full_1d.csv";

    private static final Path FOLDER = Path.of(System.getProperty("quantloom.shared.data", "../../shared/data"));

    private SharedFiles() {}

    /** The data lines of a file, split at commas; plain or gzip. */
    public static List<String[]> rows(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: real data is not there: " + file.toAbsolutePath());
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BarSeries bars(String name) {
        List<Bar> bars = rows(name).stream()
                .map(row -> new Bar(
                        Instant.parse(row[0]).toEpochMilli(),
                        Double.parseDouble(row[1]),
                        Double.parseDouble(row[2]),
                        Double.parseDouble(row[3]),
                        Double.parseDouble(row[4]),
                        Double.parseDouble(row[5])))
                .toList();
        return BarSeries.of(new SeriesKey(new Symbol("REAL"), Timeframe.DAY, "file"), bars);
    }
}
