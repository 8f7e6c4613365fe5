package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.report.BacktestReport;
import io.quantloom.ui.control.StatTile;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.task.ScreenState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BacktestReportViewModelTest {

    private final SomeBacktests some = new SomeBacktests();

    @Test
    void showsTheRecordedStatisticsWithTheirFormulas() {
        BacktestResult result = open();

        BacktestReport report = shown();

        StatTile.Figure first = report.figures().getFirst().figure();
        assertThat(first.name()).isEqualTo("Net return");
        assertThat(first.figure())
                .isEqualTo(
                        Formats.percent(result.statistics().get("total_return").orElseThrow(), 1));
        assertThat(first.formula()).startsWith("last equity / starting cash");
        assertThat(report.statistics())
                .extracting(BacktestReport.StatisticRow::key)
                .containsExactlyElementsOf(result.statistics().values().keySet());
        assertThat(report.head().symbol()).isEqualTo("VEGA");
        assertThat(report.head().synthetic()).contains("random walk");
    }

    @Test
    void monthsCompoundToTheTotalReturn() {
        BacktestResult result = open();

        var months = shown().months();

        double growth = 1;
        for (int year = 0; year < months.years(); year++) {
            growth *= 1 + months.total(year);
        }
        assertThat(growth - 1).isEqualTo(result.statistics().get("total_return").orElseThrow(), within(1e-9));
    }

    @Test
    void failsWithTheReasonWhenTheFileIsDamaged() {
        some.bench.walk("VEGA", 300, 1);
        RunId id = some.bench.backtest("VEGA", 5, 20).run().orElseThrow();
        some.bench.runs.saveArtifact(id, BacktestListViewModel.RESULT, "[]".getBytes(StandardCharsets.UTF_8));

        some.attach();

        assertThat(some.report.stateProperty().get()).isInstanceOf(ScreenState.Failed.class);
    }

    @Test
    void showsTheReportEvenWhenThePricesAreGone() {
        BacktestResult result = open();
        some.report.detach();
        some.bench.bars.delete(result.series());
        some.report.attach();
        some.report.load();

        assertThat(shown().bars().size()).isZero();
        assertThat(shown().trades()).isNotEmpty();
    }

    @Test
    void isEmptyWithoutASelection() {
        some.attach();

        assertThat(some.report.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    private BacktestResult open() {
        some.bench.walk("VEGA", 2000, 1);
        BacktestResult result = some.bench.backtest("VEGA", 5, 20);
        some.attach();
        return result;
    }

    private BacktestReport shown() {
        return some.report.stateProperty().get().shown().orElseThrow();
    }
}
