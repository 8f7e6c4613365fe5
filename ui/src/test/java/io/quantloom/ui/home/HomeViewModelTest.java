package io.quantloom.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Ids;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.experiment.InMemoryRunStore;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.DeleteSeries;
import io.quantloom.engine.market.InMemoryBarStore;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.tour.Checklist;
import io.quantloom.engine.trading.InMemoryBotStore;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.TaskLane;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class HomeViewModelTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");

    private final InMemoryBarStore bars = new InMemoryBarStore();
    private final InMemoryRunStore runs = new InMemoryRunStore(Ids.from(new Seeds(1).random()));
    private final Events events = new Events();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Destination> opened = new ArrayList<>();
    private int done;
    private int loops;
    private final HomeViewModel viewModel = new HomeViewModel(
            new HomePorts(
                    bars,
                    runs,
                    new InMemoryRegistryStore(),
                    new InMemoryBotStore(),
                    new LoadBacktest(runs),
                    new DeleteSeries(bars, events),
                    new HomePorts.Tour(this::checklist, _ -> {
                        loops++;
                        return Outcome.success("done");
                    })),
            new ExecutorTaskRunner(
                    TaskLane.Executors.all(background::add), UiThread.direct(), InstantSource.fixed(NOW)),
            new UiEvents(events, UiThread.direct()),
            opened::add,
            new Agreeing());

    private Checklist checklist() {
        List<Checklist.Item> items = new ArrayList<>();
        for (Checklist.Step step : Checklist.Step.values()) {
            boolean isDone = items.size() < done;
            items.add(new Checklist.Item(step, isDone, isDone ? "8 instruments" : ""));
        }
        return new Checklist(items);
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private HomeContent content() {
        return viewModel.stateProperty().get().shown().orElseThrow();
    }

    private Run run(String name, RunStatus status, Map<String, String> tags) {
        Run run = runs.begin(new RunDraft("factory", name, Optional.empty(), NOW, Map.of(), tags));
        runs.logMetrics(run.id(), List.of(new Metric("sharpe_ratio", 1.5, NOW, 0)));
        if (status.isEnded()) {
            runs.setStatus(run.id(), status, NOW);
        }
        return run;
    }

    @Test
    void ticksTheStepsThatTheStoreShows() {
        viewModel.attach();
        work();
        assertThat(content().steps()).noneMatch(step -> step.isDone());

        done = 1;
        viewModel.refresh();
        work();

        assertThat(content().steps().getFirst().isDone()).isTrue();
        assertThat(content().steps().getFirst().note()).isEqualTo("8 instruments");
    }

    @Test
    void showsDashesInAnEmptyWorkspace() {
        viewModel.attach();
        work();

        assertThat(content().tiles()).hasSize(4).allMatch(tile -> tile.figure().equals(Formats.ABSENT));
        assertThat(content().attention()).isEmpty();
        assertThat(content().equity()).isEmpty();
    }

    @Test
    void asksForAttentionWhereAGateRefusedOrARunBroke() {
        run("fine", RunStatus.FINISHED, Map.of());
        run("refused", RunStatus.FINISHED, Map.of(Tags.GATE, "refused", Tags.REASON, "sharpe_ratio 0.2 is not ≥ 1.0"));
        run("broken", RunStatus.INTERRUPTED, Map.of());

        viewModel.attach();
        work();

        assertThat(content().attention())
                .extracting(HomeContent.Attention::tone)
                .containsExactlyInAnyOrder(Tone.WARN, Tone.BAD);
        assertThat(content().attention()).anyMatch(item -> item.note().equals("sharpe_ratio 0.2 is not ≥ 1.0"));
        assertThat(content().runs()).hasSize(3).allMatch(row -> row.sharpe() == 1.5);
    }

    @Test
    void readsOnceMoreForAllEventsThatCameWhileItRead() {
        viewModel.attach();
        Run run = run("new", RunStatus.RUNNING, Map.of());
        for (int i = 0; i < 50; i++) {
            events.publish(new RunEvent.Logged(run.id()));
        }

        assertThat(background).hasSize(1);
        work();

        assertThat(content().runs()).hasSize(1);
    }

    @Test
    void runsTheLoopOnceAtATime() {
        viewModel.runLoop();
        viewModel.runLoop();
        assertThat(viewModel.whyNoLoopProperty().get()).isNotEmpty();

        work();

        assertThat(loops).isEqualTo(1);
        assertThat(viewModel.whyNoLoopProperty().get()).isEmpty();
    }

    @Test
    void everyStepLeadsToItsPage() {
        for (Checklist.Step step : Checklist.Step.values()) {
            viewModel.openStep(step.name());
        }

        assertThat(opened)
                .extracting(Destination::page)
                .containsExactly(
                        Page.DATA, Page.EXPERIMENTS, Page.EXPERIMENTS, Page.BACKTESTS, Page.REGISTRY, Page.PAPER);
    }

    @Test
    void removesSyntheticSeriesAndNoOthers() {
        SeriesKey real = new SeriesKey(new Symbol("BTC-USDT"), Timeframe.DAY, "binance");
        add(real, Optional.empty());
        add(new SeriesKey(new Symbol("ALVORA-USD"), Timeframe.DAY, MakeSampleMarket.SOURCE), Optional.of("seed 42"));

        viewModel.removeSample();
        work();

        assertThat(bars.catalog()).extracting(CatalogEntry::key).containsExactly(real);
    }

    private void add(SeriesKey key, Optional<String> synthetic) {
        Instrument instrument = new Instrument(
                key.symbol(), "USD", TradingCalendar.CRYPTO_24X7, "", Instrument.UNKNOWN_LOT, false, synthetic);
        bars.save(instrument, BarSeries.of(key, List.of(new Bar(0, 1, 1, 1, 1, 1))));
    }

    /** Somebody who agrees to everything. */
    private static final class Agreeing implements Dialogs {
        @Override
        public void confirm(Confirmation confirmation, Runnable onConfirm) {
            onConfirm.run();
        }

        @Override
        public void ask(Question question, Consumer<String> onAnswer) {
            throw new IllegalStateException("not asked here");
        }
    }
}
