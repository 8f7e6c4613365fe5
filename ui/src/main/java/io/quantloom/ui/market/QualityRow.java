package io.quantloom.ui.market;

import io.quantloom.ui.control.Tone;

/**
 * One kind of finding in a series. Immutable.
 *
 * @param kind in words
 * @param count how often
 * @param span first to last, in words
 * @param explanation what it means, for the tooltip
 * @param tone OK for none, else WARN or BAD
 */
public record QualityRow(String kind, int count, String span, String explanation, Tone tone) {}
