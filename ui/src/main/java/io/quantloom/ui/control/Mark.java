package io.quantloom.ui.control;

/**
 * How a state looks: a shape and what its color says, so that neither is needed to read the other. Immutable.
 *
 * @param icon Feather name
 * @param tone of the icon
 */
public record Mark(String icon, Tone tone) {}
