package io.quantloom.app.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Quantloom in a process of its own, on this test's class path, without a display. */
final class ChildProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command in the folder that is workspace and working folder at once. */
    static ChildProcess start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("quantloom.test.classpath", System.getProperty("java.class.path")),
                "io.quantloom.app.cli.Main"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("quantloom", ".out");
        Path err = Files.createTempFile("quantloom", ".err");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("QUANTLOOM_HOME", folder.toString());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        // Surefire's JaCoCo agent and the like are not for the child.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return new ChildProcess(
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    /** Waits until the standard error holds the text. */
    void awaitErr(String text) throws IOException, InterruptedException {
        awaitErr(said -> said.contains(text));
    }

    /** Waits until the standard error is as asked. */
    void awaitErr(Predicate<String> asked) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!asked.test(err())) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + out() + err());
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits for the end and returns the exit code. */
    int await() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("no end: " + out() + err());
        }
        return process.exitValue();
    }

    /** SIGKILL: nothing in the process gets to run. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM, as a Ctrl-C to the process. */
    void interrupt() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    String out() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    String err() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
