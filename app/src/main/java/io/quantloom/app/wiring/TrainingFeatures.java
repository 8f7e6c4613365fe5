package io.quantloom.app.wiring;

import io.quantloom.engine.training.RunFactory;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.tracking.FactoryRuns;

/**
 * The use cases of Loop A.
 *
 * @param file reads configurations
 * @param runFactory runs and resumes them
 * @param factoryRuns tells what they came to
 * @param cancellations cancels one under way
 */
public record TrainingFeatures(
        FactoryFile file, RunFactory runFactory, FactoryRuns factoryRuns, RunCancellations cancellations) {}
