package io.quantloom.ui.paper;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.text.Texts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The list of bots that opens from the header. */
public final class BotPicker {

    private static final double WIDTH = 260;

    private final ComboBox<BotRow> box;

    /** Builds the list over its view model. */
    public BotPicker(BotListViewModel viewModel) {
        Texts texts = Texts.of("paper");
        box = new ComboBox<>(viewModel.rows());
        box.setId("paper-picker");
        box.setAccessibleText(texts.get("picker"));
        box.setPrefWidth(WIDTH);
        box.setCellFactory(_ -> new Cell(texts));
        box.setButtonCell(new Cell(texts));
        box.valueProperty().subscribe(row -> {
            if (row != null) {
                viewModel.open(row.name());
            }
        });
        viewModel.selectedProperty().subscribe(row -> {
            BotRow now = row.orElse(null);
            if (!Objects.equals(now, box.getValue())) {
                box.setValue(now);
            }
        });
        box.disableProperty().bind(Bindings.isEmpty(viewModel.rows()));
    }

    /** {@return the node to place} */
    public Parent root() {
        return box;
    }

    /** State as a shape, name, state as a word. */
    private static final class Cell extends ListCell<BotRow> {
        private final Texts texts;
        private final Region dot = Icons.styled(new Region(), "dot");

        Cell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(@Nullable BotRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(empty ? null : texts.get("picker.none"));
                setGraphic(null);
                return;
            }
            String shape = switch (row.state()) {
                case RUNNING -> "dot-ok";
                case PAUSED -> "dot-warn";
                case STOPPED, ENDED -> "dot-muted";
                case HALTED -> "dot-bad";
            };
            dot.getStyleClass().setAll("dot", shape);
            setGraphic(dot);
            setText(row.name() + " · " + row.series() + " · "
                    + texts.get("state." + row.state().name()));
        }
    }
}
