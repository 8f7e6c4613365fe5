package io.quantloom.ui.shell;

import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.time.InstantSource;

/**
 * What the window gives to every screen.
 *
 * @param tasks runs work
 * @param events engine events on the JavaFX thread
 * @param ui the JavaFX thread
 * @param clock the time
 * @param navigator opens pages
 * @param notifications shows notices
 * @param window what belongs to the window alone
 */
public record ScreenServices(
        TaskRunner tasks,
        UiEvents events,
        UiThread ui,
        InstantSource clock,
        Navigator navigator,
        Notifications notifications,
        Window window) {

    /**
     * Parts of the window.
     *
     * @param modals dialogs inside the window
     * @param files file dialogs of the platform
     * @param memory what views remember
     */
    public record Window(ModalLayer modals, FileDialogs files, ViewMemory memory) {}
}
