/**
 * The Experiments screen: {@link io.quantloom.ui.experiments.RunListViewModel} lists and filters runs,
 * {@link io.quantloom.ui.experiments.RunSelection} keeps the chosen ones with their colors, and the regions below compare
 * them. Uses {@code statistic}, {@code curve}, {@code live} and the parts of the shell; knows no other screen.
 */
@NullMarked
package io.quantloom.ui.experiments;

import org.jspecify.annotations.NullMarked;
