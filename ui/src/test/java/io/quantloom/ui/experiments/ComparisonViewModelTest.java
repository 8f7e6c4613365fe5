package io.quantloom.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.statistic.ComparedRow;
import io.quantloom.ui.task.ScreenState;
import org.junit.jupiter.api.Test;

class ComparisonViewModelTest {

    private final SomeRuns runs = new SomeRuns();
    private final RunSelection selection = new RunSelection();
    private final ComparisonViewModel viewModel =
            new ComparisonViewModel(new CompareRuns(runs.store), runs.tasks, runs.uiEvents, runs.ui, selection);

    @Test
    void isEmptyUntilTwoRunsAreChosen() {
        selection.add(runs.finished("btc", "a", 3, 1), "a");

        viewModel.attach();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void showsOnlyWhatDiffersUntilAllIsAskedFor() {
        chooseTwo();
        viewModel.attach();

        assertThat(viewModel.rows()).extracting(ComparedRow::key).containsExactly("max_depth", "sharpe_ratio");

        viewModel.differencesOnlyProperty().set(false);
        assertThat(viewModel.rows())
                .extracting(ComparedRow::key)
                .startsWith("max_depth", "sharpe_ratio")
                .contains("eta", "quantloom.symbol");
        assertThat(viewModel.countsProperty().get())
                .isEqualTo("2 of " + viewModel.rows().size() + " fields differ");
    }

    @Test
    void marksTheBestMetricAndWritesItInItsUnit() {
        chooseTwo();
        viewModel.attach();

        ComparedRow sharpe = viewModel.rows().get(1);
        assertThat(sharpe.label()).isEqualTo("Sharpe");
        assertThat(sharpe.values()).containsExactly("1.00", "1.50");
        assertThat(sharpe.best()).isEqualTo(1);
        assertThat(viewModel.rows().getFirst().best()).isEqualTo(-1);
    }

    @Test
    void aRunWithoutAValueShowsADash() {
        chooseTwo();
        runs.log(new RunId(selection.runs().getFirst().id()), "trades", 12, 0);
        viewModel.attach();

        assertThat(viewModel.rows().stream()
                        .filter(row -> row.key().equals("trades"))
                        .findFirst()
                        .orElseThrow()
                        .values())
                .containsExactly("12", "—");
    }

    @Test
    void followsTheSelection() {
        chooseTwo();
        viewModel.attach();

        selection.remove(selection.runs().getFirst().id());

        assertThat(viewModel.rows()).isEmpty();
        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    private void chooseTwo() {
        selection.add(runs.finished("btc", "a", 3, 1.0), "a");
        selection.add(runs.finished("btc", "b", 4, 1.5), "b");
    }
}
