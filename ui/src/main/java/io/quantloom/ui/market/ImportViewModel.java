package io.quantloom.ui.market;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.ImportReport;
import io.quantloom.engine.market.ImportSpec;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.TaskSpec;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The import of files: choose, run as a task, report with every rejected row. */
public final class ImportViewModel {

    private static final FileDialogs.FileKind BARS =
            new FileDialogs.FileKind("Bars", List.of("*.csv", "*.csv.gz", "*.gz", "*.zip", "*.txt"));

    /**
     * What became of one file.
     *
     * @param file its name
     * @param series what it was read as; empty when it could not be read
     * @param result in words
     * @param tone OK, WARN or BAD
     * @param concluded what was concluded and from what
     */
    public record FileRow(String file, String series, String result, Tone tone, String concluded) {}

    /**
     * A row that was not imported.
     *
     * @param file name of the file
     * @param line counts from 1, the header included
     * @param column its name
     * @param value as it stands in the file
     * @param reason why it is impossible
     */
    public record RejectionRow(String file, long line, String column, String value, String reason) {}

    /**
     * What an import came to.
     *
     * @param files one row a file
     * @param rejections in the order of files and lines
     * @param canBeForced whether possible rows of a refused file can be stored after all
     */
    public record Report(List<FileRow> files, List<RejectionRow> rejections, boolean canBeForced) {

        /** Copies the lists. */
        public Report {
            files = List.copyOf(files);
            rejections = List.copyOf(rejections);
        }
    }

    /** A file with the end of its import. */
    private record Imported(Path file, Outcome<ImportReport> outcome) {}

    private static final long SAMPLE_SEED = 42;

    private final ImportBars imports;
    private final MakeSampleMarket sample;
    private final TaskRunner tasks;
    private final FileDialogs files;
    private final Navigator navigator;
    private final Texts texts = Texts.of("market");
    private final ReadOnlyObjectWrapper<Optional<Report>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Path> refused = List.of();

    /** Takes the use cases, who runs them, who asks for files and who opens the result; starts nothing. */
    public ImportViewModel(
            ImportBars imports, MakeSampleMarket sample, TaskRunner tasks, FileDialogs files, Navigator navigator) {
        this.imports = imports;
        this.sample = sample;
        this.tasks = tasks;
        this.files = files;
        this.navigator = navigator;
    }

    /** Asks for files and imports them. */
    public void chooseFiles() {
        List<Path> chosen = files.open(texts.get("import.choose"), BARS);
        if (!chosen.isEmpty()) {
            run(chosen, false);
        }
    }

    /** Makes the sample market. */
    public void loadSample() {
        TaskSpec spec = TaskSpec.job(texts.get("sample.task")).from(Page.DATA.id());
        tasks.start(spec, context -> sample.run(SAMPLE_SEED, context));
    }

    /** Imports what was refused once more and keeps the possible rows. */
    public void acceptPossibleRows() {
        List<Path> again = refused;
        dismiss();
        run(again, true);
    }

    /** Puts the report away. */
    public void dismiss() {
        report.set(Optional.empty());
    }

    private void run(List<Path> chosen, boolean acceptPartial) {
        String name =
                chosen.size() == 1 ? chosen.getFirst().getFileName().toString() : Formats.count(chosen.size(), "file");
        TaskSpec spec = TaskSpec.job(texts.get("import.task", name)).from(Page.DATA.id());
        tasks.<List<Imported>>start(spec, context -> importAll(chosen, acceptPartial, context))
                .onEnd(this::tell);
    }

    private Outcome<List<Imported>> importAll(List<Path> chosen, boolean acceptPartial, JobContext context) {
        List<Imported> done = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            Path file = chosen.get(i);
            String stage = file.getFileName().toString();
            JobContext part = context.part(stage, (double) i / chosen.size(), (i + 1.0) / chosen.size());
            ImportSpec whole = ImportSpec.of(file);
            ImportSpec spec = new ImportSpec(
                    file,
                    whole.symbol(),
                    whole.timeframe(),
                    whole.source(),
                    whole.calendar(),
                    whole.zone(),
                    whole.stampsAtEnd(),
                    acceptPartial);
            Outcome<ImportReport> outcome = imports.run(spec, part);
            if (outcome instanceof Outcome.Canceled) {
                return Outcome.canceled();
            }
            done.add(new Imported(file, outcome));
        }
        return Outcome.success(done);
    }

    private void tell(Outcome<List<Imported>> outcome) {
        if (!(outcome instanceof Outcome.Success<List<Imported>>(List<Imported> done))) {
            return;
        }
        List<FileRow> rows = new ArrayList<>();
        List<RejectionRow> rejections = new ArrayList<>();
        List<Path> again = new ArrayList<>();
        Optional<SeriesKey> first = Optional.empty();
        for (Imported each : done) {
            String name = each.file().getFileName().toString();
            switch (each.outcome()) {
                case Outcome.Success<ImportReport>(ImportReport read) -> {
                    rows.add(row(name, read));
                    read.rejected()
                            .forEach(one -> rejections.add(
                                    new RejectionRow(name, one.line(), one.column(), one.value(), one.reason())));
                    if (read.isRefused()) {
                        again.add(each.file());
                    } else if (first.isEmpty()) {
                        first = Optional.of(read.key());
                    }
                }
                case Outcome.Failed<ImportReport>(Failure failure) ->
                    rows.add(new FileRow(
                            name, "", FailureTexts.sentence(failure), Tone.BAD, FailureTexts.action(failure)));
                case Outcome.Canceled<ImportReport> _ ->
                    rows.add(new FileRow(name, "", texts.get("import.canceled"), Tone.MUTED, ""));
            }
        }
        refused = List.copyOf(again);
        report.set(Optional.of(new Report(rows, rejections, !again.isEmpty())));
        first.ifPresent(key -> navigator.open(new Destination.Data(Optional.of(key))));
    }

    private FileRow row(String name, ImportReport read) {
        String concluded = read.concluded().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(" · "));
        String rejected = Formats.count(read.rejected().size(), "row");
        if (read.isRefused()) {
            return new FileRow(name, read.key().toString(), texts.get("import.refused", rejected), Tone.BAD, concluded);
        }
        String stored = texts.get(
                "import.stored",
                Formats.count(read.stored(), "row"),
                Formats.integer(read.inserted()),
                Formats.integer(read.revised()),
                Formats.integer(read.duplicates()));
        boolean complete = read.rejected().isEmpty();
        return new FileRow(
                name,
                read.key().toString(),
                complete ? stored : stored + " " + texts.get("import.partly", rejected),
                complete ? Tone.OK : Tone.WARN,
                concluded);
    }

    /** {@return the report to show; empty when there is none} */
    public ReadOnlyObjectProperty<Optional<Report>> reportProperty() {
        return report.getReadOnlyProperty();
    }
}
