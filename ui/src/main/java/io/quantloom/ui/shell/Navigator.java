package io.quantloom.ui.shell;

/** Opens pages; features reach each other through it alone. Used on the JavaFX thread. */
@FunctionalInterface
public interface Navigator {

    /** Opens the page and shows its object. */
    void open(Destination destination);
}
