package io.quantloom.ui.market;

/**
 * A fact about a series. Immutable.
 *
 * @param name of the fact
 * @param value in words
 * @param note longer words for the tooltip; may be empty
 */
public record Fact(String name, String value, String note) {}
