package io.quantloom.persistence;

import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.BarStoreContract;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.RegistryStoreContract;
import io.quantloom.engine.registry.Transition;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Another process on a workspace: it says in lines what it has done, and is killed. */
final class StoreChild {

    private StoreChild() {}

    /** Starts this class in a JVM of its own; the shell text goes before the java command, for example a limit. */
    static Process start(String shell, String work, Path folder) throws IOException, URISyntaxException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>();
        if (!shell.isEmpty()) {
            command.addAll(List.of("sh", "-c", shell + "; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        command.add("-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""));
        command.addAll(List.of("-cp", classPath()));
        command.addAll(List.of(StoreChild.class.getName(), work, folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** {@return what the process prints} */
    static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String classPath() throws URISyntaxException {
        if (StoreChild.class.getClassLoader() instanceof URLClassLoader loader) {
            List<String> files = new ArrayList<>();
            for (URL url : loader.getURLs()) {
                files.add(Path.of(url.toURI()).toString());
            }
            return String.join(File.pathSeparator, files);
        }
        return System.getProperty("java.class.path");
    }

    /** Opens the workspace and does the work until it is killed or the store fails. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        // Ids of this process must not be those of the one before.
        Ids ids = Ids.from(new SplittableRandom());
        Outcome<H2Workspace> opened = H2Workspace.open(folder, Instant::now, ids, "0.1.0");
        if (opened instanceof Outcome.Failed<H2Workspace>(var failure)) {
            say("refused " + failure.reason() + " " + failure.sentence());
            return;
        }
        H2Workspace workspace = opened.orThrow();
        say("open");
        try {
            switch (arguments[0]) {
                case "hold" -> say("end " + System.in.read());
                case "work" -> work(workspace);
                case "fill" -> fill(workspace);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (StoreException e) {
            say("failed " + e.failure().sentence());
        }
        workspace.close();
        say("closed");
    }

    private static void work(H2Workspace workspace) {
        int champion = workspace
                .registry()
                .model("btc")
                .map(model -> model.latestVersion())
                .orElse(0);
        for (int i = 0; ; i++) {
            Run run = workspace
                    .runs()
                    .begin(new RunDraft("kill", "run " + i, Optional.empty(), Instant.now(), Map.of(), Map.of()));
            workspace.runs().logMetrics(run.id(), List.of(new Metric("number", i, Instant.now(), 0)));
            workspace.runs().saveArtifact(run.id(), "number.txt", ("number " + i).getBytes(StandardCharsets.UTF_8));
            workspace.runs().setStatus(run.id(), RunStatus.FINISHED, Instant.now());
            say("run " + run.id() + " " + i);
            if (i % 5 == 4) {
                champion = promote(workspace, champion);
                say("champion " + champion);
            }
        }
    }

    private static int promote(H2Workspace workspace, int champion) {
        OptionalInt from = workspace
                .registry()
                .model("btc")
                .map(model -> model.version(Alias.CHAMPION))
                .orElse(OptionalInt.empty());
        int version = workspace
                .registry()
                .register("btc", number -> RegistryStoreContract.modelVersion("btc", number))
                .version();
        if (version <= champion) {
            throw new IllegalStateException("version " + version + " was made twice");
        }
        Transition transition = new Transition(
                "btc",
                Alias.CHAMPION,
                from,
                OptionalInt.of(version),
                Transition.Kind.PROMOTED,
                "cli",
                "newer",
                List.of(),
                Instant.now());
        workspace
                .registry()
                .apply(transition, Map.of(Alias.CHAMPION, OptionalInt.of(version)))
                .orThrow();
        return version;
    }

    private static void fill(H2Workspace workspace) {
        for (int i = 0; i < 10_000; i++) {
            SeriesKey key = new SeriesKey(new Symbol("S" + i), Timeframe.HOUR, "file");
            workspace.bars().save(BarStoreContract.instrument(key.symbol()), BarStoreContract.walk(key, 5_000, i));
            say("series " + i);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
