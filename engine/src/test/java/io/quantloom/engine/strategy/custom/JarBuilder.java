package io.quantloom.engine.strategy.custom;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles strategy providers and packs them as people do. */
public final class JarBuilder {

    /** A provider of "last-move": long after a rise of so much, flat after a fall; its fault: breaks at that bar. */
    public static final String LAST_MOVE = """
        package people;
        import io.quantloom.engine.market.Bar;
        import io.quantloom.engine.strategy.*;
        import io.quantloom.engine.strategy.custom.*;
        import java.util.List;
        public final class LastMove implements StrategyProvider {
            public String name() { return "last-move"; }
            public String version() { return "VERSION"; }
            public List<StrategyParameter> parameters() {
                return List.of(
                    StrategyParameter.number("rise", 0.0, 0.0, 1.0),
                    StrategyParameter.whole("fault", -1, -1, 100));
            }
            public Strategy create(ParameterValues values) {
                if (values.number("rise") == 0.5) throw new IllegalArgumentException("a rise of one half is too even");
                return new Strategy() {
                    private double last = Double.NaN;
                    private int bar = -1;
                    public Decision onClose(Bar next, Target held) {
                        if (++bar == values.whole("fault")) throw new IllegalStateException("told to break");
                        double move = next.close() / last - 1;
                        last = next.close();
                        if (move > values.number("rise")) return Decision.of(Target.LONG, "rose");
                        return Decision.of(move < 0 ? Target.FLAT : Target.HOLD, "");
                    }
                    public int firstDefined() { return 1; }
                };
            }
        }
        """;

    private JarBuilder() {}

    /** The provider of "last-move" in this version as a jar of the folder. */
    public static void lastMove(Path folder, String file, String version) {
        jar(folder, file, "people.LastMove", LAST_MOVE.replace("VERSION", version));
    }

    /** A jar with the source compiled and the class named as a provider. */
    public static void jar(Path folder, String file, String provider, String source) {
        try {
            Path classes = Files.createTempDirectory("provider");
            Path java = classes.resolve(provider.substring(provider.lastIndexOf('.') + 1) + ".java");
            Files.writeString(java, source);
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            var complaints = new StringWriter();
            boolean compiled = compiler.getTask(
                            complaints,
                            null,
                            null,
                            List.of("-proc:none", "-d", classes.toString(), "-cp", product()),
                            null,
                            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                                    .getJavaFileObjects(java))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException(complaints.toString());
            }
            pack(folder.resolve(file), classes, provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String product() {
        try {
            return Path.of(StrategyProvider.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a location is a URI", e);
        }
    }

    private static void pack(Path file, Path classes, String provider) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(bytes);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path each :
                    compiled.filter(path -> path.toString().endsWith(".class")).toList()) {
                entry(jar, classes.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
            }
            entry(
                    jar,
                    "META-INF/services/" + StrategyProvider.class.getName(),
                    provider.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void entry(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
        jar.closeEntry();
    }
}
