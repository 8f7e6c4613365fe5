package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.grid.GridResult;
import io.quantloom.ui.backtests.grid.GridContent;
import io.quantloom.ui.backtests.grid.GridRow;
import io.quantloom.ui.backtests.grid.GridViewModel;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridOfBacktestsTest {

    private final SomeBacktests some = new SomeBacktests();
    private final GridViewModel viewModel = new GridViewModel(
            some.bench.runs,
            some.bench.look.loadGrid(),
            some.tasks,
            new UiEvents(some.bench.events, UiThread.direct()),
            UiThread.direct());

    @BeforeEach
    void walk() {
        some.bench.walk("VEGA", 600, 1);
    }

    private GridContent.Matrices matrices() {
        return viewModel.matricesProperty().get().orElseThrow();
    }

    @Test
    void isEmptyUntilOneWasRecordedAndThenOpensIt() {
        viewModel.attach();
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);

        some.bench.grid("VEGA", "{strategy.fast: [5, 10], strategy.slow: [20, 40, 60]}");

        assertThat(viewModel.choices()).hasSize(1);
        GridContent content = viewModel.stateProperty().get().shown().orElseThrow();
        assertThat(content.axes()).containsExactly("fast", "slow");
        assertThat(content.summary()).hasSize(2).allMatch(sentence -> sentence.contains("out of sample"));
        assertThat(viewModel.rows()).hasSize(6);
    }

    @Test
    void showsInSampleNeighborsAndOutOfSampleOfEachCell() {
        GridResult grid = some.bench.grid("VEGA", "{strategy.fast: [5, 10], strategy.slow: [20, 40, 60]}");
        viewModel.attach();

        GridContent.Matrices matrices = matrices();

        assertThat(matrices.inSample().columns()).containsExactly("5", "10");
        // The first value stands lowest.
        assertThat(matrices.inSample().rows()).containsExactly("60", "40", "20");
        int lowestLeft = 4;
        int row = matrices.rows().get(lowestLeft);
        assertThat(grid.table().parameters(row).values()).containsExactly("5", "20");
        assertThat(matrices.inSample().values().get(lowestLeft))
                .isEqualTo(grid.table().inSample(grid.objective(), row).orElseThrow());
        assertThat(matrices.neighbors().values().get(lowestLeft))
                .isEqualTo(grid.table().neighborhood(row).orElseThrow());
        assertThat(matrices.outOfSample().orElseThrow().values().get(lowestLeft))
                .isEqualTo(grid.table().outOfSample(grid.objective(), row).orElseThrow());
    }

    @Test
    void aCellAndARowSelectEachOther() {
        some.bench.grid("VEGA", "{strategy.fast: [5, 10], strategy.slow: [20, 40, 60]}");
        viewModel.attach();

        viewModel.pick(3);

        GridRow row = Objects.requireNonNull(viewModel.selectedProperty().get());
        assertThat(row.row()).isEqualTo(matrices().rows().get(3));
        assertThat(viewModel.selectedCell()).isEqualTo(3);
    }

    @Test
    void ofThreeParametersTheThirdStandsAsInTheSelectedRow() {
        some.bench.grid("VEGA", "{strategy.fast: [5, 10], strategy.slow: [20, 40], exits.stop_loss: [0.01, 0.05]}");
        viewModel.attach();
        GridRow row = viewModel.rows().stream()
                .filter(one -> one.parameters().equals(java.util.List.of("10", "40", "0.05")))
                .findFirst()
                .orElseThrow();

        viewModel.selectedProperty().set(row);
        assertThat(matrices().rows()).hasSize(4).contains(row.row());
        viewModel.upProperty().set(2);

        assertThat(matrices().inSample().rows()).containsExactly("0.05", "0.01");
        assertThat(matrices().rows()).contains(row.row());
    }

    @Test
    void aGridOfOneParameterIsOneLine() {
        some.bench.grid("VEGA", "{strategy.fast: [5, 10, 15], strategy.slow: [60]}");
        viewModel.attach();
        viewModel.acrossProperty().set(0);

        assertThat(matrices().inSample().values()).hasSize(3);
    }
}
