package io.quantloom.ui.shell;

import javafx.scene.Parent;

/**
 * What the window needs from a feature: its page, node, header and life cycle. Made when its page is opened first; builds
 * its view then. Used on the JavaFX thread.
 */
public interface Screen {

    /** {@return which page it is} */
    Page page();

    /** {@return the node to place, always the same} */
    Parent root();

    /** {@return what stands in the header of the window, always the same} */
    ScreenHeader header();

    /** Begins to follow the engine and loads; called each time the page is opened. */
    void attach();

    /** Stops following the engine; called each time the page is left. */
    void detach();

    /** Shows the object of a destination on this page; called after {@link #attach}. */
    default void show(Destination destination) {}

    /** Loads again. */
    default void refresh() {}
}
