package io.quantloom.app.wiring;

import io.quantloom.engine.training.search.FindStudies;
import io.quantloom.engine.training.search.RunStudies;
import io.quantloom.engine.tuning.ActiveStudies;

/**
 * The use cases of studies.
 *
 * @param run runs and resumes those of a configuration
 * @param find tells what they came to
 * @param active pauses and cancels those under way
 */
public record StudyFeatures(RunStudies run, FindStudies find, ActiveStudies active) {}
