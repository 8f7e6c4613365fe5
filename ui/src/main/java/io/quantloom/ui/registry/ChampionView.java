package io.quantloom.ui.registry;

import io.quantloom.ui.chart.DeltaBar;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.registry.ChampionComparison.Delta;
import io.quantloom.ui.registry.VersionRow.CardFact;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A version beside the Champion: equity above, metrics and the model card below. */
public final class ChampionView {

    private final Texts texts = Texts.of("registry");
    private final EquityChart chart = new EquityChart(true);
    private final StackPane drawing = new StackPane();
    private final EmptyState noEquity;
    private final StringProperty note = new SimpleStringProperty("");
    private final ObservableList<Delta> deltas = FXCollections.observableArrayList();
    private final ObservableList<CardFact> card = FXCollections.observableArrayList();
    private final TableColumn<Delta, Delta> other;
    private final TableColumn<Delta, Delta> subject;
    private final Parent root;

    /** Builds the region over its view models. */
    public ChampionView(ChampionViewModel viewModel, VersionsViewModel versions, ViewMemory memory) {
        noEquity = new EmptyState("trending-up", texts.get("equity.empty"), texts.get("equity.empty.why"));
        other = figure(Delta::other, "muted");
        subject = figure(Delta::subject);
        drawing.setMinSize(0, 0);
        StatePane<ChampionComparison> states = new StatePane<>(
                viewModel.stateProperty(),
                drawing,
                new EmptyState("package", texts.get("version.empty"), texts.get("version.empty.why")),
                viewModel::load);
        Panel equity = new Panel(texts.get("equity"), states).note(note);
        root = Splits.vertical(memory, "registry.equity", 0.6, equity, lower());
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        versions.selectedProperty()
                .subscribe(row -> card.setAll(row.map(VersionRow::card).orElse(List.of())));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(ChampionComparison comparison) {
        comparison.equity().ifPresent(chart::show);
        drawing.getChildren().setAll(comparison.equity().isPresent() ? chart.root() : noEquity);
        note.set(
                comparison.other().isEmpty()
                        ? texts.get("equity.alone", comparison.subject())
                        : texts.get("equity.both", comparison.subject(), comparison.other()));
        other.setText(comparison.other().isEmpty() ? texts.get("column.nobody") : comparison.other());
        subject.setText(comparison.subject());
        deltas.setAll(comparison.deltas());
    }

    private Node lower() {
        TabPane tabs = new TabPane(
                tab("registry-tab-metrics", texts.get("metrics"), deltaTable()),
                tab("registry-tab-card", texts.get("card"), cardTable()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox box = Icons.styled(new VBox(tabs), "panel");
        box.setMinSize(0, 0);
        return box;
    }

    private static Tab tab(String id, String text, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        return tab;
    }

    private static TableColumn<Delta, Delta> figure(java.util.function.Function<Delta, String> text, String... styles) {
        return Columns.node("", 96, Pos.CENTER_RIGHT, delta -> Icons.text(text.apply(delta), styles), text);
    }

    private TableView<Delta> deltaTable() {
        return Tables.of(
                "registry-metrics",
                texts.get("metrics"),
                deltas,
                List.of(
                        Columns.node(
                                texts.get("column.metric"), 150, Pos.CENTER_LEFT, ChampionView::metric, Delta::metric),
                        other,
                        subject,
                        Columns.node(
                                texts.get("column.change"), 66, Pos.CENTER_RIGHT, ChampionView::change, Delta::change),
                        Columns.node(
                                texts.get("column.better"),
                                118,
                                Pos.CENTER,
                                delta -> new DeltaBar(delta.share(), 104, 12),
                                _ -> "")));
    }

    private static Node metric(Delta delta) {
        Label label = Icons.text(delta.metric());
        if (!delta.formula().isEmpty()) {
            label.setTooltip(new Tooltip(delta.formula()));
        }
        return label;
    }

    private static Node change(Delta delta) {
        return Icons.text(delta.change(), Tone.ofSign(delta.share()).styleClass());
    }

    private TableView<CardFact> cardTable() {
        return Tables.of(
                "registry-card",
                texts.get("card"),
                card,
                List.of(
                        Columns.text(texts.get("column.group"), 116, CardFact::group, "muted"),
                        Columns.text(texts.get("column.fact"), 136, CardFact::label),
                        Columns.text(texts.get("column.value"), 200, CardFact::value)));
    }
}
