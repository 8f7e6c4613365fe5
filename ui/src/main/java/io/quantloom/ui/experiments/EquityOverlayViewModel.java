package io.quantloom.ui.experiments;

import io.quantloom.engine.backtest.BacktestResult;
import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Partial;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.curve.Curve;
import io.quantloom.ui.curve.Curves;
import io.quantloom.ui.experiments.RunSelection.Chosen;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;

/** The equity of the chosen runs in one chart, each in its color. */
public final class EquityOverlayViewModel {

    /**
     * Equity of the chosen runs in one chart, each from 1 at its start. Immutable.
     *
     * @param runs how many recorded a backtest
     * @param content what the chart takes
     */
    public record Overlay(int runs, EquityChart.Content content) {}

    private static final Texts TEXTS = Texts.of("experiments");

    private final LoadBacktest loadBacktest;
    private final RunSelection selection;
    private final Loader<Overlay> loader;
    private final Refresh<Overlay> refresh;
    private final ListChangeListener<Chosen> onSelection = _ -> load();

    // Results are immutable once recorded: a run is read once as long as it stays chosen.
    private final TreeMap<String, BacktestResult> known = new TreeMap<>();

    /** Takes the use case and the selection it follows; starts nothing. */
    public EquityOverlayViewModel(LoadBacktest loadBacktest, TaskRunner tasks, UiThread ui, RunSelection selection) {
        this.loadBacktest = loadBacktest;
        this.selection = selection;
        this.loader = new Loader<>(tasks, overlay -> overlay.runs() == 0);
        this.refresh = new Refresh<>(loader, ui);
    }

    /** Loads, and follows the selection. */
    public void attach() {
        selection.runs().addListener(onSelection);
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        selection.runs().removeListener(onSelection);
    }

    /** Loads again. */
    public void load() {
        List<Chosen> chosen = List.copyOf(selection.runs());
        if (chosen.isEmpty()) {
            refresh.clear();
            return;
        }
        refresh.requestPartial(TEXTS.get("load.equity"), context -> read(chosen, context));
    }

    private Outcome<Partial<Overlay>> read(List<Chosen> chosen, JobContext context) {
        synchronized (known) {
            known.keySet().retainAll(chosen.stream().map(Chosen::id).toList());
        }
        var found = new ArrayList<Chosen>();
        var results = new ArrayList<BacktestResult>();
        var failures = new ArrayList<Failure>();
        for (Chosen run : chosen) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            context.report(Progress.of(run.name(), found.size() + failures.size(), chosen.size()));
            switch (result(run)) {
                case Outcome.Success<BacktestResult>(BacktestResult result) -> {
                    found.add(run);
                    results.add(result);
                }
                case Outcome.Failed<BacktestResult>(Failure failure) -> failures.add(failure);
                case Outcome.Canceled<BacktestResult> _ -> {
                    return Outcome.canceled();
                }
            }
        }
        return Outcome.success(new Partial<>(overlay(found, results), found.isEmpty() ? List.of() : failures));
    }

    private Outcome<BacktestResult> result(Chosen run) {
        synchronized (known) {
            BacktestResult result = known.get(run.id());
            if (result != null) {
                return Outcome.success(result);
            }
        }
        Outcome<BacktestResult> outcome = loadBacktest.run(new RunId(run.id()));
        if (outcome instanceof Outcome.Success<BacktestResult>(BacktestResult result)) {
            synchronized (known) {
                known.put(run.id(), result);
            }
        }
        return outcome;
    }

    private static Overlay overlay(List<Chosen> runs, List<BacktestResult> results) {
        var growth = new ArrayList<Curve>();
        for (int i = 0; i < runs.size(); i++) {
            EquityCurve equity = results.get(i).equity();
            double start = equity.startingCash();
            growth.add(Curve.ofAccount(runs.get(i).name(), equity).map(value -> value / start));
        }
        Curves curves = Curves.align(growth);
        String key = runs.stream().map(Chosen::id).collect(Collectors.joining(" "));
        String synthetic = results.stream()
                .flatMap(result -> result.synthetic().stream())
                .findFirst()
                .orElse("");
        var content = EquityChart.Content.of(key, curves.times(), synthetic);
        for (int i = 0; i < runs.size(); i++) {
            // Nameless: the legend has room for the figures, the colors tell the rest.
            content = content.withLine(
                    ChartLine.of("", RunSelection.token(runs.get(i).color()), curves.values(i)));
        }
        OptionalLong split = split(results);
        return new Overlay(
                runs.size(),
                split.isPresent() ? content.withOutOfSampleFrom(curves.firstAtOrAfter(split.getAsLong())) : content);
    }

    /** Shown only where the runs agree: two different borders in one chart would say nothing. */
    private static OptionalLong split(List<BacktestResult> results) {
        List<OptionalLong> splits =
                results.stream().map(BacktestResult::outOfSampleFrom).distinct().toList();
        return splits.size() == 1 ? splits.getFirst() : OptionalLong.empty();
    }

    /** {@return what the region shows; partial when some of the runs recorded no backtest} */
    public ReadOnlyObjectProperty<ScreenState<Overlay>> stateProperty() {
        return loader.stateProperty();
    }
}
