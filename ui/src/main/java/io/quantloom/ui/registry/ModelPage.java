package io.quantloom.ui.registry;

import java.util.List;
import java.util.Optional;

/**
 * The open model. Immutable.
 *
 * @param name of the model
 * @param versions newest first
 * @param history what was decided, newest first
 * @param followers names of the paper bots that follow its Champion
 */
public record ModelPage(String name, List<VersionRow> versions, List<Decision> history, List<String> followers) {

    /** Copies the lists. */
    public ModelPage {
        versions = List.copyOf(versions);
        history = List.copyOf(history);
        followers = List.copyOf(followers);
    }

    /**
     * A decision about an alias. Immutable.
     *
     * @param kind what happened
     * @param at epoch milliseconds UTC
     * @param text what was decided, in words
     * @param reason in the words of who decided, or why it was refused
     */
    public record Decision(Kind kind, long at, String text, String reason) {}

    /** What happened to an alias. */
    public enum Kind {
        /** It points at the version. */
        PROMOTED,
        /** A gate refused. */
        REFUSED,
        /** It went back. */
        ROLLED_BACK,
        /** It was removed. */
        RETIRED
    }

    /** {@return the version with the number} */
    public Optional<VersionRow> version(int number) {
        return versions.stream().filter(row -> row.number() == number).findFirst();
    }

    /** {@return the version with the alias} */
    public Optional<VersionRow> withAlias(String alias) {
        return versions.stream().filter(row -> row.aliases().contains(alias)).findFirst();
    }
}
