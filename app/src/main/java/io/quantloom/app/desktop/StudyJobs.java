package io.quantloom.app.desktop;

import io.quantloom.app.wiring.StudyFeatures;
import io.quantloom.app.wiring.TrainingFeatures;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.search.StudiesReport;
import io.quantloom.engine.training.search.StudyOverview;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.ui.studies.StudiesPorts;
import java.util.Map;
import java.util.Optional;

/** Runs studies for the window; each can be canceled by its run from any process. */
final class StudyJobs implements StudiesPorts.Jobs {

    private final StudyFeatures studies;
    private final TrainingFeatures training;
    private final RunStore runs;

    StudyJobs(StudyFeatures studies, TrainingFeatures training, RunStore runs) {
        this.studies = studies;
        this.training = training;
        this.runs = runs;
    }

    @Override
    public Outcome<RunId> run(FactorySpec spec, JobContext context) {
        return training.cancellations()
                .track(context, job -> studies.run().run(spec, job))
                .outcome()
                .map(StudiesReport::run);
    }

    @Override
    public Outcome<RunId> resume(String study, JobContext context) {
        return studies.find()
                .show(study)
                .then(found -> factory(found)
                        .map(run -> training.cancellations()
                                .track(
                                        run,
                                        context,
                                        job -> training.runFactory().resume(run, job))
                                .outcome()
                                .map(FactoryReport::run))
                        .orElseGet(() -> training.cancellations()
                                .track(context, job -> studies.run().resume(study, job))
                                .outcome()
                                .map(StudiesReport::run)));
    }

    private Optional<RunId> factory(StudyOverview study) {
        return runs.find(study.run())
                .flatMap(Run::parent)
                .flatMap(runs::find)
                .filter(parent -> parent.tag(Tags.KIND).equals(Optional.of(FactoryRuns.KIND)))
                .map(Run::id);
    }

    @Override
    public boolean isUnderWay(String study) {
        return studies.active().isActive(study);
    }

    @Override
    public boolean pause(String study) {
        return studies.active().pause(study);
    }

    @Override
    public boolean cancel(String study) {
        return studies.active().cancel(study);
    }

    @Override
    public Outcome<Trial> enqueue(String study, Map<String, String> parameters) {
        return studies.enqueue().run(study, parameters);
    }

    @Override
    public Outcome<String> configuration(String study, int trial) {
        return studies.fix().run(study, trial);
    }
}
