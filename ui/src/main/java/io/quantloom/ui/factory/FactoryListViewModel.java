package io.quantloom.ui.factory;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Subscription;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.ui.live.Listing;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.List;

/** The factory runs, newest first, and which of them is open. */
public final class FactoryListViewModel extends Listing<FactoryRow> {

    private final ReadFactory read;
    private final UiEvents events;

    /** Takes where runs live; starts nothing. */
    public FactoryListViewModel(FactoryPorts ports, TaskRunner tasks, UiEvents events, UiThread ui) {
        super(tasks, ui, Texts.of("factory"));
        this.read = new ReadFactory(ports.runs());
        this.events = events;
    }

    @Override
    protected List<Subscription> follow() {
        return List.of(
                events.onLatest(RunEvent.Began.class, _ -> load()), events.onLatest(RunEvent.Ended.class, _ -> load()));
    }

    @Override
    protected Outcome<List<FactoryRow>> find(JobContext context) {
        return Outcome.success(read.list());
    }

    @Override
    protected String id(FactoryRow row) {
        return row.id();
    }
}
