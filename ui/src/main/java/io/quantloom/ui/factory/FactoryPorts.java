package io.quantloom.ui.factory;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;

/**
 * What the Factory screen needs of the engine.
 *
 * @param runs runs with their params, metrics and files
 * @param file reads configurations
 * @param jobs runs them
 */
public record FactoryPorts(RunStore runs, FactoryFile file, Jobs jobs) {

    /** Runs configurations, so that they can be canceled by their run from wherever that is asked. */
    public interface Jobs {

        /** Runs a configuration; blocking. */
        Outcome<FactoryReport> run(FactorySpec spec, JobContext context);

        /** Continues a run; blocking. */
        Outcome<FactoryReport> resume(RunId run, JobContext context);

        /** Asks the work on a run to stop; false when nobody works on it. */
        boolean cancel(RunId run);
    }
}
