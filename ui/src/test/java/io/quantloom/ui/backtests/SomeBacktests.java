package io.quantloom.ui.backtests;

import io.quantloom.ui.bench.Workbench;
import io.quantloom.ui.task.ExecutorTaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;

/** View models of the screen over a bench, everything on the calling thread. */
final class SomeBacktests {

    final Workbench bench = new Workbench();
    final ExecutorTaskRunner tasks = ExecutorTaskRunner.direct();
    final BacktestListViewModel list = new BacktestListViewModel(
            bench.runs, tasks, new UiEvents(bench.events, UiThread.direct()), UiThread.direct());
    final BacktestReportViewModel report = new BacktestReportViewModel(bench.loadBacktest, bench.bars, tasks, list);
    final TradesViewModel trades = new TradesViewModel(report);
    final RunBacktestViewModel form =
            new RunBacktestViewModel(bench.runBacktest, bench.bars, bench.registry, tasks, _ -> {});

    void attach() {
        list.attach();
        report.attach();
    }
}
