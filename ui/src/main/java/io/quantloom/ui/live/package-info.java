/**
 * Screens that follow what happens: {@link io.quantloom.ui.live.Refresh} asks a store again when something changed, one
 * load at a time. Uses {@code task}.
 */
@NullMarked
package io.quantloom.ui.live;

import org.jspecify.annotations.NullMarked;
