package io.quantloom.ui.experiments;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Metric;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.experiments.RunSelection.Chosen;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;

/** One metric of the chosen runs over its steps; grows while the runs do. */
public final class MetricHistoryViewModel {

    private static final Texts TEXTS = Texts.of("experiments");

    private final RunStore store;
    private final UiEvents events;
    private final RunSelection selection;
    private final Loader<MetricHistory> loader;
    private final Refresh<MetricHistory> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ListChangeListener<Chosen> onSelection = _ -> load();
    private final StringProperty key = new SimpleStringProperty("");

    /** Takes where runs live and the selection it follows; starts nothing. */
    public MetricHistoryViewModel(
            RunStore store, TaskRunner tasks, UiEvents events, UiThread ui, RunSelection selection) {
        this.store = store;
        this.events = events;
        this.selection = selection;
        this.loader = new Loader<>(tasks, history -> history.lines().isEmpty());
        this.refresh = new Refresh<>(loader, ui);
        key.subscribe((_, _) -> load());
    }

    /** Loads, and follows the selection and what runs log. */
    public void attach() {
        selection.runs().addListener(onSelection);
        subscriptions.add(events.onLatest(RunEvent.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        selection.runs().removeListener(onSelection);
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        List<Chosen> chosen = List.copyOf(selection.runs());
        if (chosen.isEmpty()) {
            refresh.clear();
            return;
        }
        String wanted = key.get();
        refresh.request(TEXTS.get("load.history"), context -> read(chosen, wanted, context));
    }

    private Outcome<MetricHistory> read(List<Chosen> chosen, String wanted, JobContext context) {
        var keys = new TreeSet<String>();
        for (Chosen run : chosen) {
            store.find(new RunId(run.id())).map(Run::metrics).ifPresent(metrics -> keys.addAll(metrics.keySet()));
        }
        List<String> all = List.copyOf(keys);
        if (keys.contains(wanted)) {
            return Outcome.success(history(all, wanted, chosen));
        }
        for (String candidate : all) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            MetricHistory history = history(all, candidate, chosen);
            if (history.hasSteps()) {
                return Outcome.success(history);
            }
        }
        String first = keys.contains("sharpe_ratio") ? "sharpe_ratio" : all.isEmpty() ? "" : all.getFirst();
        return Outcome.success(history(all, first, chosen));
    }

    private MetricHistory history(List<String> keys, String metric, List<Chosen> chosen) {
        List<List<Metric>> values = chosen.stream()
                .map(run -> store.history(new RunId(run.id()), metric))
                .toList();
        long[] steps = values.stream()
                .flatMap(List::stream)
                .mapToLong(Metric::step)
                .sorted()
                .distinct()
                .toArray();
        var lines = new ArrayList<ChartLine>();
        for (int i = 0; i < chosen.size(); i++) {
            if (!values.get(i).isEmpty()) {
                lines.add(line(chosen.get(i), steps, values.get(i)));
            }
        }
        return new MetricHistory(
                keys, metric, StatisticText.of(metric).label(), steps.length, lines, bars(metric, lines));
    }

    private static List<MetricHistory.Bar> bars(String metric, List<ChartLine> lines) {
        StatisticText text = StatisticText.of(metric);
        double largest = lines.stream()
                .mapToDouble(line -> Math.abs(line.last()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        return lines.stream()
                .map(line -> new MetricHistory.Bar(
                        line.name(),
                        line.token(),
                        text.format(line.last()),
                        largest == 0 ? 0 : Math.abs(line.last()) / largest))
                .toList();
    }

    private static ChartLine line(Chosen run, long[] steps, List<Metric> values) {
        var line = new double[steps.length];
        Arrays.fill(line, Double.NaN);
        for (Metric value : values) {
            line[Arrays.binarySearch(steps, value.step())] = value.value();
        }
        return ChartLine.of(run.name(), RunSelection.token(run.color()), line);
    }

    /** {@return what the region shows} */
    public ReadOnlyObjectProperty<ScreenState<MetricHistory>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the metric wanted; empty for the first one that has steps; two-way} */
    public StringProperty keyProperty() {
        return key;
    }
}
