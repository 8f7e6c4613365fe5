package io.quantloom.ui.factory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.tracking.FactoryReport;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.dialog.FileDialogs;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactoryViewModelTest {

    private final Workbench bench = new Workbench();
    private final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    private final UiEvents events = new UiEvents(bench.events, UiThread.direct());
    private final List<String> asked = new ArrayList<>();
    private final FactoryPorts ports =
            new FactoryPorts(bench.runs, bench.training().file(), new Asked());
    private final FactoryListViewModel list = new FactoryListViewModel(ports, tasks, events, UiThread.direct());
    private final FactoryViewModel viewModel = new FactoryViewModel(ports, tasks, events, UiThread.direct(), list);
    private final FactoryWorkViewModel work = new FactoryWorkViewModel(ports, list, tasks, new NoFiles());

    /** Writes down what it is asked for. */
    private final class Asked implements FactoryPorts.Jobs {
        @Override
        public Outcome<FactoryReport> run(FactorySpec spec, JobContext context) {
            asked.add("run " + spec.name());
            begin("VEGA");
            return Outcome.canceled();
        }

        @Override
        public Outcome<FactoryReport> resume(RunId run, JobContext context) {
            asked.add("resume " + run);
            return Outcome.canceled();
        }

        @Override
        public boolean cancel(RunId run) {
            asked.add("cancel " + run);
            return true;
        }
    }

    private static final class NoFiles implements FileDialogs {
        @Override
        public List<Path> open(String title, FileKind kind) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, FileKind kind) {
            return Optional.empty();
        }
    }

    private Run begin(String symbols) {
        Run run = bench.runs.begin(new RunDraft(
                "weekly",
                "weekly",
                Optional.empty(),
                Workbench.NOW,
                Map.of("symbols", symbols),
                Map.of(Tags.KIND, "factory")));
        bench.events.publish(new RunEvent.Began(run.id()));
        return run;
    }

    private Run symbol(Run parent, String name) {
        return bench.runs.begin(new RunDraft(
                "weekly",
                name,
                Optional.of(parent.id()),
                Workbench.NOW,
                Map.of("symbol", name),
                Map.of(Tags.KIND, "symbol", Tags.SYMBOL, name, Tags.STATUS, "pending")));
    }

    private void took(Run run, String stage, double seconds) {
        bench.runs.logMetrics(run.id(), List.of(new Metric("stage_seconds." + stage, seconds, Workbench.NOW, 0)));
        bench.events.publish(new RunEvent.Logged(run.id()));
    }

    private List<StageCell.State> stages(String symbol) {
        return viewModel.stateProperty().get().shown().orElseThrow().symbol(symbol).orElseThrow().stages().stream()
                .map(StageCell::state)
                .limit(4)
                .toList();
    }

    private void attach() {
        list.attach();
        viewModel.attach();
    }

    @Test
    void isEmptyUntilSomethingWasRun() {
        attach();

        assertThat(list.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(work.whyNotResumeProperty().get()).isEqualTo("There is no run yet");
    }

    @Test
    void theStageAfterTheLastTimedOneIsUnderWay() {
        Run parent = begin("VEGA,LYRA");
        Run vega = symbol(parent, "VEGA");
        attach();

        took(vega, "ingest", 0.1);
        took(vega, "label", 0.4);

        assertThat(stages("VEGA"))
                .containsExactly(
                        StageCell.State.DONE, StageCell.State.DONE, StageCell.State.RUNNING, StageCell.State.WAITING);
        assertThat(stages("LYRA")).containsOnly(StageCell.State.WAITING);
        assertThat(viewModel.symbolProperty().get().orElseThrow().symbol()).isEqualTo("VEGA");
    }

    @Test
    void aProcessThatDiedLeavesTheStageCutOffAndTheRunCanBeResumed() {
        Run parent = begin("VEGA");
        Run vega = symbol(parent, "VEGA");
        took(vega, "ingest", 0.1);
        bench.runs.setStatus(vega.id(), RunStatus.INTERRUPTED, Workbench.NOW);
        bench.runs.setStatus(parent.id(), RunStatus.INTERRUPTED, Workbench.NOW);

        attach();

        assertThat(stages("VEGA"))
                .containsExactly(
                        StageCell.State.DONE,
                        StageCell.State.CUT_OFF,
                        StageCell.State.WAITING,
                        StageCell.State.WAITING);
        assertThat(work.whyNotResumeProperty().get()).isEmpty();
        work.resume();
        assertThat(asked).containsExactly("resume " + parent.id());
    }

    @Test
    void aRunThatIsUnderWayCanBeCanceledAndNotResumed() {
        Run parent = begin("VEGA");
        attach();

        assertThat(work.whyNotResumeProperty().get()).isEqualTo("It is under way");
        assertThat(work.whyNotCancelProperty().get()).isEmpty();
        work.cancel();
        assertThat(asked).containsExactly("cancel " + parent.id());
    }

    @Test
    void aWrongConfigurationSaysWhereAndIsNotRun() {
        work.nameProperty().set("mine.yaml");
        work.configProperty().set("name: mine\nsymbols: [VEGA]\nstudy: {trials: many}\n");

        assertThat(work.problemProperty().get()).contains("line 3").contains("many");
        assertThat(work.outlineProperty().get()).isEmpty();
        work.run();
        assertThat(asked).isEmpty();
    }

    @Test
    void aPoolIsOfferedForBothTrends() {
        assertThat(Preset.all())
                .extracting(Preset::file)
                .startsWith("sample-market.yaml", "btc-hourly.yaml", "weekly.yaml")
                .contains("pool-uptrend.yaml", "source-2-uptrend.yaml", "source-2-downtrend.yaml");
        Preset falling = Preset.all().stream()
                .filter(preset -> preset.file().equals("pool-downtrend.yaml"))
                .findFirst()
                .orElseThrow();

        work.take(falling);

        assertThat(falling.text()).contains("\ntrend: downtrend\n").doesNotContain("uptrend");
        assertThat(work.outlineProperty().get()).startsWith("pool-downtrend: 20 symbols");
    }

    @Test
    void shippedConfigurationsCanBeRunAndTheNewRunIsOpened() {
        begin("LYRA");
        attach();

        for (Preset preset : Preset.all()) {
            work.take(preset);
            assertThat(work.problemProperty().get()).as(preset.file()).isEmpty();
            assertThat(work.outlineProperty().get()).as(preset.file()).isNotEmpty();
        }
        work.run();

        assertThat(asked).hasSize(1);
        assertThat(viewModel.symbols()).extracting(SymbolRow::symbol).containsExactly("VEGA");
    }
}
