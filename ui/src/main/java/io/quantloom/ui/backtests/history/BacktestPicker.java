package io.quantloom.ui.backtests.history;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.text.Texts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of recorded backtests that opens from the header. */
public final class BacktestPicker {

    private static final double WIDTH = 340;
    private static final int ROWS = 12;

    private final ComboBox<BacktestRow> box;

    /** Builds the list over its view model. */
    public BacktestPicker(BacktestListViewModel viewModel) {
        box = new ComboBox<>(viewModel.rows());
        box.setId("backtests-picker");
        box.setAccessibleText(Texts.of("backtests").get("picker"));
        box.setPromptText(Texts.of("backtests").get("picker.none"));
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        box.setVisibleRowCount(ROWS);
        box.setCellFactory(_ -> new Cell());
        box.setButtonCell(new Name());
        box.valueProperty().subscribe(row -> {
            if (row != null) {
                viewModel.open(row.id());
            }
        });
        viewModel.selectedProperty().subscribe(row -> {
            BacktestRow now = row.orElse(null);
            if (!Objects.equals(now, box.getValue())) {
                box.setValue(now);
            }
        });
        box.visibleProperty().bind(Bindings.isNotEmpty(viewModel.rows()));
    }

    /** {@return the node to place} */
    public Parent root() {
        return box;
    }

    private static final class Name extends ListCell<BacktestRow> {
        @Override
        protected void updateItem(@Nullable BacktestRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? Texts.of("backtests").get("picker.none") : row.name());
        }
    }

    /** Name and origin left, return and Sharpe right. */
    private static final class Cell extends ListCell<BacktestRow> {
        private final Label name = Icons.text("");
        private final Label detail = Icons.text("", "muted", "small");
        private final Label gain = Icons.text("");
        private final Label sharpe = Icons.text("", "muted", "small");
        private final HBox row;

        Cell() {
            name.setMinWidth(0);
            VBox words = new VBox(1, name, detail);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            VBox figures = new VBox(1, gain, sharpe);
            figures.setAlignment(Pos.CENTER_RIGHT);
            figures.setMinWidth(Region.USE_PREF_SIZE);
            row = new HBox(8, words, figures);
            row.setPrefWidth(WIDTH - 30);
            row.setMaxWidth(WIDTH - 30);
        }

        @Override
        protected void updateItem(@Nullable BacktestRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            name.setText(item.name());
            detail.setText(item.origin() + " · " + Formats.minute(item.started()));
            gain.setText(Formats.percent(item.totalReturn(), 1));
            gain.getStyleClass().setAll("label", Tone.ofSign(item.totalReturn()).styleClass());
            sharpe.setText("Sharpe " + StatisticText.of("sharpe_ratio").format(item.sharpe()));
            setGraphic(row);
        }
    }
}
