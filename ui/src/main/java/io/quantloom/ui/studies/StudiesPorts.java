package io.quantloom.ui.studies;

import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.tuning.StudyStore;

/**
 * What the Studies screen needs of the engine.
 *
 * @param studies trials
 * @param runs tells which run asked for a study
 */
public record StudiesPorts(StudyStore studies, RunStore runs) {}
