package io.quantloom.engine.model.comparison;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.LibraryDefaults;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trains every learner of the pool on the same rows with the same seed and prints the hash of each model. */
public final class ModelHashes {

    private static final int ROWS = 500;
    private static final int COLUMNS = 6;
    private static final String MARK = "hash ";

    private ModelHashes() {}

    public static void main(String[] args) {
        all().forEach((learner, hash) -> System.out.println(MARK + learner + " " + hash));
    }

    /** {@return the hash of each learner's model, trained in this process} */
    static Map<String, String> all() {
        var hashes = new TreeMap<String, String>();
        for (Learner learner : PoolLearners.all()) {
            try (TrainedModel model = learner.fit(
                            SomeRows.of(5, ROWS, COLUMNS),
                            LibraryDefaults.of(learner.name()),
                            new Seeds(42),
                            JobContext.none())
                    .orThrow()) {
                hashes.put(learner.name(), Sha256.of(model.bytes()).hex());
            }
        }
        return hashes;
    }

    /** Starts this class in a Java of its own that offers OpenMP and Java so many threads. */
    static Process start(int threads, String... options) throws IOException, URISyntaxException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:ActiveProcessorCount=" + threads,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                "-cp",
                classPath(),
                ModelHashes.class.getName()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        // Surefire's agents are not for the child.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /** {@return what the process says the hashes are, once it has ended} */
    static Map<String, String> of(Process process) throws IOException, InterruptedException {
        var hashes = new TreeMap<String, String>();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            lines.filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()).split(" ", -1))
                    .forEach(parts -> hashes.put(parts[0], parts[1]));
        }
        process.waitFor();
        return hashes;
    }

    private static String classPath() throws URISyntaxException {
        if (ModelHashes.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> files = new ArrayList<>();
            for (URL url : loader.getURLs()) {
                files.add(Path.of(url.toURI()).toString());
            }
            return String.join(File.pathSeparator, files);
        }
        return System.getProperty("java.class.path");
    }
}
