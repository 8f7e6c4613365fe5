package io.quantloom.ui.studies;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Subscription;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.tuning.StudyEvent;
import io.quantloom.ui.live.Listing;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.time.Duration;
import java.util.List;

/** The studies that were recorded, newest first, and which of them is open. */
public final class StudyListViewModel extends Listing<StudyRow> {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ReadStudies read;
    private final UiEvents events;

    /** Takes where studies live; starts nothing. */
    public StudyListViewModel(StudiesPorts ports, TaskRunner tasks, UiEvents events, UiThread ui) {
        super(tasks, ui, Texts.of("studies"));
        this.read = new ReadStudies(ports);
        this.events = events;
    }

    @Override
    protected List<Subscription> follow() {
        return List.of(events.onAny(PAUSE, this::load, List.of(RunEvent.class, StudyEvent.class)));
    }

    @Override
    protected Outcome<List<StudyRow>> find(JobContext context) {
        return read.list(context);
    }

    @Override
    protected String id(StudyRow row) {
        return row.id();
    }

    /** The id of a run means the first study it asked for. */
    @Override
    protected boolean isMeant(StudyRow row, String id) {
        return row.id().startsWith(id + "/");
    }
}
