package io.quantloom.engine.registry;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.ModelRef;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Finds registered models and versions by name; for an unknown name it tells which there are. */
public final class FindModel {

    private static final int NAMED_AT_MOST = 12;

    private final RegistryStore store;

    /** Takes where models live. */
    public FindModel(RegistryStore store) {
        this.store = store;
    }

    /** Returns the model with the name; MISSING_DATA when there is none. */
    public Outcome<RegisteredModel> model(String name) {
        Optional<RegisteredModel> model = store.model(name);
        return model.map(Outcome::success)
                .orElseGet(() -> Outcome.failed(missing(
                        "a registered model " + name,
                        some(store.models().stream().map(RegisteredModel::name).toList(), "models"),
                        "check the name or train the model first")));
    }

    /** Returns one version of the model; MISSING_DATA when there is no such model or version. */
    public Outcome<ModelVersion> version(String name, int version) {
        return model(name).then(model -> found(store.version(name, version), name, version));
    }

    /** Returns the version behind the reference; MISSING_DATA when there is no such model, alias or version. */
    public Outcome<ModelVersion> version(ModelRef ref) {
        if (ref.version().isPresent()) {
            return version(ref.model(), ref.version().getAsInt());
        }
        String alias = ref.alias().orElseThrow();
        return model(ref.model()).then(model -> {
            OptionalInt version = model.version(alias);
            return version.isPresent()
                    ? found(store.version(ref.model(), version.getAsInt()), ref.model(), version.getAsInt())
                    : Outcome.failed(missing(
                            "an alias " + alias + " of " + ref.model(),
                            some(List.copyOf(model.aliases().keySet()), "aliases"),
                            "promote a version to " + alias + " or name another"));
        });
    }

    /** {@return whether the version was retired: it keeps its history, and nothing starts with it any more} */
    public boolean isRetired(String name, int version) {
        return store.history(name).stream()
                .anyMatch(transition ->
                        transition.isOfVersion() && transition.from().orElseThrow() == version);
    }

    private Outcome<ModelVersion> found(Optional<ModelVersion> found, String name, int version) {
        return found.map(Outcome::success)
                .orElseGet(() -> Outcome.failed(missing(
                        "a version " + version + " of " + name,
                        some(
                                store.versions(name).stream()
                                        .map(known -> String.valueOf(known.version()))
                                        .toList(),
                                "versions"),
                        "name one of these")));
    }

    private static Failure missing(String expected, String found, String action) {
        return Failure.of(Reason.MISSING_DATA, expected, found, "registry", action);
    }

    private static String some(List<String> names, String kind) {
        if (names.isEmpty()) {
            return "no " + kind + " at all";
        }
        return "only the " + kind + " "
                + names.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "))
                + (names.size() > NAMED_AT_MOST ? " and " + (names.size() - NAMED_AT_MOST) + " more" : "");
    }
}
