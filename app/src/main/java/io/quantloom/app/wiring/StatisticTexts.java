package io.quantloom.app.wiring;

import io.quantloom.assets.Assets;
import io.quantloom.engine.report.ReportTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Reads what statistics are called from the file that the screens read too. */
final class StatisticTexts {

    private StatisticTexts() {}

    static ReportTexts read() {
        var properties = new Properties();
        try (Reader in = new InputStreamReader(Assets.openTexts("statistic"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ReportTexts.of(properties);
    }
}
