package io.quantloom.ui.registry;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.RunEvent;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.registry.FindModel;
import io.quantloom.engine.registry.RegistryStore;
import io.quantloom.engine.registry.Transition;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.VersionTimeline;
import io.quantloom.ui.control.VersionTimeline.AliasChip;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.live.Refresh;
import io.quantloom.ui.registry.VersionRow.Gated;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.task.Loader;
import io.quantloom.ui.task.ScreenState;
import io.quantloom.ui.task.Subscriptions;
import io.quantloom.ui.task.TaskRunner;
import io.quantloom.ui.task.UiEvents;
import io.quantloom.ui.task.UiThread;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open model: its versions, and which of them is looked at. */
public final class VersionsViewModel {

    private static final Texts TEXTS = Texts.of("registry");

    private final RegistryStore store;
    private final ModelPages pages;
    private final UiEvents events;
    private final ModelListViewModel list;
    private final Loader<ModelPage> loader;
    private final Refresh<ModelPage> refresh;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ReadOnlyObjectWrapper<Optional<VersionRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> model = Optional.empty();
    private OptionalInt wanted = OptionalInt.empty();

    /** The stores this region reads. */
    public record Stores(RegistryStore registry, RunStore runs, BotStore bots) {}

    /** Takes its ports and the list whose selection it follows; starts nothing. */
    public VersionsViewModel(Stores stores, TaskRunner tasks, UiEvents events, UiThread ui, ModelListViewModel list) {
        this.store = stores.registry();
        this.pages = new ModelPages(stores.registry(), stores.runs(), stores.bots());
        this.events = events;
        this.list = list;
        this.loader = new Loader<>(tasks, page -> page.versions().isEmpty());
        this.refresh = new Refresh<>(loader, ui);
        loader.stateProperty().subscribe(this::show);
    }

    /** Follows the open model, transitions and the end of runs. */
    public void attach() {
        subscriptions.add(events.onLatest(Transition.class, _ -> load()));
        subscriptions.add(events.onLatest(RunEvent.Ended.class, _ -> load()));
        subscriptions.add(list.selectedProperty().subscribe(now -> {
            if (!now.equals(model)) {
                model = now;
                refresh.clear();
            }
            load();
        }));
    }

    /** Follows nothing any more. */
    public void detach() {
        subscriptions.close();
    }

    /** Loads again. */
    public void load() {
        model.ifPresent(name -> refresh.request(
                TEXTS.get("load.model", name),
                _ -> new FindModel(store).model(name).then(found -> Outcome.success(pages.read(found)))));
    }

    private void show(ScreenState<ModelPage> state) {
        Optional<ModelPage> page = state.shown();
        if (page.isEmpty()) {
            selected.set(Optional.empty());
            return;
        }
        int keep = wanted.orElseGet(() -> selected.get().map(VersionRow::number).orElse(0));
        wanted = OptionalInt.empty();
        Optional<VersionRow> row = page.get().version(keep);
        selected.set(row.isPresent() ? row : page.get().versions().stream().findFirst());
    }

    /** Looks at a version of the open model. */
    public void select(int version) {
        loader.data().flatMap(page -> page.version(version)).ifPresent(row -> selected.set(Optional.of(row)));
    }

    /** Opens a model at one of its versions; empty: its newest. */
    public void open(String name, OptionalInt version) {
        wanted = version;
        if (model.filter(name::equals).isPresent()) {
            version.ifPresent(this::select);
            load();
        } else {
            selected.set(Optional.empty());
            list.open(name);
        }
    }

    /** Returns the versions for the timeline, newest first. */
    public List<VersionTimeline.Version> timeline() {
        return loader.data().map(ModelPage::versions).orElse(List.of()).stream()
                .map(VersionsViewModel::entry)
                .toList();
    }

    private static VersionTimeline.Version entry(VersionRow row) {
        var chips = new ArrayList<AliasChip>();
        row.aliases().forEach(alias -> chips.add(new AliasChip(alias, tone(alias))));
        if (row.gated() == Gated.UNGATED) {
            chips.add(new AliasChip(TEXTS.get("ungated"), Tone.WARN));
        } else if (row.gated() == Gated.REFUSED) {
            chips.add(new AliasChip(TEXTS.get("refused"), Tone.BAD));
        }
        String gates = row.gates().isEmpty()
                ? TEXTS.get("gates.none")
                : TEXTS.get("gates.passed", row.passed(), row.gates().size());
        return new VersionTimeline.Version(
                row.number(),
                row.label(),
                chips,
                TEXTS.get("timeline.facts", StatisticText.of("sharpe_ratio").format(row.metric("sharpe_ratio")), gates),
                Formats.minute(row.created()) + " · " + row.source().runName());
    }

    private static Tone tone(String alias) {
        return switch (alias) {
            case "Champion" -> Tone.OK;
            case "Challenger" -> Tone.ACCENT;
            default -> Tone.NEUTRAL;
        };
    }

    /** {@return what the screen shows} */
    public ReadOnlyObjectProperty<ScreenState<ModelPage>> stateProperty() {
        return loader.stateProperty();
    }

    /** {@return the version looked at} */
    public ReadOnlyObjectProperty<Optional<VersionRow>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
