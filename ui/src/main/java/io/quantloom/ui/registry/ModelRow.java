package io.quantloom.ui.registry;

import java.util.List;

/**
 * A registered model as the list shows it. Immutable.
 *
 * @param name of the model
 * @param versions how many it has
 * @param aliases which versions have a name
 */
public record ModelRow(String name, int versions, List<AliasAt> aliases) {

    /** Copies the list. */
    public ModelRow {
        aliases = List.copyOf(aliases);
    }

    /**
     * An alias and where it stands. Immutable.
     *
     * @param alias its name
     * @param version number of the version
     */
    public record AliasAt(String alias, int version) {}
}
