package io.quantloom.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.chart.figure.ParallelAxis;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParallelViewModelTest {

    private final SomeRuns runs = new SomeRuns();
    private final RunListViewModel list = runs.list(new RunSelection());
    private final ParallelViewModel viewModel = new ParallelViewModel(list);

    @Test
    void hasAnAxisForEachParamThatDiffersAndForTheMetrics() {
        runs.finished("btc", "a", 3, 1.0);
        runs.finished("btc", "b", 5, 2.0);
        runs.finished("btc", "c", 4, 1.5);
        list.attach();

        var axes = viewModel.linesProperty().get().orElseThrow().axes();

        assertThat(axes).extracting(ParallelAxis::label).containsExactly("max_depth", "Sharpe");
        assertThat(axes.getFirst().shares()).containsExactly(0.5, 1, 0);
    }

    @Test
    void aRunWithoutAValueIsNotLost() {
        runs.finished("btc", "a", 3, 1.0);
        runs.finished("btc", "b", 5, 2.0);
        Run without = runs.begin("btc", "c", Map.of());
        list.attach();

        var lines = viewModel.linesProperty().get().orElseThrow();

        assertThat(lines.axes()
                        .getFirst()
                        .share(lines.runs().indexOf(without.id().value())))
                .isNaN();
    }

    @Test
    void wideRangesAreLogarithmic() {
        for (String rate : new String[] {"0.001", "0.01", "0.1"}) {
            Run run = runs.begin("btc", rate, Map.of("rate", rate));
            runs.log(new RunId(run.id().value()), "sharpe_ratio", Double.parseDouble(rate), 0);
        }
        list.attach();

        ParallelAxis axis = viewModel.linesProperty().get().orElseThrow().axes().getFirst();

        assertThat(axis.label()).isEqualTo("rate (log)");
        assertThat(axis.share(1)).isEqualTo(0.5, within(1e-12));
        assertThat(axis.ticks()).extracting(ParallelAxis.Tick::text).containsExactly("0.001", "0.01", "0.1");
    }

    @Test
    void tellsWhenOnlyTheNewestRunsAreDrawn() {
        for (int i = 0; i < 1_001; i++) {
            runs.finished("btc", "run " + i, i % 5, i);
        }
        list.attach();

        assertThat(viewModel.linesProperty().get().orElseThrow().runs()).hasSize(1_000);
        assertThat(viewModel.noteProperty().get()).isEqualTo("2 fields, the newest 1,000 of 1,001 runs");
    }

    @Test
    void theBrushTellsHowManyRunsLieInside() {
        runs.finished("btc", "a", 3, 1.0);
        runs.finished("btc", "b", 5, 2.0);
        list.attach();

        viewModel.brush(1, 1.0, 0.8);
        assertThat(viewModel.brushTextProperty().get()).isEqualTo("Sharpe: 1 of 2");

        viewModel.clearBrush();
        assertThat(viewModel.brushTextProperty().get()).isEmpty();
    }
}
