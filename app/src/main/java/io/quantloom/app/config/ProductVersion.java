package io.quantloom.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which Quantloom this is; the build writes it. */
public final class ProductVersion {

    private ProductVersion() {}

    /** {@return for example {@code 0.1.0}} */
    public static String text() {
        var build = new Properties();
        try (var in = Objects.requireNonNull(ProductVersion.class.getResourceAsStream("/quantloom-build.properties"))) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("our own resource cannot be read", e);
        }
        return build.getProperty("version");
    }
}
