package io.quantloom.engine.strategy.custom;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Sha256;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The custom strategies in the jars of a folder. Each jar has a class loader of its own over the program's, so that one that
 * is broken hides no other; a jar is loaded once for each content it had. The folder is looked at anew each time. Safe for
 * use by several threads.
 */
public final class StrategyJars implements CustomStrategies {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final Path folder;
    private final Map<String, Outcome<List<Found>>> loaded = new HashMap<>();

    /** Takes the folder; it need not be there. */
    public StrategyJars(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Partial<List<Found>> all() {
        List<Found> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (Path jar : jars(failures)) {
            switch (read(jar)) {
                case Outcome.Success<List<Found>>(var providers) -> found.addAll(providers);
                case Outcome.Failed<List<Found>>(var failure) -> failures.add(failure);
                case Outcome.Canceled<List<Found>> _ -> throw new IllegalStateException("nobody cancels this");
            }
        }
        found.sort(
                Comparator.comparing(Found::name).thenComparing(Found::version).thenComparing(Found::file));
        return new Partial<>(List.copyOf(found), failures);
    }

    private List<Path> jars(List<Failure> failures) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            failures.add(unreadable("a folder that can be read", e, folder.toString()));
            return List.of();
        }
    }

    private Outcome<List<Found>> read(Path jar) {
        String file = jar.getFileName().toString();
        try {
            Sha256 hash = Sha256.of(Files.readAllBytes(jar));
            return loaded.computeIfAbsent(file + " " + hash.hex(), _ -> load(jar, file, hash));
        } catch (IOException e) {
            return Outcome.failed(unreadable("a jar that can be read", e, file));
        }
    }

    // The loader stays open as long as the program: strategies of the jar load their classes when they need them.
    @SuppressWarnings("resource")
    private static Outcome<List<Found>> load(Path jar, String file, Sha256 hash) {
        List<Found> found = new ArrayList<>();
        try {
            var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, StrategyProvider.class.getClassLoader());
            for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class, loader)) {
                String name = String.valueOf(provider.name());
                String version = String.valueOf(provider.version());
                if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
                    return Outcome.failed(unusable(
                            "a provider with a name like my-rule and a version like 1.0",
                            "'" + name + "' and '" + version + "'",
                            file));
                }
                found.add(new Found(name, version, file, hash, provider));
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            return Outcome.failed(unusable("a strategy provider that can be loaded", said(e), file)
                    .causedBy(e));
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is a URL", e);
        }
        return found.isEmpty()
                ? Outcome.failed(unusable(
                        "a provider named in META-INF/services/" + StrategyProvider.class.getName(), "none", file))
                : Outcome.success(List.copyOf(found));
    }

    private static Failure unusable(String expected, String what, String file) {
        return Failure.of(
                Reason.INVALID, expected, what, "strategies/" + file, "correct the jar or take it out of the folder");
    }

    private static Failure unreadable(String expected, IOException fault, String where) {
        return Failure.of(Reason.UNAVAILABLE, expected, said(fault), where, "check the folder")
                .causedBy(fault);
    }

    private static String said(Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return fault instanceof ServiceConfigurationError
                ? message.replace(StrategyProvider.class.getName() + ": ", "")
                : fault.getClass().getSimpleName() + ", " + message;
    }
}
