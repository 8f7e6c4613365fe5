package io.quantloom.ui.market;

import io.quantloom.ui.chart.CandleChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One series: candles over volume, below them its bars, its quality and facts about it. */
public final class SeriesView {

    private static final String TAB = "data.tab";
    private static final double FACTS_WIDTH = 262;

    private final Texts texts = Texts.of("market");
    private final CandleChart chart = CandleChart.withVolume();
    private final ObservableList<QualityRow> quality = FXCollections.observableArrayList();
    private final TableView<BarRows.Row> bars = barTable();
    private final Tab barsTab = tab("data-tab-bars", "series.bars", bars);
    private final GridPane facts = facts();
    private final StatePane<SeriesContent> root;
    private int priceDigits = 2;

    /** Builds the parts over their view model. */
    public SeriesView(SeriesViewModel viewModel, DeleteViewModel delete, ViewMemory memory) {
        Tables.remember(bars, memory, "data.bars");
        Panel candles = new Panel("", chart.root());
        candles.title(viewModel
                .stateProperty()
                .map(state ->
                        state.shown().map(content -> content.chart().title()).orElse("")));
        candles.note(viewModel
                .stateProperty()
                .map(state -> state.shown().map(SeriesContent::note).orElse("")));
        candles.actions(
                averages(viewModel),
                Icons.iconButton("data-reset", "maximize", texts.get("series.reset"), chart.window()::showAll, "small"),
                Icons.iconButton("data-delete", "trash-2", texts.get("delete.action"), delete::ask, "small"));
        SplitPane split = Splits.vertical(memory, "data.chart", 0.64, candles, lower(memory));
        EmptyState empty =
                new EmptyState("bar-chart-2", texts.get("series.empty.title"), texts.get("series.empty.why"));
        root = new StatePane<>(viewModel.stateProperty(), split, empty, viewModel::retry).framed();
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
        viewModel.chartProperty().subscribe(content -> content.ifPresent(chart::show));
    }

    private Node averages(SeriesViewModel viewModel) {
        ToggleButton toggle = Icons.styled(new ToggleButton(texts.get("series.averages")), "flat-toggle");
        toggle.setId("data-averages");
        toggle.selectedProperty().bindBidirectional(viewModel.averagesProperty());
        return toggle;
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(SeriesContent content) {
        priceDigits = content.priceDigits();
        bars.setItems(FXCollections.observableList(content.bars()));
        barsTab.setText(
                texts.get("series.bars") + " " + Formats.integer(content.bars().size()));
        quality.setAll(content.quality());
        showFacts(content.facts());
    }

    private Node lower(ViewMemory memory) {
        TabPane tabs = new TabPane(tab("data-tab-quality", "series.quality", qualityTable()), barsTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setAccessibleText(texts.get("series.tabs"));
        tabs.getSelectionModel().select((int) memory.number(TAB, 0));
        tabs.getSelectionModel().selectedIndexProperty().subscribe(index -> memory.put(TAB, index.intValue()));
        VBox left = Icons.styled(new VBox(tabs), "panel");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinSize(0, 0);
        Panel right = new Panel(texts.get("series.facts"), facts).wide(FACTS_WIDTH);
        HBox box = new HBox(8, left, right);
        box.setMinSize(0, 0);
        return box;
    }

    private Tab tab(String id, String text, Node content) {
        Tab tab = new Tab(texts.get(text), content);
        tab.setId(id);
        return tab;
    }

    private TableView<BarRows.Row> barTable() {
        return Tables.unsorted(
                "data-bars",
                texts.get("series.bars"),
                FXCollections.observableArrayList(),
                List.of(
                        Columns.time("Open time, UTC", 138, BarRows.Row::time),
                        Columns.number("Open", 72, BarRows.Row::open, this::price),
                        Columns.number("High", 72, BarRows.Row::high, this::price),
                        Columns.number("Low", 72, BarRows.Row::low, this::price),
                        Columns.number("Close", 72, BarRows.Row::close, this::price),
                        Columns.signed("Change", 72, BarRows.Row::change, value -> Formats.percent(value, 2)),
                        Columns.number("Volume", 84, BarRows.Row::volume, value -> Formats.decimal(value, 1))));
    }

    private String price(double value) {
        return Formats.decimal(value, priceDigits);
    }

    private TableView<QualityRow> qualityTable() {
        return Tables.of(
                "data-quality",
                texts.get("series.quality"),
                quality,
                List.of(
                        Columns.node("", 30, Pos.CENTER, row -> Icons.of(icon(row.tone()), row.tone()), _ -> ""),
                        Columns.text("Finding", 116, QualityRow::kind),
                        Columns.figure("Count", 52, QualityRow::count, value -> Formats.decimal(value, 0), this::tone),
                        Columns.text("First – last, UTC", 236, QualityRow::span, "muted"),
                        Columns.text("What it means", 120, QualityRow::explanation, "muted")));
    }

    private Tone tone(QualityRow row) {
        return row.tone() == Tone.OK ? Tone.NEUTRAL : row.tone();
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case OK -> "check-circle";
            case WARN -> "alert-triangle";
            case BAD -> "x-octagon";
            default -> "info";
        };
    }

    private static GridPane facts() {
        GridPane grid = Icons.styled(new GridPane(12, 2), "panel-body");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        return grid;
    }

    private void showFacts(List<Fact> now) {
        facts.getChildren().clear();
        for (int i = 0; i < now.size(); i++) {
            Fact fact = now.get(i);
            Label value = Icons.text(fact.value());
            value.setMinWidth(0);
            if (!fact.note().isEmpty()) {
                value.setTooltip(new Tooltip(fact.note()));
            }
            facts.addRow(i, Icons.text(fact.name(), "muted"), value);
        }
    }
}
