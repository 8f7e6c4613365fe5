package io.quantloom.ui.experiments;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Experiment;
import io.quantloom.engine.experiment.FilterParser;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.FailureTexts;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The table of runs: which experiment, which filter, which columns, and which run is looked at. */
public final class RunListViewModel {

    private static final Texts TEXTS = Texts.of("experiments");
    private static final int FIRST_CHOICE = 4;
    private static final int LIMIT = 100_000;

    private final RunStore store;
    private final UiEvents events;
    private final RunSelection selection;
    private final Loader<RunList> loader;
    private final Refresh<RunList> refresh;
    private final Subscriptions subscriptions = new Subscriptions();

    private final StringProperty experiment = new SimpleStringProperty("");
    private final StringProperty kind = new SimpleStringProperty("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper filterProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<RunRow>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RunRow> readOnlyRows = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<RunColumn> columns = FXCollections.observableArrayList();
    private final ObservableList<RunColumn> readOnlyColumns = FXCollections.unmodifiableObservableList(columns);
    private List<Condition> conditions = List.of();
    private boolean hasColumns;
    private boolean hasChoice;
    private List<String> wanted = List.of();

    /** Takes its ports and the selection it shares with the other regions; starts nothing. */
    public RunListViewModel(RunStore store, TaskRunner tasks, UiEvents events, UiThread ui, RunSelection selection) {
        this.store = store;
        this.events = events;
        this.selection = selection;
        this.loader = new Loader<>(tasks, list -> list.total() == 0);
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
        filter.subscribe(this::parse);
        experiment.subscribe((_, _) -> load());
        kind.subscribe((_, _) -> load());
    }

    /** Loads, and follows what happens to runs. */
    public void attach() {
        subscriptions.add(events.onLatest(RunEvent.class, _ -> load()));
        load();
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        String name = experiment.get();
        String kindName = kind.get();
        List<Condition> filters = conditions;
        refresh.request(TEXTS.get("load.runs"), _ -> Outcome.success(find(name, kindName, filters)));
    }

    private RunList find(String experimentName, String kindName, List<Condition> filters) {
        List<String> experiments =
                store.experiments().stream().map(Experiment::name).toList();
        List<String> wanted = experimentName.isEmpty() ? List.of() : List.of(experimentName);
        List<RunRow> all = rows(search(wanted, List.of()));
        var conditionsOfKind = new ArrayList<Condition>(filters);
        if (!kindName.isEmpty()) {
            conditionsOfKind.add(new Condition(Field.TAG, Tags.KIND, Comparison.EQUAL, kindName));
        }
        List<RunRow> found = conditionsOfKind.isEmpty() ? all : rows(search(wanted, conditionsOfKind));
        return new RunList(found, all, experiments);
    }

    private List<Run> search(List<String> experiments, List<Condition> filters) {
        return store.search(new RunQuery(experiments, filters, Optional.empty(), Optional.empty(), LIMIT));
    }

    private static List<RunRow> rows(List<Run> runs) {
        return runs.stream().map(RunRow::of).toList();
    }

    private void parse(String text) {
        switch (FilterParser.conditions(text)) {
            case Outcome.Success<List<Condition>>(List<Condition> found) -> {
                filterProblem.set("");
                if (!found.equals(conditions)) {
                    conditions = found;
                    load();
                }
            }
            case Outcome.Failed<List<Condition>>(Failure failure) ->
                filterProblem.set(FailureTexts.sentence(failure) + " " + FailureTexts.action(failure));
            case Outcome.Canceled<List<Condition>> _ -> filterProblem.set("");
        }
    }

    private void show(ScreenState<RunList> state) {
        Optional<RunList> shown = state.shown();
        counts.set(shown.map(list -> TEXTS.get("counts", list.rows().size(), list.total()))
                .orElse(""));
        replaceRows(shown.map(RunList::rows).orElse(List.of()));
        shown.filter(list -> !list.firstColumns().isEmpty()).ifPresent(this::begin);
        chooseWanted();
        String id = current.get().map(RunRow::id).orElse("");
        current.set(rows.stream().filter(row -> row.id().equals(id)).findFirst());
    }

    private void begin(RunList list) {
        if (!hasColumns) {
            hasColumns = true;
            columns.setAll(list.firstColumns());
        }
        if (!hasChoice && wanted.isEmpty()) {
            hasChoice = true;
            selection.set(list.firstChoice(FIRST_CHOICE));
        }
    }

    /** Rows that are still the same run are replaced in place, so that the table keeps its selection and its scroll. */
    private void replaceRows(List<RunRow> now) {
        if (!ids(rows).equals(ids(now))) {
            rows.setAll(now);
            return;
        }
        IntStream.range(0, now.size())
                .filter(i -> !rows.get(i).equals(now.get(i)))
                .forEach(i -> rows.set(i, now.get(i)));
    }

    private static List<String> ids(List<RunRow> rows) {
        return rows.stream().map(RunRow::id).toList();
    }

    /** Compares the runs and looks at the first, as soon as the list has them; a filter that hides them is taken away. */
    public void compare(List<String> ids) {
        wanted = List.copyOf(ids);
        filter.set("");
        kind.set("");
        experiment.set("");
        chooseWanted();
        load();
    }

    private void chooseWanted() {
        List<RunRow> found =
                rows.stream().filter(row -> wanted.contains(row.id())).toList();
        if (!found.isEmpty()) {
            hasChoice = true;
            wanted = List.of();
            selection.set(found);
            current.set(Optional.of(found.getFirst()));
        }
    }

    /** Looks at a run. */
    public void open(String id) {
        current.set(rows.stream().filter(row -> row.id().equals(id)).findFirst());
    }

    /** Chooses the run for comparison, or takes it out. */
    public void toggle(RunRow row) {
        selection.toggle(row.id(), row.name());
    }

    /** Shows the column, or takes it away. */
    public void toggle(RunColumn column) {
        if (!columns.remove(column)) {
            columns.add(column);
        }
    }

    /** {@return what the table shows} */
    public ReadOnlyObjectProperty<ScreenState<RunList>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the runs, newest first; a run that changed is replaced in place} */
    public ObservableList<RunRow> rows() {
        return readOnlyRows;
    }

    /** {@return the columns shown beside those every run has} */
    public ObservableList<RunColumn> columns() {
        return readOnlyColumns;
    }

    /** {@return the chosen runs with their colors} */
    public RunSelection selection() {
        return selection;
    }

    /** {@return the run looked at} */
    public ReadOnlyObjectProperty<Optional<RunRow>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** {@return the experiment to show, empty for all; two-way} */
    public StringProperty experimentProperty() {
        return experiment;
    }

    /** {@return the kind of runs to show, empty for all; two-way} */
    public StringProperty kindProperty() {
        return kind;
    }

    /** {@return the filter in MLflow's grammar; two-way} */
    public StringProperty filterProperty() {
        return filter;
    }

    /** {@return why the filter cannot be read; empty when it can} */
    public ReadOnlyStringProperty filterProblemProperty() {
        return filterProblem.getReadOnlyProperty();
    }

    /** {@return how many runs are shown of how many} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }
}
