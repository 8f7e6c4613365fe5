package io.quantloom.ui.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.DescribeFeatures;
import io.quantloom.engine.dataset.FeatureDescription;
import io.quantloom.engine.dataset.FeatureSets;
import io.quantloom.engine.dataset.FeatureStatistics;
import io.quantloom.engine.dataset.label.DescribeLabels;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.features.ColumnRow.Checked;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FeaturesViewModelTest {

    private final Workbench bench = new Workbench();
    private final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    private final FeaturesPorts ports = new FeaturesPorts(
            bench.bars,
            () -> List.of(FeatureSets.alpha19()),
            new DescribeFeatures(bench.bars, FeatureSets.builtIn()),
            (_, _, _, _) -> Outcome.success(List.of(
                    new FeaturesPorts.Finding("7_day_ADX", "7_day_ADX at 9 is 1.0 and 2.0", true),
                    new FeaturesPorts.Finding("AroonDown", "", true),
                    new FeaturesPorts.Finding("AroonUp", "", false))),
            new DescribeLabels(bench.bars));
    private final FeaturesViewModel viewModel =
            new FeaturesViewModel(ports, tasks, new UiEvents(bench.events, UiThread.direct()));

    @Test
    void isEmptyUntilASeriesIsStored() {
        viewModel.attach();

        assertThat(viewModel.catalogProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(viewModel.rows()).isEmpty();
    }

    @Test
    void saysOfEachColumnWhatTheEngineSays() {
        SeriesKey key = bench.walk("VEGA", 400, 1).key();
        viewModel.attach();

        FeatureDescription engine = new DescribeFeatures(bench.bars, FeatureSets.builtIn())
                .run("alpha19", key, JobContext.none())
                .orThrow();
        assertThat(viewModel.setProperty().get()).isEqualTo("alpha19");
        assertThat(viewModel.rows()).hasSize(19);
        for (ColumnRow row : viewModel.rows()) {
            FeatureStatistics column = engine.columns().get(row.index());
            assertThat(row)
                    .isEqualTo(new ColumnRow(
                            row.index(),
                            column.name(),
                            column.undefined(),
                            column.mean(),
                            column.deviation(),
                            column.drift(),
                            Checked.NOT_RUN,
                            ""));
        }
    }

    @Test
    void leavesTheWarmUpOutOfEveryFigure() {
        bench.walk("VEGA", 400, 1);
        viewModel.attach();

        FeatureContent content = viewModel.stateProperty().get().shown().orElseThrow();
        ColumnRow macd = content.rows().stream()
                .filter(row -> row.name().equals("MACD"))
                .findFirst()
                .orElseThrow();
        // Of alpha19 the slowest columns are undefined on the first 33 bars: the rest has a value on every bar.
        assertThat(content.warmUp()).isEqualTo(33);
        assertThat(macd.undefined()).isZero();
        assertThat(content.values(macd.index())).hasSize(400 - 33);
        assertThat(Arrays.stream(content.values(macd.index())).average().orElseThrow())
                .isEqualTo(macd.mean(), within(1e-12));
    }

    @Test
    void aSeriesThatIsGoneIsAFailureOfTheColumnsAlone() {
        SeriesKey key = bench.walk("VEGA", 400, 1).key();
        viewModel.attach();
        bench.bars.delete(key);

        viewModel.describe();

        assertThat(viewModel.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
        assertThat(viewModel.catalogProperty().get()).isInstanceOf(ScreenState.Content.class);
        assertThat(viewModel.rows()).isEmpty();
    }

    @Test
    void aCheckMarksWhatKnowsTheFutureWithItsSentence() {
        bench.walk("VEGA", 400, 1);
        viewModel.attach();

        viewModel.check();

        assertThat(viewModel.rows().subList(0, 4))
                .extracting(ColumnRow::check)
                .containsExactly(Checked.LEAKS, Checked.CLEAN, Checked.UNDEFINED, Checked.NOT_RUN);
        assertThat(Objects.requireNonNull(viewModel.selectedProperty().get()).leak())
                .contains("7_day_ADX at 9");
        assertThat(viewModel.verdictProperty().get()).isEqualTo("1 of 3 columns know the future");
    }

    @Test
    void labelsAreMadeWhenTheyAreLookedAtAndDoNotOverlapInTheDrawing() {
        bench.walk("VEGA", 600, 1);
        var labels = new LabelsViewModel(ports, viewModel, tasks);
        viewModel.attach();
        assertThat(labels.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);

        labels.look();

        LabelContent content = labels.stateProperty().get().shown().orElseThrow();
        assertThat(content.stretches()).hasSizeLessThan(content.size());
        for (int i = 1; i < content.stretches().size(); i++) {
            assertThat(content.stretches().get(i).fromBar())
                    .isGreaterThan(content.stretches().get(i - 1).toBar());
        }
        assertThat(labels.failure()).isEmpty();
    }

    @Test
    void labelsShowBalanceOverlapAndWhatPlaceboTwinsReach() {
        bench.walk("VEGA", 600, 1);
        var labels = new LabelsViewModel(ports, viewModel, tasks);
        viewModel.attach();

        labels.look();

        LabelContent content = labels.stateProperty().get().shown().orElseThrow();
        assertThat(content.balance()).hasSize(3);
        assertThat(content.balance().stream().mapToDouble(Bar::to).sum()).isEqualTo(content.size());
        assertThat(content.facts())
                .extracting(LabelContent.Fact::name)
                .contains("Labels on a bar, mean", "Uniqueness, mean", "Worth without overlap");
        assertThat(content.guesses())
                .extracting(Bar::name)
                .containsExactly("as the last label", "distance from the 24-bar mean");
        // Twins have whiskers, and on a random walk they are where a coin stands, 0.5.
        assertThat(content.guesses()).allSatisfy(guess -> {
            assertThat(guess.low()).isLessThanOrEqualTo(guess.high());
            assertThat(guess.low()).isLessThan(0.1);
            assertThat(guess.high()).isGreaterThan(-0.1);
        });
    }

    @Test
    void labelsOfASeriesThatIsTooShortAreAFailureWithAReason() {
        bench.walk("VEGA", 2, 1);
        var labels = new LabelsViewModel(ports, viewModel, tasks);
        viewModel.attach();

        labels.look();

        assertThat(labels.stateProperty().get()).isNotInstanceOf(ScreenState.Content.class);
    }
}
