package io.quantloom.ui.registry;

import io.quantloom.engine.experiment.RunId;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.ui.control.Lineage;
import io.quantloom.ui.shell.Destination;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the version looked at comes from and where it goes: data, features, run, version, backtest, bots. */
public final class LineageViewModel {

    private static final Texts TEXTS = Texts.of("registry");

    private final VersionsViewModel versions;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<List<Lineage.Step>> steps = new ReadOnlyObjectWrapper<>(List.of());

    /** Follows the versions for as long as both live. */
    public LineageViewModel(VersionsViewModel versions, Navigator navigator) {
        this.versions = versions;
        this.navigator = navigator;
        versions.selectedProperty()
                .subscribe(row -> steps.set(row.map(this::steps).orElse(List.of())));
    }

    private List<Lineage.Step> steps(VersionRow row) {
        VersionRow.Source source = row.source();
        var run = new RunId(source.run());
        var made = new ArrayList<Lineage.Step>();
        made.add(step(
                "database",
                "lineage.data",
                source.symbol() + " " + source.timeframe() + " @ "
                        + source.dataHash().substring(0, 7),
                () -> openSeries(source)));
        made.add(step("layers", "lineage.features", source.features(), () -> {}));
        made.add(step(
                "git-branch",
                "lineage.run",
                source.runName(),
                () -> navigator.open(new Destination.Experiments(List.of(run)))));
        made.add(new Lineage.Step(
                "package", TEXTS.get("lineage.version"), row.model() + " " + row.label(), true, () -> {}));
        made.add(step(
                "bar-chart-2",
                "lineage.backtest",
                TEXTS.get("lineage.backtest"),
                () -> navigator.open(new Destination.Backtests(Optional.of(run)))));
        List<String> followers = versions.stateProperty()
                .get()
                .shown()
                .filter(_ -> row.aliases().contains("Champion"))
                .map(ModelPage::followers)
                .orElse(List.of());
        followers.stream()
                .findFirst()
                .ifPresent(bot -> made.add(step(
                        "play-circle",
                        "lineage.bot",
                        followers.size() == 1 ? bot : bot + " +" + (followers.size() - 1),
                        () -> navigator.open(new Destination.Paper(Optional.of(bot))))));
        return List.copyOf(made);
    }

    private void openSeries(VersionRow.Source source) {
        Timeframe.parse(source.timeframe())
                .ifPresent(timeframe -> navigator.open(new Destination.Data(
                        Optional.of(new SeriesKey(new Symbol(source.symbol()), timeframe, source.provider())))));
    }

    private static Lineage.Step step(String icon, String kind, String name, Runnable open) {
        return new Lineage.Step(icon, TEXTS.get(kind), name, false, open);
    }

    /** {@return the chain; empty while no version is looked at} */
    public ReadOnlyObjectProperty<List<Lineage.Step>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }
}
