package io.quantloom.app.wiring;

import io.quantloom.engine.training.search.FindStudies;
import io.quantloom.engine.training.search.RunStudies;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.EnqueueTrial;

/**
 * The use cases of studies.
 *
 * @param run runs and resumes those of a configuration
 * @param find tells what they came to
 * @param active pauses and cancels those under way
 * @param enqueue asks for a trial with parameters of one's own
 */
public record StudyFeatures(RunStudies run, FindStudies find, ActiveStudies active, EnqueueTrial enqueue) {}
