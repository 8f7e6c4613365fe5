package io.quantloom.engine.registry;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A named line of versions. Immutable.
 *
 * @param name unique
 * @param created when its first version was registered
 * @param latestVersion the highest version
 * @param aliases version by alias
 */
public record RegisteredModel(String name, Instant created, int latestVersion, SortedMap<String, Integer> aliases) {

    /** Copies the map. */
    public RegisteredModel {
        aliases = Collections.unmodifiableSortedMap(new TreeMap<>(aliases));
    }

    /** {@return the aliases that name the version, ascending} */
    public Set<String> aliases(int version) {
        var named = new TreeSet<String>();
        aliases.forEach((alias, number) -> {
            if (number == version) {
                named.add(alias);
            }
        });
        return named;
    }

    /** {@return the version behind the alias} */
    public OptionalInt version(String alias) {
        return Optional.ofNullable(aliases.get(alias)).map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
