package io.quantloom.engine.tuning;

import java.time.Instant;

/**
 * A study as it is stored: what it asks for. What came of it are its trials. Immutable.
 *
 * @param spec what to run
 * @param created when it was first begun
 */
public record Study(StudySpec spec, Instant created) {}
