package io.quantloom.ui.registry;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The registered models with the versions that have a name. */
public final class ModelListView {

    private static final double ROW = 44;

    private final Panel root;

    /** Builds the list over its view model. */
    public ModelListView(ModelListViewModel viewModel) {
        Texts texts = Texts.of("registry");
        ListView<ModelRow> list = new ListView<>(viewModel.rows());
        list.setId("registry-models");
        list.setAccessibleText(texts.get("models"));
        list.setFixedCellSize(ROW);
        list.setMinHeight(0);
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                viewModel.open(row.name());
            }
        });
        viewModel.selectedProperty().subscribe(name -> mark(list, name));
        // After the list's own listener, which clears the selection.
        viewModel.rows().addListener((ListChangeListener<ModelRow>)
                _ -> mark(list, viewModel.selectedProperty().get()));
        root = new Panel(texts.get("models"), list).note(viewModel.countsProperty());
    }

    private static void mark(ListView<ModelRow> list, Optional<String> name) {
        list.getItems().stream()
                .filter(row -> name.filter(row.name()::equals).isPresent())
                .findFirst()
                .filter(row -> !row.equals(list.getSelectionModel().getSelectedItem()))
                .ifPresent(list.getSelectionModel()::select);
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private static final class Cell extends ListCell<ModelRow> {
        private final Label name = Icons.text("", "strong");
        private final HBox chips = new HBox(4);
        private final VBox box = new VBox(3, name, chips);

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ModelRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            name.setText(row.name());
            chips.getChildren()
                    .setAll(row.aliases().stream()
                            .filter(alias -> !alias.alias().equals("Previous"))
                            .map(alias -> new Chip(alias.alias() + " v" + alias.version(), tone(alias.alias())))
                            .toList());
            if (chips.getChildren().isEmpty()) {
                chips.getChildren()
                        .add(Icons.text(Formats.count(row.versions(), "version") + ", no alias", "muted", "small"));
            }
            setGraphic(box);
            setAccessibleText(row.name());
        }

        private static Tone tone(String alias) {
            return switch (alias) {
                case "Champion" -> Tone.OK;
                case "Challenger" -> Tone.ACCENT;
                default -> Tone.NEUTRAL;
            };
        }
    }
}
