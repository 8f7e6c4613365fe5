package io.quantloom.engine.backtest;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.SeriesKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The folder of real data beside the project; tests that need it are skipped where it is absent. */
public final class SharedData {

    private SharedData() {}

    /** The file or folder; skips the test where it is absent. */
    public static Path path(String relative) {
        for (String root : List.of("../../shared/data", "../shared/data")) {
            Path found = Path.of(root).resolve(relative);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("skipped: real data stands at ../shared/data from the project's root, and is absent here");
        throw new IllegalStateException("not reached");
    }

    /** Plain rows of the uniform format, read independently of the product's import. */
    public static BarSeries bars(SeriesKey key, String relative) {
        List<Bar> bars = lines(path(relative)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Bar(
                        Instant.parse(cells[0]).toEpochMilli(),
                        Double.parseDouble(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3]),
                        Double.parseDouble(cells[4]),
                        cells[5].isEmpty() ? Double.NaN : Double.parseDouble(cells[5])))
                .toList();
        return BarSeries.of(key, bars);
    }

    public static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Path file) {
        return String.join("\n", lines(file));
    }
}
