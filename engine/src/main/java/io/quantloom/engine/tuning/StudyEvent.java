package io.quantloom.engine.tuning;

import io.quantloom.engine.base.Event;

/**
 * A study was begun, or a trial of it began, ended, or was asked for.
 *
 * @param study its id
 */
public record StudyEvent(String study) implements Event {}
