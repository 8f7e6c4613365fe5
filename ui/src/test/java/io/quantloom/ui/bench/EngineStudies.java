package io.quantloom.ui.bench;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.model.Learners;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.search.FixParameters;
import io.quantloom.engine.training.search.RunStudies;
import io.quantloom.engine.training.search.StudiesReport;
import io.quantloom.engine.training.tracking.FactoryStores;
import io.quantloom.engine.tuning.ActiveStudies;
import io.quantloom.engine.tuning.EnqueueTrial;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.TrialRunner;
import io.quantloom.ui.studies.StudiesPorts;
import java.time.InstantSource;
import java.util.Map;

/** Runs studies with the engine, on the calling thread. */
public final class EngineStudies implements StudiesPorts.Jobs {

    private final ActiveStudies active = new ActiveStudies();
    private final RunStudies run;
    private final EnqueueTrial enqueue;
    private final FixParameters fix;

    /** Takes the stores and who learns. */
    public EngineStudies(FactoryStores stores, Learners learners, Events events, InstantSource clock) {
        run = new RunStudies(stores, learners, TrialRunner.onCaller(), events, clock, active);
        enqueue = new EnqueueTrial(stores.studies(), active, events, clock);
        fix = new FixParameters(stores.studies(), stores.runs(), new FactoryFile(learners));
    }

    @Override
    public Outcome<RunId> run(FactorySpec spec, JobContext context) {
        return run.run(spec, context).map(StudiesReport::run);
    }

    @Override
    public Outcome<RunId> resume(String study, JobContext context) {
        return run.resume(study, context).map(StudiesReport::run);
    }

    @Override
    public boolean isUnderWay(String study) {
        return active.isActive(study);
    }

    @Override
    public boolean pause(String study) {
        return active.pause(study);
    }

    @Override
    public boolean cancel(String study) {
        return active.cancel(study);
    }

    @Override
    public Outcome<Trial> enqueue(String study, Map<String, String> parameters) {
        return enqueue.run(study, parameters);
    }

    @Override
    public Outcome<String> configuration(String study, int trial) {
        return fix.run(study, trial);
    }
}
