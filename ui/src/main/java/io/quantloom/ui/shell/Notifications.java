package io.quantloom.ui.shell;

/** Shows notices as toasts and keeps them under the bell. Used on the JavaFX thread. */
@FunctionalInterface
public interface Notifications {

    /** Shows and keeps a notice. */
    void post(Notice notice);
}
