package io.quantloom.ui.backtests;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.report.WriteBacktestReport;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.shell.Notice;
import io.quantloom.ui.shell.Notifications;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files of the open backtest, for people who do not have the workstation. */
public final class ExportViewModel {

    private static final Texts TEXTS = Texts.of("backtests");

    private final WriteBacktestReport report;
    private final BacktestListViewModel list;
    private final TaskRunner tasks;
    private final FileDialogs files;
    private final Notifications notifications;

    /** Takes the use case, the list whose open backtest is written, and how to ask and tell. */
    public ExportViewModel(
            WriteBacktestReport report,
            BacktestListViewModel list,
            TaskRunner tasks,
            FileDialogs files,
            Notifications notifications) {
        this.report = report;
        this.list = list;
        this.tasks = tasks;
        this.files = files;
        this.notifications = notifications;
    }

    /** Asks for a file and writes the report as a page. */
    public void html() {
        list.selectedProperty()
                .get()
                .flatMap(row -> ask(row, "html"))
                .ifPresent(chosen ->
                        write(chosen, (run, file) -> report.html(run, file).map(List::of)));
    }

    /** Asks for a file and writes trades, and beside it equity and statistics, as tables. */
    public void csv() {
        list.selectedProperty().get().flatMap(row -> ask(row, "csv")).ifPresent(chosen -> write(chosen, report::csv));
    }

    private record Chosen(BacktestRow row, Path file) {}

    @FunctionalInterface
    private interface Writer {
        Outcome<List<Path>> write(RunId run, Path file);
    }

    private Optional<Chosen> ask(BacktestRow row, String ending) {
        String name = row.name().replaceAll("[^A-Za-z0-9._-]+", "-") + "." + ending;
        var kind = new FileDialogs.FileKind(TEXTS.get("export.kind." + ending), List.of("*." + ending));
        return files.save(TEXTS.get("export.title"), name, kind).map(file -> new Chosen(row, file));
    }

    private void write(Chosen chosen, Writer writer) {
        RunId run = new RunId(chosen.row().id());
        tasks.start(TEXTS.get("export.task"), _ -> writer.write(run, chosen.file()))
                .onEnd(outcome -> {
                    switch (outcome) {
                        case Outcome.Success<List<Path>>(List<Path> written) ->
                            notifications.post(Notice.of(
                                    Tone.OK,
                                    TEXTS.get("export.done"),
                                    written.stream().map(Path::toString).collect(Collectors.joining("\n"))));
                        case Outcome.Failed<List<Path>>(Failure failure) ->
                            notifications.post(
                                    Notice.of(Tone.BAD, TEXTS.get("export.failed"), FailureTexts.sentence(failure)));
                        case Outcome.Canceled<List<Path>> _ -> {}
                    }
                });
    }
}
