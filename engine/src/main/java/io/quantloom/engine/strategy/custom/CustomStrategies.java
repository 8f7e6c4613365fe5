package io.quantloom.engine.strategy.custom;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where custom strategies are found. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface CustomStrategies {

    /**
     * A provider that was found.
     *
     * @param name the provider's
     * @param version the provider's
     * @param file name of its jar
     * @param hash of its jar
     * @param provider makes its strategies
     */
    record Found(String name, String version, String file, Sha256 hash, StrategyProvider provider) {}

    /** {@return every provider by name, then version, and one failure for each jar that cannot be used} */
    Partial<List<Found>> all();

    /** {@return no custom strategies at all} */
    static CustomStrategies none() {
        return () -> new Partial<>(List.of(), List.of());
    }

    /**
     * Returns the provider. MISSING_DATA when there is none of the name and version, with those there are and with the jars
     * that could not be used; INVALID when the version is left out and there are several.
     */
    default Outcome<Found> find(String name, Optional<String> version) {
        Partial<List<Found>> all = all();
        List<Found> named =
                all.value().stream().filter(each -> each.name().equals(name)).toList();
        List<Found> fitting = named.stream()
                .filter(each -> version.isEmpty() || each.version().equals(version.get()))
                .toList();
        if (fitting.size() == 1) {
            return Outcome.success(fitting.getFirst());
        }
        String wanted = "a custom strategy " + name
                + version.map(text -> " version " + text).orElse("");
        if (fitting.size() > 1) {
            String jars = fitting.stream()
                    .map(each -> each.version() + " in " + each.file())
                    .collect(Collectors.joining(", "));
            return Outcome.failed(Failure.of(
                    Reason.INVALID, wanted + " that is there once", jars, "strategy.version", "name one version"));
        }
        return Outcome.failed(Failure.of(
                Reason.MISSING_DATA, wanted, known(all), "strategy.name", "put its jar into the folder strategies"));
    }

    private static String known(Partial<List<Found>> all) {
        String found = all.value().isEmpty()
                ? "none at all"
                : all.value().stream()
                        .map(each -> each.name() + " " + each.version())
                        .collect(Collectors.joining(", ", "only ", ""));
        return all.failures().isEmpty()
                ? found
                : found
                        + all.failures().stream()
                                .map(failure -> failure.where() + " (" + failure.found() + ")")
                                .collect(Collectors.joining(", ", "; not usable: ", ""));
    }
}
