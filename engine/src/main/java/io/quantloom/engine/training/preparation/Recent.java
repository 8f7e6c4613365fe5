package io.quantloom.engine.training.preparation;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The values asked for last, by key. One that was dropped is made again, with the same bits: memory does not grow with the
 * number of trials. Safe for several threads; a value is made by one of them while others that want it wait.
 */
final class Recent<T> {

    private final int most;
    private final LinkedHashMap<String, Slot<T>> slots = new LinkedHashMap<>(16, 0.75f, true);

    Recent(int most) {
        this.most = most;
    }

    T of(String key, Supplier<T> maker) {
        return slot(key).value(maker);
    }

    private synchronized Slot<T> slot(String key) {
        Slot<T> slot = slots.computeIfAbsent(key, _ -> new Slot<>());
        if (slots.size() > most) {
            slots.pollFirstEntry();
        }
        return slot;
    }

    private static final class Slot<T> {
        private @Nullable T value;

        synchronized T value(Supplier<T> maker) {
            T known = value;
            if (known == null) {
                known = maker.get();
                value = known;
            }
            return known;
        }
    }
}
