/**
 * The first-run loop as one use case, behind {@code demo}, the Home screen and the headless walk:
 * {@link io.quantloom.engine.tour.Checklist} tells from the store how far it is.
 */
@NullMarked
package io.quantloom.engine.tour;

import org.jspecify.annotations.NullMarked;
