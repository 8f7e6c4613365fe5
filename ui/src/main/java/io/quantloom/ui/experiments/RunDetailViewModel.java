package io.quantloom.ui.experiments;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Artifact;
import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.ui.experiments.RunDetail.Fact;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.util.Subscription;

/** The run looked at: what went in, what came out, and where to go from it. */
public final class RunDetailViewModel {

    private static final Texts TEXTS = Texts.of("experiments");
    private static final String RESULT = "backtest/result.json";

    private final RunStore store;
    private final RegistryStore registry;
    private final RunListViewModel list;
    private final Navigator navigator;
    private final Loader<RunDetail> loader;
    private Subscription subscription = Subscription.EMPTY;

    /** Takes where runs and models live, the list whose current run it follows, and where to go; starts nothing. */
    public RunDetailViewModel(
            RunStore store, RegistryStore registry, TaskRunner tasks, RunListViewModel list, Navigator navigator) {
        this.store = store;
        this.registry = registry;
        this.list = list;
        this.navigator = navigator;
        this.loader = new Loader<>(tasks, _ -> false);
    }

    /** Follows the run looked at. */
    public void attach() {
        subscription = list.currentProperty().subscribe(row -> load(row));
    }

    /** Follows nothing any more. */
    public void detach() {
        subscription.unsubscribe();
    }

    /** Reads the run again. */
    public void load() {
        load(list.currentProperty().get());
    }

    private void load(Optional<RunRow> current) {
        if (current.isEmpty()) {
            loader.clear();
            return;
        }
        RunRow row = current.get();
        boolean same =
                loader.data().filter(shown -> shown.row().id().equals(row.id())).isPresent();
        if (same) {
            loader.load(TEXTS.get("load.detail"), _ -> Outcome.success(read(row)));
        } else {
            loader.loadAnew(TEXTS.get("load.detail"), _ -> Outcome.success(read(row)));
        }
    }

    private RunDetail read(RunRow row) {
        RunId id = new RunId(row.id());
        List<Artifact> files = store.artifacts(id);
        return new RunDetail(
                row,
                row.params().entrySet().stream()
                        .map(entry -> new Fact(TEXTS.get("kind.PARAM"), entry.getKey(), entry.getValue()))
                        .toList(),
                row.metrics().entrySet().stream()
                        .map(entry -> new Fact(
                                TEXTS.get("kind.METRIC"),
                                entry.getKey(),
                                StatisticText.of(entry.getKey()).format(entry.getValue())))
                        .toList(),
                row.tags().entrySet().stream()
                        .map(entry -> new Fact(TEXTS.get("kind.TAG"), entry.getKey(), entry.getValue()))
                        .toList(),
                files.stream()
                        .map(file -> new Fact(TEXTS.get("kind.file"), file.path(), Formats.bytes(file.size())))
                        .toList(),
                versions(id),
                files.stream().anyMatch(file -> file.path().equals(RESULT)));
    }

    private List<RunDetail.Version> versions(RunId id) {
        return registry.models().stream()
                .map(RegisteredModel::name)
                .flatMap(model -> registry.versions(model).stream())
                .filter(version -> version.run().equals(id))
                .map(version -> new RunDetail.Version(version.model(), version.version()))
                .toList();
    }

    /** Opens the backtest of the run. */
    public void openBacktest() {
        loader.data()
                .filter(RunDetail::hasBacktest)
                .ifPresent(detail -> navigator.open(new Destination.Backtests(
                        Optional.of(new RunId(detail.row().id())))));
    }

    /** Opens the newest registered version that the run made. */
    public void openInRegistry() {
        loader.data()
                .flatMap(detail -> detail.versions().stream().findFirst())
                .ifPresent(version -> navigator.open(
                        new Destination.Registry(Optional.of(version.model()), OptionalInt.of(version.number()))));
    }

    /** {@return what the region shows; empty while no run is looked at} */
    public ReadOnlyObjectProperty<ScreenState<RunDetail>> stateProperty() {
        return loader.stateProperty();
    }
}
