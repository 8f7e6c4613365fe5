package io.quantloom.ui.backtests;

import io.quantloom.ui.backtests.analysis.AnalysisViewModel;
import io.quantloom.ui.backtests.comparison.CompareViewModel;
import io.quantloom.ui.backtests.form.RunBacktestViewModel;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.backtests.report.BacktestReportViewModel;
import io.quantloom.ui.backtests.trade.TradesViewModel;
import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;

/** View models of the screen over a bench, everything on the calling thread. */
final class SomeBacktests {

    final Workbench bench = new Workbench();
    final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    final ViewMemory memory = new ViewMemory();
    final BacktestListViewModel list = new BacktestListViewModel(
            bench.runs, tasks, new UiEvents(bench.events, UiThread.direct()), UiThread.direct());
    final BacktestReportViewModel report = new BacktestReportViewModel(bench.loadBacktest, bench.bars, tasks, list);
    final TradesViewModel trades = new TradesViewModel(report);
    final AnalysisViewModel analysis = new AnalysisViewModel(
            new AnalysisViewModel.Ports(
                    bench.runs, bench.loadBacktest, bench.look.loadAnalysis(), bench.look.analyze()),
            tasks,
            list.selectedProperty().map(row -> row.map(BacktestRow::id)));
    final RunBacktestViewModel form =
            new RunBacktestViewModel(bench.runBacktest, bench.bars, bench.registry, tasks, analysis::recorded);

    CompareViewModel compare() {
        return new CompareViewModel(bench.look.compare(), tasks, list, memory);
    }

    void attach() {
        list.attach();
        report.attach();
        analysis.attach();
    }
}
