package io.quantloom.engine.training.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A configuration as text, some of whose keys are given anew: so what a run was made of is one text that reads alone. */
public final class ConfigurationText {

    private static final Pattern TOP_LEVEL = Pattern.compile("[A-Za-z_]+:.*");

    private final String text;

    /** Takes the text. */
    public ConfigurationText(String text) {
        this.text = text;
    }

    /** {@return the text} */
    public String text() {
        return text;
    }

    /**
     * Returns the text with the key of the top level in place of the one that is there, with all its lines, or behind them.
     *
     * @param value on one line, as YAML
     */
    public ConfigurationText with(String key, String value) {
        List<String> lines = new ArrayList<>();
        boolean isInside = false;
        boolean isDone = false;
        for (String line : text.split("\\R", -1)) {
            if (TOP_LEVEL.matcher(line).matches()) {
                isInside = line.startsWith(key + ":");
                if (isInside) {
                    lines.add(key + ": " + value);
                    isDone = true;
                }
            } else if (line.startsWith("#")) {
                isInside = false;
            }
            if (!isInside) {
                lines.add(line);
            }
        }
        if (!isDone) {
            lines.add(lines.size() - 1, key + ": " + value);
        }
        return new ConfigurationText(String.join("\n", lines));
    }

    /** Returns the value of a key of the top level that stands on one line; empty text when there is none. */
    public String value(String key) {
        return text.lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
