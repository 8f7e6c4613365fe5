package io.quantloom.ui.studies;

/**
 * A study as the list shows it. Immutable.
 *
 * @param id under which its trials are stored
 * @param name for people
 * @param started when its first trial began, epoch milliseconds UTC
 * @param trials how many were recorded
 * @param best highest value; NaN when no trial is complete
 * @param isRunning whether a trial is under way
 */
public record StudyRow(String id, String name, long started, int trials, double best, boolean isRunning) {}
