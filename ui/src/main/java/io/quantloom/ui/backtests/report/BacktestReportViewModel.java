package io.quantloom.ui.backtests.report;

import io.quantloom.engine.backtest.LoadBacktest;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.market.BarStore;
import io.quantloom.ui.backtests.history.BacktestListViewModel;
import io.quantloom.ui.backtests.history.BacktestRow;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;

/** The open backtest: its figures, its equity and its prices. */
public final class BacktestReportViewModel {

    private static final Texts TEXTS = Texts.of("backtests");

    private final LoadBacktest loadBacktest;
    private final BarStore bars;
    private final BacktestListViewModel list;
    private final Loader<BacktestReport> loader;
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private Subscription subscription = Subscription.EMPTY;
    private Optional<String> shown = Optional.empty();

    /** Takes the use case, where prices live, and the list whose selection it follows; starts nothing. */
    public BacktestReportViewModel(
            LoadBacktest loadBacktest, BarStore bars, TaskRunner tasks, BacktestListViewModel list) {
        this.loadBacktest = loadBacktest;
        this.bars = bars;
        this.list = list;
        this.loader = new Loader<>(tasks, _ -> false);
    }

    /** Follows the selection. */
    public void attach() {
        subscription = list.selectedProperty().subscribe(row -> {
            Optional<String> id = row.map(BacktestRow::id);
            if (!id.equals(shown)) {
                shown = id;
                load();
            }
        });
    }

    /** Follows nothing any more. */
    public void detach() {
        subscription.unsubscribe();
    }

    /** Loads the open backtest again. */
    public void load() {
        if (shown.isEmpty()) {
            loader.clear();
            return;
        }
        RunId id = new RunId(shown.get());
        loader.loadAnew(
                TEXTS.get("load.report"),
                _ -> loadBacktest.run(id).map(result -> Reports.of(result, bars.load(result.series()))));
    }

    /** {@return what the screen shows} */
    public ReadOnlyObjectProperty<ScreenState<BacktestReport>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return whether equity is drawn by its logarithm; two-way} */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }
}
