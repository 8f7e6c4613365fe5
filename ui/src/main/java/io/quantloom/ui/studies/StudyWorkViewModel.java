package io.quantloom.ui.studies;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Notifications;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.studies.StudyRow.Standing;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.training.ConfigurationViewModel;
import io.quantloom.ui.training.WorkViewModel;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be done with studies: run a configuration, pause, resume and cancel the open one, take its parameters. */
public final class StudyWorkViewModel {

    private static final Texts TEXTS = Texts.of("studies");

    private final StudiesPorts ports;
    private final StudyListViewModel list;
    private final StudyViewModel study;
    private final Surroundings around;
    private final ConfigurationViewModel configuration;
    private final WorkViewModel work;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotStop = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotResume = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyNotEnqueue = new ReadOnlyStringWrapper("");
    private String stopping = "";

    /**
     * What the page stands in.
     *
     * @param tasks runs work
     * @param files asks for files
     * @param navigator opens pages
     * @param notifications shows notices
     */
    public record Surroundings(TaskRunner tasks, FileDialogs files, Navigator navigator, Notifications notifications) {}

    /** Takes what runs studies and the view models it follows; starts nothing. */
    public StudyWorkViewModel(StudiesPorts ports, StudyListViewModel list, StudyViewModel study, Surroundings around) {
        this.ports = ports;
        this.list = list;
        this.study = study;
        this.around = around;
        this.configuration = new ConfigurationViewModel(ports.file(), around.files());
        this.work = new WorkViewModel(around.tasks(), Page.STUDIES.id());
        list.selectedProperty().subscribe(_ -> look());
        study.shownProperty().subscribe(_ -> look());
    }

    private void look() {
        Optional<StudyRow> row = list.selectedProperty().get();
        if (row.filter(one -> one.id().equals(stopping) && one.standing() == Standing.RUNNING)
                .isEmpty()) {
            stopping = "";
        }
        status.set(row.map(this::words).orElse(""));
        whyNotStop.set(why(row, Standing.RUNNING, "whynot.stop."));
        whyNotResume.set(why(row, Standing.UNFINISHED, "whynot.resume."));
        whyNotEnqueue.set(row.map(this::whyNotEnqueue).orElse(TEXTS.get("whynot.none")));
    }

    private static String why(Optional<StudyRow> row, Standing needed, String key) {
        return row.map(one -> one.standing() == needed
                        ? ""
                        : TEXTS.get(key + one.standing().name()))
                .orElse(TEXTS.get("whynot.none"));
    }

    private String whyNotEnqueue(StudyRow row) {
        Optional<StudyContent> content = study.shownProperty().get().map(ShownStudy::content);
        if (content.isEmpty() || content.get().space().isEmpty()) {
            return TEXTS.get("whynot.enqueue.space");
        }
        return switch (row.standing()) {
            case LEFT -> TEXTS.get("whynot.enqueue.LEFT");
            case FINISHED -> TEXTS.get("whynot.enqueue.FINISHED", row.asked());
            case RUNNING, UNFINISHED ->
                row.begun() < row.asked() ? "" : TEXTS.get("whynot.enqueue.FINISHED", row.asked());
        };
    }

    private String words(StudyRow row) {
        String left = study.shownProperty()
                .get()
                .map(ShownStudy::content)
                .filter(content -> content.id().equals(row.id()) && row.standing() == Standing.RUNNING)
                .flatMap(StudyContent::left)
                .map(time -> " · " + TEXTS.get("status.left", Formats.about(time)))
                .orElse("");
        String standing =
                row.id().equals(stopping) ? "stopping" : row.standing().name();
        return TEXTS.get("status." + standing) + " · " + TEXTS.get("status.trials", row.ended(), row.asked()) + left;
    }

    /** Runs the studies of the configuration and opens the first; nothing happens while it cannot be read. */
    public void run() {
        configuration.spec().ifPresent(spec -> {
            list.openNext();
            work.begin(
                    TEXTS.get("work.run", spec.name()), context -> ports.jobs().run(spec, context), this::again);
        });
    }

    /** Begins no more trials of the open study; those under way come to their end. */
    public void pause() {
        stop(ports.jobs()::pause);
    }

    /** Stops the open study at once. */
    public void cancel() {
        stop(ports.jobs()::cancel);
    }

    private void stop(java.util.function.Predicate<String> asked) {
        list.selectedProperty().get().map(StudyRow::id).ifPresent(id -> {
            if (asked.test(id)) {
                stopping = id;
                look();
            } else {
                list.load();
            }
        });
    }

    /** Goes on with the run of the open study. */
    public void resume() {
        list.selectedProperty()
                .get()
                .filter(row -> row.standing() == Standing.UNFINISHED)
                .ifPresent(row -> work.begin(
                        TEXTS.get("work.resume", row.name()),
                        context -> ports.jobs().resume(row.id(), context),
                        this::again));
    }

    private void again() {
        list.load();
        study.load();
    }

    /** Writes the configuration that trains with the parameters of a trial, and opens it where configurations are run. */
    public void use(int trial) {
        list.selectedProperty()
                .get()
                .ifPresent(row -> around.tasks()
                        .start(TEXTS.get("use.task", trial), _ -> ports.jobs().configuration(row.id(), trial))
                        .onEnd(outcome -> used(trial, outcome)));
    }

    private void used(int trial, Outcome<String> outcome) {
        switch (outcome) {
            case Outcome.Success<String>(String text) ->
                around.navigator().open(new Destination.FactoryDraft(TEXTS.get("use.name", trial), text));
            case Outcome.Failed<String>(Failure failure) ->
                around.notifications()
                        .post(Notice.of(Tone.BAD, TEXTS.get("use.failed", trial), FailureTexts.sentence(failure)));
            case Outcome.Canceled<String> _ -> look();
        }
    }

    /** {@return the configuration to run} */
    public ConfigurationViewModel configuration() {
        return configuration;
    }

    /** {@return the work that was begun here} */
    public WorkViewModel work() {
        return work;
    }

    /** {@return how the open study stands, in a line} */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** {@return why the open study can neither be paused nor canceled; empty when it can} */
    public ReadOnlyStringProperty whyNotStopProperty() {
        return whyNotStop.getReadOnlyProperty();
    }

    /** {@return why the open study cannot be resumed; empty when it can} */
    public ReadOnlyStringProperty whyNotResumeProperty() {
        return whyNotResume.getReadOnlyProperty();
    }

    /** {@return why nothing can be enqueued; empty when it can} */
    public ReadOnlyStringProperty whyNotEnqueueProperty() {
        return whyNotEnqueue.getReadOnlyProperty();
    }
}
