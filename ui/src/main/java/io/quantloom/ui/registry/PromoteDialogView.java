package io.quantloom.ui.registry;

import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.text.Texts;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The dialog that promotes: gates, effect, reason. Where a gate says no, only the refusal can be recorded. */
final class PromoteDialogView {

    private static final double WIDTH = 560;

    private final Texts texts = Texts.of("registry");
    private final PromotionViewModel viewModel;
    private final VersionsViewModel versions;
    private final ModalLayer modals;

    PromoteDialogView(PromotionViewModel viewModel, VersionsViewModel versions, ModalLayer modals) {
        this.viewModel = viewModel;
        this.versions = versions;
        this.modals = modals;
    }

    void open() {
        versions.selectedProperty().get().ifPresent(row -> {
            TextField reason = new TextField();
            reason.setId("registry-reason");
            reason.setPromptText(texts.get("reason.prompt"));
            reason.textProperty().bindBidirectional(viewModel.reasonProperty());
            var blank = viewModel.reasonProperty().map(String::isBlank);
            Button promote = Icons.button(
                    "registry-confirm",
                    "arrow-up-circle",
                    texts.get("promote.version.now", row.label()),
                    this::promote,
                    "primary");
            promote.setDefaultButton(true);
            promote.disableProperty()
                    .bind(viewModel
                            .whyNotPromoteProperty()
                            .isNotEmpty()
                            .or(javafx.beans.binding.Bindings.createBooleanBinding(blank::getValue, blank)));
            Button refuse = Icons.button("registry-refuse", "x-octagon", texts.get("refuse"), this::promote, "danger");
            refuse.visibleProperty().bind(viewModel.refusableProperty());
            refuse.managedProperty().bind(refuse.visibleProperty());
            refuse.disableProperty().bind(blank);
            modals.show(
                    texts.get("promote.title", row.model(), row.label()),
                    body(row, reason),
                    WIDTH,
                    modals.cancel(),
                    refuse,
                    promote);
            reason.requestFocus();
        });
    }

    private void promote() {
        modals.close();
        viewModel.promote();
    }

    private Node body(VersionRow row, TextField reason) {
        Segments<String> alias = new Segments<>(
                "registry-alias",
                FXCollections.observableArrayList(viewModel.aliases()),
                name -> name,
                viewModel.aliasProperty());
        GateTable gates = new GateTable();
        gates.show(row.gates());
        Label effect = wrapped("muted");
        effect.textProperty().bind(viewModel.effectProperty());
        Label why = wrapped("tone-bad");
        why.setGraphic(Icons.of("alert-triangle"));
        why.textProperty().bind(viewModel.whyNotPromoteProperty());
        why.visibleProperty().bind(viewModel.whyNotPromoteProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        return new VBox(10, alias, gates, why, effect, Icons.text(texts.get("reason.label"), "muted", "small"), reason);
    }

    private static Label wrapped(String style) {
        Label label = Icons.text("", style, "wrap");
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
