package io.quantloom.ui.studies;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import java.util.Map;

/**
 * What the Studies screen needs of the engine.
 *
 * @param studies trials
 * @param runs tells which run asked for a study
 * @param file reads configurations
 * @param jobs runs studies
 */
public record StudiesPorts(StudyStore studies, RunStore runs, FactoryFile file, Jobs jobs) {

    /** Runs studies, and whatever can be asked of one. */
    public interface Jobs {

        /** Runs the studies of a configuration and returns their run; blocking. */
        Outcome<RunId> run(FactorySpec spec, JobContext context);

        /** Goes on with the run a study belongs to, a factory run with all that follows its studies; blocking. */
        Outcome<RunId> resume(String study, JobContext context);

        /** Returns whether this process works on the study. */
        boolean isUnderWay(String study);

        /** Asks a study to begin no more trials; false when nobody works on it. */
        boolean pause(String study);

        /** Asks a study to stop at once; false when nobody works on it. */
        boolean cancel(String study);

        /** Asks for a trial with these parameters, to be tried next. */
        Outcome<Trial> enqueue(String study, Map<String, String> parameters);

        /** Returns the factory configuration that trains with the parameters of a trial and searches nothing. */
        Outcome<String> configuration(String study, int trial);
    }
}
