package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunDraft;
import io.quantloom.engine.experiment.RunStatus;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.task.ScreenState;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacktestListViewModelTest {

    private final SomeBacktests some = new SomeBacktests();

    @Test
    void isEmptyUntilSomethingWasRecorded() {
        some.attach();

        assertThat(some.list.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(some.list.selectedProperty().get()).isEmpty();
    }

    @Test
    void opensTheNewestAndFollowsNewOnesWithoutJumping() {
        some.bench.walk("VEGA", 300, 1);
        some.bench.backtest("VEGA", 5, 20);
        some.attach();
        Optional<BacktestRow> first = some.list.selectedProperty().get();

        some.bench.backtest("VEGA", 10, 30);

        assertThat(some.list.rows()).hasSize(2);
        assertThat(first.orElseThrow().name()).isEqualTo("sma-cross 5/20 long-short on VEGA 1h");
        assertThat(some.list.selectedProperty().get()).isEqualTo(first);
    }

    @Test
    void findsRunsOfFactoriesThatRecordedABacktestButNoTrials() {
        begin("factory", "symbol", true);
        begin("factory", "symbol", false);
        begin("factory", "trial", true);
        some.attach();

        assertThat(some.list.rows()).hasSize(1);
        assertThat(some.list.rows().getFirst().origin()).isEqualTo("factory");
    }

    @Test
    void opensARunThatIsNotYetInTheList() {
        some.bench.walk("VEGA", 300, 1);
        some.bench.backtest("VEGA", 5, 20);
        some.list.load();
        String id = some.bench.backtest("VEGA", 10, 30).run().orElseThrow().value();

        some.list.open(id);

        assertThat(some.list.selectedProperty().get().orElseThrow().id()).isEqualTo(id);
    }

    private void begin(String experiment, String kind, boolean hasResult) {
        Run run = some.bench.runs.begin(
                new RunDraft(experiment, "run", Optional.empty(), Workbench.NOW, Map.of(), Map.of(Tags.KIND, kind)));
        if (hasResult) {
            some.bench.runs.saveArtifact(run.id(), BacktestListViewModel.RESULT, "{}".getBytes(StandardCharsets.UTF_8));
        }
        some.bench.runs.setStatus(run.id(), RunStatus.FINISHED, Workbench.NOW);
    }
}
