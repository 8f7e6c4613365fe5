package io.quantloom.engine.report;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a statistic is called and how it is computed, in words: {@code KEY = label | kind | better | formula}, the file from
 * which the screens have it too, so that a figure has one definition everywhere. Immutable.
 *
 * @param rows by the statistic's key
 */
public record ReportTexts(Map<String, Row> rows) {

    /**
     * One statistic.
     *
     * @param label its name
     * @param kind how it is written: GAIN, SHARE, FALL, RATIO, PROBABILITY, COUNT, BARS, MONEY, TIME
     * @param formula in one line
     */
    public record Row(String label, String kind, String formula) {}

    /** Copies the map. */
    public ReportTexts {
        rows = Map.copyOf(rows);
    }

    /**
     * Returns the texts of the properties.
     *
     * @throws IllegalArgumentException if a line has other than four parts
     */
    public static ReportTexts of(Properties properties) {
        Map<String, Row> rows = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            String[] parts = properties.getProperty(key).split("\\|", 4);
            if (parts.length != 4) {
                throw new IllegalArgumentException(
                        "a statistic has label, kind, better and formula, " + key + " had " + parts.length);
            }
            rows.put(key, new Row(parts[0], parts[1], parts[3]));
        }
        return new ReportTexts(rows);
    }

    /** Returns the row of the key; a key nobody wrote about is its own label. */
    Row row(String key) {
        return rows.getOrDefault(key, new Row(key, "PLAIN", ""));
    }
}
