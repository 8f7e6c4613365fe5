package io.quantloom.ui.shell.palette;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something the person can ask for by name or key. Immutable.
 *
 * @param id unique
 * @param icon Feather name
 * @param text a verb phrase
 * @param group where it belongs, for the palette
 * @param keys in JavaFX's form, for example {@code "Shortcut+Shift+P"}, alternatives after a space; empty for none
 * @param run does it
 */
public record Command(String id, String icon, String text, String group, String keys, Runnable run) {

    /** {@return each combination of keys that runs it} */
    public List<String> alternatives() {
        return Pattern.compile(" ")
                .splitAsStream(keys)
                .filter(one -> !one.isEmpty())
                .toList();
    }
}
