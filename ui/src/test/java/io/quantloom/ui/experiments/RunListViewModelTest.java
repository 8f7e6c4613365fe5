package io.quantloom.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.ui.task.ScreenState;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunListViewModelTest {

    private final SomeRuns runs = new SomeRuns();
    private final RunSelection selection = new RunSelection();
    private final RunListViewModel viewModel = runs.list(selection);

    @Test
    void isEmptyWithoutRuns() {
        viewModel.attach();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void showsRunsNewestFirstWithTheMetricsPeopleAskFor() {
        runs.finished("btc", "first", 3, 1.1);
        runs.finished("btc", "second", 4, 1.5);

        viewModel.attach();

        assertThat(viewModel.rows()).extracting(RunRow::name).containsExactly("second", "first");
        assertThat(viewModel.columns()).extracting(RunColumn::key).containsExactly("sharpe_ratio");
        assertThat(viewModel.countsProperty().get()).isEqualTo("2 of 2 runs shown");
    }

    @Test
    void choosesTheNewestResultsToCompareOnce() {
        for (int i = 0; i < 6; i++) {
            runs.finished("btc", "run " + i, 3, i);
        }

        viewModel.attach();
        assertThat(selection.runs())
                .extracting(RunSelection.Chosen::name)
                .containsExactly("run 5", "run 4", "run 3", "run 2");

        selection.clear();
        viewModel.load();
        assertThat(selection.runs()).isEmpty();
    }

    @Test
    void filtersInTheGrammarOfMlflowAndTellsHowManyAreShown() {
        runs.finished("btc", "weak", 3, 0.4);
        runs.finished("btc", "strong", 4, 1.5);
        viewModel.attach();

        viewModel.filterProperty().set("metrics.sharpe_ratio > 1 and params.max_depth = '4'");

        assertThat(viewModel.rows()).extracting(RunRow::name).containsExactly("strong");
        assertThat(viewModel.countsProperty().get()).isEqualTo("1 of 2 runs shown");
    }

    @Test
    void keepsTheLastResultWhileTheFilterCannotBeRead() {
        runs.finished("btc", "weak", 3, 0.4);
        viewModel.attach();

        viewModel.filterProperty().set("metrics.sharpe_ratio >");

        assertThat(viewModel.filterProblemProperty().get()).contains("a number");
        assertThat(viewModel.rows()).hasSize(1);
        viewModel.filterProperty().set("");
        assertThat(viewModel.filterProblemProperty().get()).isEmpty();
    }

    @Test
    void showsOneExperimentOrAll() {
        runs.finished("btc", "a", 3, 1);
        runs.finished("eth", "b", 3, 1);
        viewModel.attach();

        viewModel.experimentProperty().set("eth");

        assertThat(viewModel.rows()).extracting(RunRow::name).containsExactly("b");
        assertThat(viewModel.countsProperty().get()).isEqualTo("1 of 1 runs shown");
        assertThat(viewModel.stateProperty().get().shown().orElseThrow().experiments())
                .containsExactly("btc", "eth");
    }

    @Test
    void followsARunWhileItLogs() {
        Run run = runs.begin("btc", "live", Map.of());
        viewModel.attach();
        viewModel.open(run.id().value());

        runs.log(run.id(), "sharpe_ratio", 0.7, 0);

        assertThat(viewModel.rows().getFirst().metric("sharpe_ratio")).isEqualTo(0.7);
        assertThat(viewModel.currentProperty().get().orElseThrow().metric("sharpe_ratio"))
                .isEqualTo(0.7);
        assertThat(viewModel.columns()).isNotEmpty();
    }

    @Test
    void followsNothingAfterDetach() {
        viewModel.attach();
        viewModel.detach();

        runs.begin("btc", "live", Map.of());

        assertThat(viewModel.rows()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongWhenTheStoreFails() {
        var failure = Failure.of(Failure.Reason.UNAVAILABLE, "a store", "a full disk", "quantloom.mv.db", "");
        RunStore broken = (RunStore)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RunStore.class}, (_, _, _) -> {
                    throw new StoreException(failure);
                });
        var screen = new RunListViewModel(broken, runs.tasks, runs.uiEvents, runs.ui, selection);

        screen.attach();

        assertThat(screen.stateProperty().get()).isEqualTo(new ScreenState.Failed<RunList>(failure));
    }

    @Test
    void theBestValueOfAColumnHasAFullBar() {
        runs.finished("btc", "weak", 3, 0.5);
        runs.finished("btc", "strong", 4, 1.5);
        viewModel.attach();
        RunList list = viewModel.stateProperty().get().shown().orElseThrow();

        assertThat(list.share(list.rows().get(0), "sharpe_ratio")).isEqualTo(1);
        assertThat(list.share(list.rows().get(1), "sharpe_ratio")).isZero();
        assertThat(list.isBest(list.rows().get(0), "sharpe_ratio")).isTrue();
        assertThat(list.isBest(list.rows().get(1), "sharpe_ratio")).isFalse();
    }
}
