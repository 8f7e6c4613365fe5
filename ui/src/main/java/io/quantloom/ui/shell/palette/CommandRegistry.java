package io.quantloom.ui.shell.palette;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All commands: those of the window, and those of the page that is open. Keys and palette read the same list. */
public final class CommandRegistry {

    private final List<Command> window = new ArrayList<>();
    private List<Command> page = List.of();

    /** Adds a command of the window; its id and keys must be new. */
    public void add(Command command) {
        requireNew(command, window);
        window.add(command);
    }

    /** Takes the commands of the page in place of those of the last one. */
    public void showPage(List<Command> commands) {
        List<Command> known = new ArrayList<>(window);
        for (Command command : commands) {
            requireNew(command, known);
            known.add(command);
        }
        page = List.copyOf(commands);
    }

    private static void requireNew(Command command, List<Command> known) {
        for (Command other : known) {
            boolean sameKeys = !Collections.disjoint(command.alternatives(), other.alternatives());
            if (command.id().equals(other.id()) || sameKeys) {
                throw new IllegalArgumentException("command " + command.id() + " has the id or keys of " + other.id());
            }
        }
    }

    /** {@return every command, those of the page first} */
    public List<Command> all() {
        List<Command> all = new ArrayList<>(page);
        all.addAll(window);
        return all;
    }

    /** Returns the commands whose text or group has all words of the query, those that begin with it first. */
    public List<Command> find(String query) {
        String[] words = query.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return all().stream()
                .filter(command -> matches(command.text() + " " + command.group(), words))
                .sorted(Comparator.comparing(
                        command -> !command.text().toLowerCase(Locale.ROOT).startsWith(words[0])))
                .toList();
    }

    static boolean matches(String text, String... words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!lower.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
