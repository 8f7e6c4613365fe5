package io.quantloom.ui.factory;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.TaskHandle;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Runs, resumes and cancels: the configuration to run, what is wrong with it, and the work under way. */
public final class FactoryWorkViewModel {

    private static final Texts TEXTS = Texts.of("factory");
    private static final FileDialogs.FileKind YAML =
            new FileDialogs.FileKind(TEXTS.get("run.kind"), List.of("*.yaml", "*.yml"));

    private final FactoryPorts ports;
    private final FactoryListViewModel list;
    private final TaskRunner tasks;
    private final FileDialogs files;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty config = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotResume = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotCancel = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<TaskHandle<?>>> work = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<FactorySpec> spec = Optional.empty();

    /** Takes what runs configurations and who asks for files; starts nothing. */
    public FactoryWorkViewModel(FactoryPorts ports, FactoryListViewModel list, TaskRunner tasks, FileDialogs files) {
        this.ports = ports;
        this.list = list;
        this.tasks = tasks;
        this.files = files;
        config.subscribe(this::read);
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

    /** Takes a configuration that is shipped. */
    public void take(Preset preset) {
        name.set(preset.file());
        config.set(preset.text());
    }

    /** Asks for a file. */
    public void chooseFile() {
        List<Path> chosen = files.open(TEXTS.get("run.choose"), YAML);
        if (!chosen.isEmpty()) {
            Path file = chosen.getFirst();
            try {
                String text = Files.readString(file);
                name.set(file.getFileName().toString());
                config.set(text);
            } catch (IOException e) {
                problem.set(TEXTS.get("run.unreadable", file, String.valueOf(e.getMessage())));
            }
        }
    }

    private void read(String text) {
        spec = Optional.empty();
        problem.set("");
        outline.set("");
        if (text.isBlank()) {
            return;
        }
        switch (ports.file().read(name.get(), text, OptionalLong.empty())) {
            case Outcome.Success<FactorySpec>(FactorySpec found) -> {
                spec = Optional.of(found);
                outline.set(TEXTS.get(
                        "run.outline",
                        found.name(),
                        Formats.count(found.symbols().size(), "symbol"),
                        String.join(", ", found.learners()),
                        found.study().trials()));
            }
            case Outcome.Failed<FactorySpec>(Failure failure) -> problem.set(FailureTexts.sentence(failure));
            case Outcome.Canceled<FactorySpec> _ -> problem.set("");
        }
    }

    /** Runs the configuration and opens its run; nothing happens while it cannot be read. */
    public void run() {
        spec.ifPresent(found -> {
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
        TaskHandle<FactoryReport> handle = tasks.start(TaskSpec.training(title).from(Page.FACTORY.id()), job);
        work.set(Optional.of(handle));
        handle.onEnd(_ -> {
            if (work.get().equals(Optional.of(handle))) {
                work.set(Optional.empty());
            }
            list.load();
        });
    }

    /** Stops the open run; it can be resumed. A run of another process, which nobody here works on, goes on. */
    public void cancel() {
        list.selectedProperty().get().ifPresent(row -> {
            if (!ports.jobs().cancel(new RunId(row.id()))) {
                whyNotCancel.set(TEXTS.get("whynot.cancel.elsewhere"));
            }
        });
    }

    /** {@return the configuration to run; two-way} */
    public StringProperty configProperty() {
        return config;
    }

    /** {@return the name of the file the configuration came from; two-way} */
    public StringProperty nameProperty() {
        return name;
    }

    /** {@return what is wrong with the configuration; empty when nothing is} */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** {@return what the configuration asks for, in a line; empty while it cannot be read} */
    public ReadOnlyStringProperty outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    /** {@return why the open run cannot be resumed; empty when it can} */
    public ReadOnlyStringProperty whyNotResumeProperty() {
        return whyNotResume.getReadOnlyProperty();
    }

    /** {@return why the open run cannot be canceled; empty when it can} */
    public ReadOnlyStringProperty whyNotCancelProperty() {
        return whyNotCancel.getReadOnlyProperty();
    }

    /** {@return the work that was begun here and is under way} */
    public ReadOnlyObjectProperty<Optional<TaskHandle<?>>> workProperty() {
        return work.getReadOnlyProperty();
    }
}
