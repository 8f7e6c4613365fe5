package io.quantloom.ui.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.ImportBars;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.task.ExecutorTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {

    private static final String HEAD = "timestamp,open,high,low,close,volume\n";
    private static final String GOOD = """
        2024-01-02T00:00:00Z,77.1,78.4,76.2,78.0,1000
        2024-01-03T00:00:00Z,78.0,79.0,76.5,77.2,1200
        """;
    private static final String BAD = "2024-01-04T00:00:00Z,77.2,76.0,75.0,75.5,900\n";

    @TempDir
    Path folder;

    private final SomeMarket market = new SomeMarket();
    private final Events events = new Events();
    private final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    private final List<Path> chosen = new ArrayList<>();
    private final List<Destination> opened = new ArrayList<>();
    private final ImportViewModel viewModel = new ImportViewModel(
            new ImportBars(market.bars, events),
            new MakeSampleMarket(market.bars, events),
            tasks,
            new Chosen(),
            opened::add);

    private ImportViewModel.Report report() {
        return viewModel.reportProperty().get().orElseThrow();
    }

    private void importFile(String name, String text) throws IOException {
        chosen.add(Files.writeString(folder.resolve(name), text));
        viewModel.chooseFiles();
    }

    @Test
    void doesNothingWhenNoFileWasChosen() {
        viewModel.chooseFiles();

        assertThat(viewModel.reportProperty().get()).isEmpty();
    }

    @Test
    void storesTheFileAndOpensItsSeries() throws IOException {
        importFile("BRENT_ice_1d.csv", HEAD + GOOD);

        assertThat(report().files()).hasSize(1);
        assertThat(report().files().getFirst().tone()).isEqualTo(Tone.OK);
        assertThat(report().files().getFirst().result()).startsWith("2 rows stored");
        assertThat(opened).hasSize(1);
        assertThat(market.bars.catalog()).hasSize(1);
    }

    @Test
    void namesLineColumnAndReasonOfEveryRejectedRowAndStoresNothing() throws IOException {
        importFile("BRENT_ice_1d.csv", HEAD + GOOD + BAD);

        assertThat(report().files().getFirst().tone()).isEqualTo(Tone.BAD);
        assertThat(report().canBeForced()).isTrue();
        assertThat(report().rejections()).hasSize(1);
        ImportViewModel.RejectionRow row = report().rejections().getFirst();
        assertThat(row.line()).isEqualTo(4);
        assertThat(row.reason()).isNotBlank();
        assertThat(market.bars.catalog()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void storesTheOtherRowsWhenThePersonSaysSo() throws IOException {
        importFile("BRENT_ice_1d.csv", HEAD + GOOD + BAD);

        viewModel.acceptPossibleRows();

        assertThat(report().files().getFirst().tone()).isEqualTo(Tone.WARN);
        assertThat(report().canBeForced()).isFalse();
        assertThat(market.bars.catalog()).hasSize(1);
    }

    @Test
    void oneUnreadableFileDoesNotStopTheOthers() throws IOException {
        chosen.add(folder.resolve("missing.csv"));

        importFile("BRENT_ice_1d.csv", HEAD + GOOD);

        assertThat(report().files()).extracting(ImportViewModel.FileRow::tone).containsExactly(Tone.BAD, Tone.OK);
        assertThat(market.bars.catalog()).hasSize(1);
    }

    @Test
    void asksBeforeItDeletesAndTellsHowManyRunsUsedTheBars() {
        market.add(SomeMarket.GOOG_DAY, SomeMarket.NOW, 50, Optional.empty());
        CatalogEntry entry = market.bars.catalog().getFirst();
        InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
        runs.begin(new RunDraft(
                "backtests",
                "one",
                Optional.empty(),
                SomeMarket.NOW,
                Map.of(),
                Map.of(Tags.DATA_HASH, entry.hash().hex())));
        Asked asked = new Asked();
        DeleteViewModel delete = new DeleteViewModel(new DeleteSeries(market.bars, events), runs, tasks, asked);

        delete.ask();
        assertThat(asked.questions).isEmpty();
        delete.choose(Optional.of(entry));
        delete.ask();

        assertThat(asked.questions.getFirst().text()).contains("50 bars").contains("1 run");
        assertThat(market.bars.catalog()).hasSize(1);
        asked.answers.getFirst().run();
        assertThat(market.bars.catalog()).isEmpty();
    }

    /** A file dialog in which the files of the test were chosen. */
    private final class Chosen implements FileDialogs {
        @Override
        public List<Path> open(String title, FileKind kind) {
            return List.copyOf(chosen);
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, FileKind kind) {
            return Optional.empty();
        }
    }

    /** Dialogs whose answers wait. */
    private static final class Asked implements Dialogs {
        private final List<Confirmation> questions = new ArrayList<>();
        private final List<Runnable> answers = new ArrayList<>();

        @Override
        public void confirm(Confirmation confirmation, Runnable onConfirm) {
            questions.add(confirmation);
            answers.add(onConfirm);
        }

        @Override
        public void ask(Question question, Consumer<String> onAnswer) {
            throw new IllegalStateException("not asked here");
        }
    }
}
