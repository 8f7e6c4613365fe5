package io.quantloom.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.experiment.Run;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.task.ScreenState;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricHistoryViewModelTest {

    private final SomeRuns runs = new SomeRuns();
    private final RunSelection selection = new RunSelection();
    private final MetricHistoryViewModel viewModel =
            new MetricHistoryViewModel(runs.store, runs.tasks, runs.uiEvents, runs.ui, selection);

    @Test
    void beginsWithAMetricThatHasSteps() {
        Run run = runs.begin("btc", "live", Map.of());
        runs.log(run.id(), "auc", 0.5, 0);
        runs.log(run.id(), "objective", 0.2, 0);
        runs.log(run.id(), "objective", 0.4, 1);
        selection.add(run.id().value(), "live");

        viewModel.attach();

        MetricHistory history = shown();
        assertThat(history.key()).isEqualTo("objective");
        assertThat(history.keys()).containsExactly("auc", "objective");
        assertThat(history.lines().getFirst().size()).isEqualTo(2);
        assertThat(history.lines().getFirst().last()).isEqualTo(0.4);
    }

    @Test
    void growsWhileTheRunLogs() {
        Run run = runs.begin("btc", "live", Map.of());
        runs.log(run.id(), "objective", 0.2, 0);
        selection.add(run.id().value(), "live");
        viewModel.attach();

        runs.log(run.id(), "objective", 0.3, 1);

        assertThat(shown().lines().getFirst().size()).isEqualTo(2);
    }

    @Test
    void showsTheMetricAskedForInTheColorsOfTheRuns() {
        selection.add(runs.finished("btc", "a", 3, 1), "a");
        selection.add(runs.finished("btc", "b", 3, 2), "b");
        viewModel.attach();

        viewModel.keyProperty().set("sharpe_ratio");

        assertThat(shown().lines()).extracting(ChartLine::token).containsExactly("s1", "s2");
        assertThat(shown().hasSteps()).isFalse();
    }

    @Test
    void isEmptyWithoutChosenRuns() {
        viewModel.attach();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void runsOfDifferentLengthsShareTheSteps() {
        Run one = runs.begin("btc", "one", Map.of());
        runs.log(one.id(), "objective", 0.2, 0);
        runs.log(one.id(), "objective", 0.4, 10);
        Run other = runs.begin("btc", "other", Map.of());
        runs.log(other.id(), "objective", 0.3, 10);
        selection.add(one.id().value(), "one");
        selection.add(other.id().value(), "other");

        viewModel.attach();

        assertThat(shown().steps()).isEqualTo(2);
        assertThat(shown().lines().get(1).value(0)).isNaN();
        assertThat(shown().lines().get(1).value(1)).isEqualTo(0.3);
    }

    private MetricHistory shown() {
        return viewModel.stateProperty().get().shown().orElseThrow();
    }
}
