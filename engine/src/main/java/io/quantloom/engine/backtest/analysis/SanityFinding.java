package io.quantloom.engine.backtest.analysis;

/**
 * One thing about a backtest that should be looked into before it is believed. Immutable.
 *
 * @param alarm which
 * @param sentence what was found and why it matters, with the numbers, one sentence
 */
public record SanityFinding(SanityAlarm alarm, String sentence) {}
