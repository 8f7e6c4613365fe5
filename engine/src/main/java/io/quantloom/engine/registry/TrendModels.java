package io.quantloom.engine.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The pool: which version of each registered trend classifier is in service. That is the one behind {@code Champion}, or,
 * where there is none, behind {@code Challenger}: an alias only, never just the latest.
 */
public final class TrendModels {

    private final RegistryStore store;

    /** Takes where models live. */
    public TrendModels(RegistryStore store) {
        this.store = store;
    }

    /** A version in service with its tags. */
    public record Served(ModelVersion version, TrendTags tags) {

        /** {@return whether a person who says the text means this asset: its name, or its name before the quote currency} */
        public boolean isOf(String symbol) {
            String own = tags.symbol().toUpperCase(Locale.ROOT);
            String asked = symbol.toUpperCase(Locale.ROOT);
            return own.equals(asked) || own.startsWith(asked + "-");
        }
    }

    /** {@return all that are in service, ascending by the model's name} */
    public List<Served> all() {
        return store.models().stream().flatMap(this::served).toList();
    }

    /**
     * Returns all in service that judge another's signals, ascending by the model's name, each as a classifier of the trend:
     * what it is while its signals say that.
     */
    public List<Served> judging(Trend trend) {
        return store.models().stream()
                .flatMap(this::inService)
                .flatMap(version -> TrendTags.ofMeta(version, trend).stream().map(tags -> new Served(version, tags)))
                .toList();
    }

    /**
     * Returns the one for a symbol and a trend. Of several the one whose symbol is exactly that, then a Champion, then the
     * first by name.
     */
    public Optional<Served> find(String symbol, Trend trend) {
        List<Served> fitting = all().stream()
                .filter(served -> served.tags().trend() == trend && served.isOf(symbol))
                .toList();
        return fitting.stream()
                .filter(served -> served.tags().symbol().equalsIgnoreCase(symbol))
                .findFirst()
                .or(() -> fitting.stream().filter(this::isChampion).findFirst())
                .or(() -> fitting.stream().findFirst());
    }

    private boolean isChampion(Served served) {
        return store.model(served.version().model())
                .map(model -> model.version(Alias.CHAMPION)
                        .equals(OptionalInt.of(served.version().version())))
                .orElse(false);
    }

    private Stream<Served> served(RegisteredModel model) {
        return inService(model)
                .flatMap(version -> TrendTags.of(version).stream().map(tags -> new Served(version, tags)));
    }

    private Stream<ModelVersion> inService(RegisteredModel model) {
        return Stream.of(Alias.CHAMPION, Alias.CHALLENGER)
                .map(model::version)
                .filter(OptionalInt::isPresent)
                .limit(1)
                .flatMap(number -> store.version(model.name(), number.getAsInt()).stream())
                .filter(version -> version.modelCard().isPresent());
    }
}
