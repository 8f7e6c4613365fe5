package io.quantloom.ui.shell.palette;

import io.quantloom.ui.shell.Destination;

/**
 * An object the palette finds by name. Immutable.
 *
 * @param icon Feather name
 * @param text its name
 * @param detail what it is
 * @param destination where it is shown
 */
public record PaletteObject(String icon, String text, String detail, Destination destination) {}
