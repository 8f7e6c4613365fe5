/**
 * The Home screen: the first-run checklist that ticks itself from the store, what stands where, what needs a decision, and
 * the whole loop in one action. {@link io.quantloom.ui.home.HomeScreen} is what the window sees.
 */
@NullMarked
package io.quantloom.ui.home;

import org.jspecify.annotations.NullMarked;
