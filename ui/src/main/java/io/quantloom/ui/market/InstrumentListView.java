package io.quantloom.ui.market;

import atlantafx.base.controls.CustomTextField;
import io.quantloom.ui.chart.Sparkline;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Search field over rows with freshness, name, trend, price and change. */
public final class InstrumentListView {

    private static final double ROW = 46;

    private final Texts texts = Texts.of("market");
    private final MarketViewModel viewModel;
    private final ListView<InstrumentRow> list;
    private final HBox foot = new HBox(12);
    private final Panel root;

    /** Builds the list over its view model. */
    public InstrumentListView(MarketViewModel viewModel, Runnable importFiles) {
        this.viewModel = viewModel;
        list = list();
        foot.setPadding(new Insets(8, 12, 10, 12));
        VBox body = new VBox(search(), list, foot);
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new Panel(texts.get("list.title"), body)
                .note(viewModel.countProperty())
                .actions(Icons.iconButton("data-add", "plus", texts.get("list.import"), importFiles, "small"));
        viewModel.instruments().addListener((ListChangeListener<InstrumentRow>) _ -> fillFoot());
        fillFoot();
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private Node search() {
        CustomTextField field = new CustomTextField();
        field.setId("data-search");
        field.setPromptText(texts.get("list.search"));
        field.setLeft(Icons.of("search"));
        field.textProperty().bindBidirectional(viewModel.searchProperty());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        VBox.setMargin(field, new Insets(0, 12, 8, 12));
        return field;
    }

    private ListView<InstrumentRow> list() {
        ListView<InstrumentRow> made = new ListView<>(viewModel.instruments());
        made.setId("data-instruments");
        made.setAccessibleText(texts.get("list.title"));
        made.setFixedCellSize(ROW);
        made.setCellFactory(_ -> new Cell());
        made.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.selectedProperty().set(row);
            }
        });
        viewModel.selectedProperty().subscribe(row -> {
            if (row != null && !row.equals(made.getSelectionModel().getSelectedItem())) {
                made.getSelectionModel().select(row);
                made.scrollTo(row);
            }
        });
        return made;
    }

    private void fillFoot() {
        foot.getChildren().clear();
        for (InstrumentRow.Age.State state : InstrumentRow.Age.State.values()) {
            int count = viewModel.count(state);
            if (count > 0) {
                String word = texts.get("foot." + state.name());
                foot.getChildren()
                        .add(Icons.styled(
                                new Label(texts.get("foot", count, word), dot(state.tone())), "muted", "small"));
            }
        }
    }

    private static Region dot(Tone tone) {
        return Icons.styled(new Region(), "dot", "dot-" + tone.word());
    }

    /** One row; its nodes are made once and filled again and again. */
    private static final class Cell extends ListCell<InstrumentRow> {
        private final Region dot = dot(Tone.OK);
        private final Label name = Icons.text("", "strong");
        private final Label detail = Icons.text("", "muted", "small");
        private final Sparkline trend = new Sparkline(40, 22);
        private final Label last = Icons.text("");
        private final Label change = Icons.text("");
        private final Tooltip tooltip = new Tooltip();
        private final HBox row;

        Cell() {
            VBox names = new VBox(1, name, detail);
            names.setAlignment(Pos.CENTER_LEFT);
            names.setMinWidth(0);
            HBox.setHgrow(names, Priority.ALWAYS);
            VBox figures = new VBox(1, last, change);
            figures.setAlignment(Pos.CENTER_RIGHT);
            figures.setMinWidth(66);
            row = new HBox(8, dot, names, trend, figures);
            row.setAlignment(Pos.CENTER_LEFT);
            // The cell's own padding, taken off, so that rows never scroll sideways.
            row.maxWidthProperty().bind(widthProperty().subtract(24));
            row.prefWidthProperty().bind(row.maxWidthProperty());
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable InstrumentRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            fill(item);
            setGraphic(row);
            setTooltip(tooltip);
        }

        private void fill(InstrumentRow item) {
            dot.getStyleClass().setAll("dot", "dot-" + item.age().state().tone().word());
            name.setText(item.symbol());
            detail.setText(item.detail());
            last.setText(Formats.price(item.last()));
            boolean known = !Double.isNaN(item.change());
            Tone tone = Tone.ofSign(item.change());
            String mark = tone == Tone.UP ? "▲ " : tone == Tone.DOWN ? "▼ " : "";
            change.setText(known ? mark + Formats.percent(item.change(), 2) : "");
            change.getStyleClass().setAll("label", "small", tone == Tone.NEUTRAL ? "muted" : tone.styleClass());
            double[] closes =
                    item.trend().stream().mapToDouble(Double::doubleValue).toArray();
            boolean rose = closes.length > 1 && closes[closes.length - 1] >= closes[0];
            trend.show(closes, rose ? "up" : "down");
            tooltip.setText(
                    item.symbol() + " · " + item.detail() + " · " + item.age().text());
            setAccessibleText(item.symbol() + ", " + item.age().text() + ", last " + last.getText());
        }
    }
}
