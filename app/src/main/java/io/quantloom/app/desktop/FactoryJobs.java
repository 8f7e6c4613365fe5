package io.quantloom.app.desktop;

import io.quantloom.app.wiring.TrainingFeatures;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.ui.factory.FactoryPorts;

/** Runs factory configurations for the window; each can be canceled by its run from any process. */
final class FactoryJobs implements FactoryPorts.Jobs {

    private final TrainingFeatures training;

    FactoryJobs(TrainingFeatures training) {
        this.training = training;
    }

    @Override
    public Outcome<FactoryReport> run(FactorySpec spec, JobContext context) {
        return training.cancellations()
                .track(context, job -> training.runFactory().run(spec, job))
                .outcome();
    }

    @Override
    public Outcome<FactoryReport> resume(RunId run, JobContext context) {
        return training.cancellations()
                .track(run, context, job -> training.runFactory().resume(run, job))
                .outcome();
    }

    @Override
    public boolean cancel(RunId run) {
        return training.cancellations().cancel(run);
    }
}
