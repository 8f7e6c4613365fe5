package io.quantloom.ui;

import io.quantloom.engine.base.Events;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.shell.window.UiStateStore;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiThread;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the process gives to the window.
 *
 * @param tasks runs work
 * @param ui the JavaFX thread
 * @param events the engine's hub
 * @param clock the time
 * @param state where the window's state is kept
 * @param workspace name of the workspace, for the status bar
 * @param files file dialogs; empty: those of the platform
 */
public record Host(
        TaskRunner tasks,
        UiThread ui,
        Events events,
        InstantSource clock,
        UiStateStore state,
        String workspace,
        Optional<FileDialogs> files) {}
