package io.quantloom.app.cli.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object under construction: keys keep the order in which they were put. Values are texts, numbers, truth values,
 * {@link java.time.Instant}s, optionals of these, other objects, and lists of all that. Not safe for use by several
 * threads.
 */
public final class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** {@return an object without members} */
    public static JsonObject empty() {
        return new JsonObject();
    }

    /** Sets the member, {@code null} for JSON's null, and returns this object. */
    public JsonObject put(String key, @Nullable Object value) {
        members.put(key, value);
        return this;
    }

    /** Sets every member of the other object and returns this object. */
    public JsonObject putAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    /** {@return whether there is no member} */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    Set<Map.Entry<String, @Nullable Object>> entries() {
        return members.entrySet();
    }
}
