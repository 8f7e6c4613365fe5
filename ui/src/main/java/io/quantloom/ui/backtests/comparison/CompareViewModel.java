package io.quantloom.ui.backtests.comparison;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.report.CompareBacktests;
import io.quantloom.ui.backtests.comparison.CompareContent.Column;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.statistic.ComparedRow;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import io.quantloom.ui.theme.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The open backtest beside others that a person chose; the choice is remembered. */
public final class CompareViewModel {

    /** At most so many others: each has a colour of its own. */
    public static final int MOST = 7;

    private static final Texts TEXTS = Texts.of("backtests");
    private static final int ALIKE = 2;
    private static final String KEPT = "backtests.compare";

    private final CompareBacktests compareBacktests;
    private final BacktestListViewModel list;
    private final ViewMemory memory;
    private final Loader<CompareContent> loader;
    private final ObservableList<String> others = FXCollections.observableArrayList();
    private final ObservableList<String> readOnlyOthers = FXCollections.unmodifiableObservableList(others);
    private final ObservableList<ComparedRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty differencesOnly = new SimpleBooleanProperty(true);
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper start = new ReadOnlyStringWrapper("");
    private Subscription subscription = Subscription.EMPTY;

    /** Takes the use case, the list whose open backtest is compared, and where the choice is kept; starts nothing. */
    public CompareViewModel(
            CompareBacktests compareBacktests, TaskRunner tasks, BacktestListViewModel list, ViewMemory memory) {
        this.compareBacktests = compareBacktests;
        this.list = list;
        this.memory = memory;
        this.loader = new Loader<>(tasks, content -> content.columns().size() < 2);
        others.setAll(Pattern.compile(" ")
                .splitAsStream(memory.text(KEPT, ""))
                .filter(id -> !id.isBlank())
                .limit(MOST)
                .toList());
        loader.stateProperty().subscribe(this::show);
        differencesOnly.subscribe((_, _) -> show(loader.stateProperty().get()));
    }

    /** Compares, and follows which backtest is open. */
    public void attach() {
        subscription = list.selectedProperty().subscribe(_ -> load());
    }

    /** Follows nothing any more. */
    public void detach() {
        subscription.unsubscribe();
    }

    /** Puts the backtest beside the open one, or takes it away; nothing happens beyond {@link #MOST}. */
    public void toggle(BacktestRow row) {
        if (!others.remove(row.id())) {
            if (others.size() >= MOST) {
                return;
            }
            others.add(row.id());
        }
        memory.put(KEPT, String.join(" ", others));
        load();
    }

    /** Compares again. */
    public void load() {
        List<Column> columns = columns();
        if (columns.size() < 2) {
            loader.clear();
            return;
        }
        List<RunId> ids = columns.stream().map(column -> new RunId(column.id())).toList();
        loader.loadPartial(
                TEXTS.get("load.compare"),
                context -> compareBacktests.run(ids, context).map(comparison -> Compares.of(columns, comparison)));
    }

    /** Only what the list still has: a run that was deleted since is no longer compared. */
    private List<Column> columns() {
        Optional<BacktestRow> open = list.selectedProperty().get();
        if (open.isEmpty()) {
            return List.of();
        }
        var columns = new ArrayList<Column>();
        columns.add(new Column(open.get().id(), open.get().name(), "accent"));
        for (String id : others) {
            list.rows().stream()
                    .filter(row -> row.id().equals(id) && !row.equals(open.get()))
                    .findFirst()
                    .ifPresent(row -> columns.add(new Column(id, row.name(), token(id))));
        }
        return columns;
    }

    private void show(ScreenState<CompareContent> state) {
        Optional<CompareContent> shown = state.shown();
        rows.setAll(shown.map(content -> content.rows().stream()
                        .filter(row -> row.differs() || !differencesOnly.get())
                        .toList())
                .orElse(List.of()));
        counts.set(shown.map(content -> TEXTS.get(
                        "compare.counts", content.differences(), content.rows().size()))
                .orElse(""));
        start.set(shown.filter(content -> !content.from().isEmpty())
                .map(content -> TEXTS.get("compare.from", content.from()))
                .orElse(""));
    }

    /** {@return the name of the colour of a backtest: accent for the open one, empty when it is not compared} */
    public String token(String id) {
        if (list.selectedProperty().get().filter(row -> row.id().equals(id)).isPresent()) {
            return "accent";
        }
        int at = others.indexOf(id);
        // The third colour is too near to that of the open one.
        return at < 0 ? "" : Tokens.series(at < ALIKE ? at : at + 1);
    }

    /** {@return what the region shows; empty until another backtest is chosen} */
    public ReadOnlyObjectProperty<ScreenState<CompareContent>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the backtests there are} */
    public ObservableList<BacktestRow> backtests() {
        return list.rows();
    }

    /** {@return the runs compared with the open one} */
    public ObservableList<String> others() {
        return readOnlyOthers;
    }

    /** {@return the rows to show} */
    public ObservableList<ComparedRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** {@return whether equal rows are left out; two-way} */
    public BooleanProperty differencesOnlyProperty() {
        return differencesOnly;
    }

    /** {@return how many fields differ of how many} */
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** {@return since when growth is measured} */
    public ReadOnlyStringProperty startProperty() {
        return start.getReadOnlyProperty();
    }
}
