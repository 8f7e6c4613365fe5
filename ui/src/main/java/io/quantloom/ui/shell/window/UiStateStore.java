package io.quantloom.ui.shell.window;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what the window remembers between two starts, one text a workspace. Called from background threads. */
public interface UiStateStore {

    /** {@return what was kept last} */
    Optional<String> load();

    /** Keeps the text in place of the last one. */
    void save(String json);

    /** {@return a store that forgets with the process} */
    static UiStateStore inMemory() {
        AtomicReference<String> kept = new AtomicReference<>("");
        return new UiStateStore() {
            @Override
            public Optional<String> load() {
                return Optional.of(kept.get()).filter(text -> !text.isEmpty());
            }

            @Override
            public void save(String json) {
                kept.set(json);
            }
        };
    }
}
