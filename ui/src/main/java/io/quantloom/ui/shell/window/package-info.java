/**
 * The window itself: {@link io.quantloom.ui.shell.window.Shell} takes the screens and opens it,
 * {@code ShellViewModel} holds what is open, what runs and what was said, {@code ShellView} lays rail, header, page and
 * status bar around it; {@link io.quantloom.ui.shell.window.UiStateStore} keeps how the person left it. Uses
 * {@code shell} and {@code shell.palette}; knows no feature.
 */
@NullMarked
package io.quantloom.ui.shell.window;

import org.jspecify.annotations.NullMarked;
