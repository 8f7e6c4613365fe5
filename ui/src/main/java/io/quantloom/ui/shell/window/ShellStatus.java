package io.quantloom.ui.shell.window;

/**
 * Facts that stand on every page. Immutable.
 *
 * @param synthetic why prices in this workspace are not real, for example {@code "Sample market, seed 42"}; empty when all
 *     are real
 * @param runningBots paper bots that take bars
 */
public record ShellStatus(String synthetic, int runningBots) {}
