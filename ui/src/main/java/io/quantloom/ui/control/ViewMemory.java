package io.quantloom.ui.control;

import java.util.Map;
import java.util.TreeMap;

/** What the window remembers from one start to the next: dividers, columns, filters, by key. Used by one thread. */
public final class ViewMemory {

    private final Map<String, String> values = new TreeMap<>();
    private Runnable changed = () -> {};

    /** Calls back after each change. */
    public void onChange(Runnable callback) {
        changed = callback;
    }

    /** Returns the text under the key, or the fallback. */
    public String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    /** Returns the number under the key, or the fallback when there is none or it is no number. */
    public double number(String key, double fallback) {
        String text = values.get(key);
        if (text == null) {
            return fallback;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return fallback;
        }
    }

    /** Keeps a text. */
    public void put(String key, String value) {
        if (!value.equals(values.put(key, value))) {
            changed.run();
        }
    }

    /** Keeps a number. */
    public void put(String key, double value) {
        put(key, Double.toString(value));
    }

    /** {@return everything that is kept, ascending by key} */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** Takes what was kept before, in place of everything. */
    public void restore(Map<String, String> kept) {
        values.clear();
        values.putAll(kept);
    }

    /** Forgets everything. */
    public void clear() {
        values.clear();
        changed.run();
    }
}
