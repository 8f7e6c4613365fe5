package io.quantloom.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.registry.InMemoryRegistryStore;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.task.ScreenState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunDetailViewModelTest {

    private final SomeRuns runs = new SomeRuns();
    private final InMemoryRegistryStore registry = new InMemoryRegistryStore();
    private final List<Destination> opened = new ArrayList<>();
    private final RunListViewModel list = runs.list(new RunSelection());
    private final RunDetailViewModel viewModel =
            new RunDetailViewModel(runs.store, registry, runs.tasks, list, opened::add);

    @Test
    void isEmptyUntilARunIsLookedAt() {
        viewModel.attach();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void tellsWhatWentInAndWhatCameOut() {
        String id = open(runs.finished("btc", "a", 3, 1.2345));

        RunDetail detail = viewModel.stateProperty().get().shown().orElseThrow();

        assertThat(detail.row().id()).isEqualTo(id);
        assertThat(detail.params()).extracting(RunDetail.Fact::name).containsExactly("eta", "max_depth");
        assertThat(detail.metrics()).extracting(RunDetail.Fact::value).containsExactly("1.23");
        assertThat(detail.hasBacktest()).isFalse();
    }

    @Test
    void followsTheRunWhileItLogs() {
        var run = runs.begin("btc", "live", Map.of());
        open(run.id().value());

        runs.log(run.id(), "auc", 0.5, 0);

        assertThat(viewModel.stateProperty().get().shown().orElseThrow().metrics())
                .extracting(RunDetail.Fact::name)
                .containsExactly("auc");
    }

    @Test
    void opensTheBacktestOnlyWhenThereIsOne() {
        String without = runs.finished("btc", "a", 3, 1);
        String with = runs.finished("btc", "b", 3, 1);
        runs.store.saveArtifact(new RunId(with), "backtest/result.json", "{}".getBytes(StandardCharsets.UTF_8));

        open(without);
        viewModel.openBacktest();
        assertThat(opened).isEmpty();

        list.open(with);
        viewModel.openBacktest();
        assertThat(opened).containsExactly(new Destination.Backtests(Optional.of(new RunId(with))));
    }

    @Test
    void opensTheVersionTheRunMade() {
        String id = runs.finished("btc", "a", 3, 1);
        registry.register("btc", number -> {
            ModelVersion some = SomeVersions.version("btc", number);
            return new ModelVersion(
                    some.model(),
                    number,
                    some.created(),
                    new RunId(id),
                    some.card(),
                    some.gates(),
                    some.metrics(),
                    some.tags());
        });

        open(id);
        viewModel.openInRegistry();

        assertThat(opened).containsExactly(new Destination.Registry(Optional.of("btc"), OptionalInt.of(1)));
    }

    private String open(String id) {
        list.attach();
        list.open(id);
        viewModel.attach();
        return id;
    }
}
