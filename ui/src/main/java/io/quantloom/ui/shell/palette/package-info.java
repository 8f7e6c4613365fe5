/**
 * Commands and objects by name: {@link io.quantloom.ui.shell.palette.CommandRegistry} holds every
 * {@link io.quantloom.ui.shell.palette.Command} with its keys, {@link io.quantloom.ui.shell.palette.CommandPalette} finds
 * them and each {@link io.quantloom.ui.shell.palette.PaletteObject}. Uses {@code shell} to open what was found.
 */
@NullMarked
package io.quantloom.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
