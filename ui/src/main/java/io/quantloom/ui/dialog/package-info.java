/**
 * Questions to the person: {@link io.quantloom.ui.dialog.Dialogs} and {@link io.quantloom.ui.dialog.FileDialogs} are the
 * seams view models take; {@link io.quantloom.ui.dialog.ModalLayer} shows them inside the window, so that they are themed
 * and testable. Uses {@code control}.
 */
@NullMarked
package io.quantloom.ui.dialog;

import org.jspecify.annotations.NullMarked;
