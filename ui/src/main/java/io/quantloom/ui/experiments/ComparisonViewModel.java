package io.quantloom.ui.experiments;

import io.quantloom.engine.experiment.CompareRuns;
import io.quantloom.engine.experiment.RunComparison;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.ui.experiments.RunSelection.Chosen;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The chosen runs side by side: what differs first, and only that until somebody wants to see all. */
public final class ComparisonViewModel {

    private static final Texts TEXTS = Texts.of("experiments");
    private static final String OWN_TAGS = "quantloom.";
    private static final int SHORT_HASH = 12;

    private final CompareRuns compareRuns;
    private final UiEvents events;
    private final RunSelection selection;
    private final Loader<Comparison> loader;
    private final Refresh<Comparison> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ListChangeListener<Chosen> onSelection = _ -> reload();
    private final BooleanProperty differencesOnly = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ObservableList<Comparison.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Comparison.Row> readOnlyRows = FXCollections.unmodifiableObservableList(rows);

    /** Takes the use case and the selection it follows; starts nothing. */
    public ComparisonViewModel(
            CompareRuns compareRuns, TaskRunner tasks, UiEvents events, UiThread ui, RunSelection selection) {
        this.compareRuns = compareRuns;
        this.events = events;
        this.selection = selection;
        this.loader = new Loader<>(tasks, comparison -> comparison.columns().isEmpty());
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
        differencesOnly.subscribe((_, _) -> show(loader.stateProperty().get()));
    }

    /** Compares, and follows the selection and what happens to runs. */
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

    private void reload() {
        if (selection.runs().size() < 2) {
            refresh.clear();
        } else {
            load();
        }
    }

    /** Compares again. */
    public void load() {
        List<Chosen> chosen = List.copyOf(selection.runs());
        if (chosen.size() < 2) {
            return;
        }
        List<RunId> ids = chosen.stream().map(run -> new RunId(run.id())).toList();
        refresh.request(
                TEXTS.get("load.comparison"),
                _ -> compareRuns.run(ids).map(comparison -> new Comparison(chosen, rows(comparison))));
    }

    private static List<Comparison.Row> rows(RunComparison comparison) {
        return comparison.rows().stream().map(ComparisonViewModel::row).toList();
    }

    private static Comparison.Row row(RunComparison.Row row) {
        boolean metric = row.field() == Field.METRIC;
        StatisticText statistic = StatisticText.of(row.key());
        List<String> texts = row.values().stream()
                .map(value -> value.map(text -> metric ? statistic.format(Double.parseDouble(text)) : shortened(text))
                        .orElse(Formats.ABSENT))
                .toList();
        String key = row.key();
        String label = metric
                ? statistic.label()
                : key.startsWith(OWN_TAGS) ? key.substring(OWN_TAGS.length()).replace('_', ' ') : key;
        return new Comparison.Row(
                TEXTS.get("kind." + row.field().name()),
                label,
                key,
                texts,
                metric && row.differs() ? best(statistic, row.values()) : -1,
                row.differs());
    }

    private static int best(StatisticText statistic, List<Optional<String>> values) {
        int best = -1;
        double top = Double.NaN;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i).map(Double::parseDouble).orElse(Double.NaN);
            if (!Double.isNaN(value) && (Double.isNaN(top) || statistic.compareGoodness(value, top) > 0)) {
                top = value;
                best = i;
            }
        }
        return statistic.better() == StatisticText.Better.NONE ? -1 : best;
    }

    private static String shortened(String text) {
        return text.matches("[0-9a-f]{64}") ? text.substring(0, SHORT_HASH) : text;
    }

    private void show(ScreenState<Comparison> state) {
        Optional<Comparison> shown = state.shown();
        rows.setAll(shown.map(comparison -> comparison.rows().stream()
                        .filter(row -> row.differs() || !differencesOnly.get())
                        .toList())
                .orElse(List.of()));
        counts.set(shown.map(comparison -> TEXTS.get(
                        "comparison.counts",
                        comparison.differences(),
                        comparison.rows().size()))
                .orElse(""));
    }

    /** {@return what the region shows; empty while fewer than two runs are chosen} */
    public ReadOnlyObjectProperty<ScreenState<Comparison>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the rows to show} */
    public ObservableList<Comparison.Row> rows() {
        return readOnlyRows;
    }

    /** {@return whether equal rows are left out; two-way} */
    public BooleanProperty differencesOnlyProperty() {
        return differencesOnly;
    }

    /** {@return how many fields differ of how many} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
