/**
 * The window over an open workspace. {@link io.quantloom.app.desktop.Desktop} shows it until it is closed,
 * {@link io.quantloom.app.desktop.Walk} opens every page without a display and keeps pictures,
 * {@link io.quantloom.app.desktop.DesktopCommandHost} shows the commands of other processes as jobs there. The only package
 * of the application that knows JavaFX.
 */
@NullMarked
package io.quantloom.app.desktop;

import org.jspecify.annotations.NullMarked;
