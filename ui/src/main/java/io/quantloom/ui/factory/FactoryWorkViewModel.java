package io.quantloom.ui.factory;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.training.ConfigurationViewModel;
import io.quantloom.ui.training.WorkViewModel;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Runs, resumes and cancels: the configuration to run, what is wrong with it, and the work under way. */
public final class FactoryWorkViewModel {

    private static final Texts TEXTS = Texts.of("factory");

    private final FactoryPorts ports;
    private final FactoryListViewModel list;
    private final ConfigurationViewModel configuration;
    private final WorkViewModel work;
    private final ReadOnlyStringWrapper whyNotResume = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotCancel = new ReadOnlyStringWrapper("");

    /** Takes what runs configurations and who asks for files; starts nothing. */
    public FactoryWorkViewModel(FactoryPorts ports, FactoryListViewModel list, TaskRunner tasks, FileDialogs files) {
        this.ports = ports;
        this.list = list;
        this.configuration = new ConfigurationViewModel(ports.file(), files);
        this.work = new WorkViewModel(tasks, Page.FACTORY.id());
        list.selectedProperty().subscribe(this::allow);
    }

    private void allow(Optional<FactoryRow> row) {
        whyNotResume.set(
                row.isEmpty()
                        ? TEXTS.get("whynot.none")
                        : row.get().state().canBeResumed()
                                ? ""
                                : TEXTS.get("whynot.resume." + row.get().state().name()));
        whyNotCancel.set(
                row.filter(one -> one.state() == FactoryRow.State.RUNNING).isPresent()
                        ? ""
                        : TEXTS.get("whynot.cancel"));
    }

    /** Runs the configuration and opens its run; nothing happens while it cannot be read. */
    public void run() {
        configuration.spec().ifPresent(found -> {
            list.openNext();
            begin(TEXTS.get("run.task", found.name()), context -> ports.jobs().run(found, context));
        });
    }

    /** Continues the open run. */
    public void resume() {
        list.selectedProperty()
                .get()
                .filter(row -> row.state().canBeResumed())
                .ifPresent(row -> begin(
                        TEXTS.get("run.task", row.name()),
                        context -> ports.jobs().resume(new RunId(row.id()), context)));
    }

    private void begin(String title, TaskRunner.Work<FactoryReport> job) {
        work.begin(title, job, list::load);
    }

    /** Stops the open run; it can be resumed. A run of another process, which nobody here works on, goes on. */
    public void cancel() {
        list.selectedProperty().get().ifPresent(row -> {
            if (!ports.jobs().cancel(new RunId(row.id()))) {
                whyNotCancel.set(TEXTS.get("whynot.cancel.elsewhere"));
            }
        });
    }

    /** {@return the configuration to run} */
    public ConfigurationViewModel configuration() {
        return configuration;
    }

    /** {@return why the open run cannot be resumed; empty when it can} */
    public ReadOnlyStringProperty whyNotResumeProperty() {
        return whyNotResume.getReadOnlyProperty();
    }

    /** {@return why the open run cannot be canceled; empty when it can} */
    public ReadOnlyStringProperty whyNotCancelProperty() {
        return whyNotCancel.getReadOnlyProperty();
    }

    /** {@return the work that was begun here} */
    public WorkViewModel work() {
        return work;
    }
}
