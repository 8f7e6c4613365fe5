package io.quantloom.ui.factory;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why symbols of the open run failed, but for the one looked at, which says so itself: a click looks at it. */
public final class FailuresView {

    private static final int MOST = 3;

    private final Texts texts = Texts.of("factory");
    private final FactoryViewModel viewModel;
    private final VBox root = Icons.styled(new VBox(2), "failures");

    /** Builds the region over its view model. */
    public FailuresView(FactoryViewModel viewModel) {
        this.viewModel = viewModel;
        root.setId("factory-failures");
        root.setMinHeight(Region.USE_PREF_SIZE);
        viewModel.stateProperty().subscribe(_ -> show());
        viewModel.symbolProperty().subscribe(_ -> show());
    }

    /** {@return the node to place} */
    public Node root() {
        return root;
    }

    private void show() {
        Optional<SymbolRow> chosen = viewModel.symbolProperty().get();
        List<SymbolRow> failed = viewModel.symbols().stream()
                .filter(row -> row.result() == SymbolRow.Result.FAILED)
                .filter(row -> !chosen.equals(Optional.of(row)))
                .toList();
        root.getChildren().clear();
        failed.stream().limit(MOST).forEach(row -> {
            Label line = Icons.label(
                    "x-octagon", texts.get("failure", row.symbol(), row.reason()), "tone-bad", "wrap", "clickable");
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.setOnMouseClicked(_ -> viewModel.choose(row.symbol()));
            root.getChildren().add(line);
        });
        if (failed.size() > MOST) {
            root.getChildren().add(Icons.text(texts.get("failure.more", failed.size() - MOST), "muted"));
        }
        root.setVisible(!failed.isEmpty());
        root.setManaged(!failed.isEmpty());
    }
}
