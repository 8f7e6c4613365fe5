package io.quantloom.ui.registry;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The gates of the version looked at, what can be done with it, and what was decided before. */
public final class PromotionView {

    private final Texts texts = Texts.of("registry");
    private final PromotionViewModel viewModel;
    private final GateTable gates = new GateTable();
    private final Chip passed = new Chip("", Tone.NEUTRAL);
    private final Label ungated = Icons.label("alert-triangle", "", "tone-warn", "wrap");
    private final Button promote;
    private final VBox history = new VBox(10);
    private final Panel root;

    /** Builds the region over its view models. */
    public PromotionView(PromotionViewModel viewModel, VersionsViewModel versions, ModalLayer modals) {
        this.viewModel = viewModel;
        var dialog = new PromoteDialogView(viewModel, versions, modals);
        promote = Icons.button("registry-promote", "arrow-up-circle", texts.get("promote"), dialog::open, "primary");
        promote.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(promote, Priority.ALWAYS);
        VBox body = new VBox(gates, actions(modals), historyBox());
        ScrollPane scrolled = new ScrollPane(body);
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root = new Panel(texts.get("gate"), scrolled)
                .note(versions.selectedProperty()
                        .map(row -> row.map(VersionRow::label).orElse("")))
                .actions(passed);
        ungated.managedProperty().bind(ungated.visibleProperty());
        ungated.setMinHeight(Label.USE_PREF_SIZE);
        versions.selectedProperty().subscribe(this::show);
        versions.stateProperty()
                .subscribe(state ->
                        showHistory(state.shown().map(ModelPage::history).orElse(List.of())));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private void show(Optional<VersionRow> row) {
        List<GateTable.Gate> shown = row.map(VersionRow::gates).orElse(List.of());
        gates.show(shown);
        gates.setVisible(!shown.isEmpty());
        gates.setManaged(!shown.isEmpty());
        promote.setText(
                row.map(one -> texts.get("promote.version", one.label())).orElse(texts.get("promote")));
        promote.setDisable(row.isEmpty());
        ungated.setText(texts.get("ungated.why"));
        ungated.setVisible(
                row.filter(one -> one.gated() == VersionRow.Gated.UNGATED).isPresent());
        passed.setVisible(row.isPresent());
        row.ifPresent(one -> {
            switch (one.gated()) {
                case PASSED -> passed.show(texts.get("gates.passed", one.passed(), shown.size()), Tone.OK);
                case REFUSED -> passed.show(texts.get("gates.passed", one.passed(), shown.size()), Tone.BAD);
                case UNGATED -> passed.show(texts.get("ungated"), Tone.WARN);
            }
        });
    }

    private Node actions(ModalLayer modals) {
        Label effect = Icons.text("", "muted", "wrap");
        effect.textProperty().bind(viewModel.effectProperty());
        effect.setMinHeight(Label.USE_PREF_SIZE);
        Button back = Icons.button("registry-rollback", "rotate-ccw", texts.get("rollback"), () -> rollBack(modals));
        HBox buttons = new HBox(8, promote, reasoned(back));
        Label message = Icons.text("", "wrap");
        message.setId("registry-message");
        message.setMinHeight(Label.USE_PREF_SIZE);
        message.managedProperty().bind(message.visibleProperty());
        viewModel.messageProperty().subscribe(now -> {
            message.setVisible(now.isPresent());
            message.setText(now.map(PromotionViewModel.Message::text).orElse(""));
            message.getStyleClass()
                    .setAll(
                            "label",
                            "wrap",
                            now.map(PromotionViewModel.Message::tone)
                                    .orElse(Tone.NEUTRAL)
                                    .styleClass());
        });
        return Icons.styled(new VBox(8, ungated, effect, buttons, message), "promotion");
    }

    /** A disabled button shows no tooltip: the box around it tells why nothing can be rolled back. */
    private Node reasoned(Button back) {
        back.disableProperty().bind(viewModel.whyNotRollBackProperty().isNotEmpty());
        HBox box = new HBox(back);
        javafx.scene.control.Tooltip tooltip = new javafx.scene.control.Tooltip();
        tooltip.textProperty()
                .bind(viewModel.whyNotRollBackProperty().map(why -> why.isEmpty() ? texts.get("rollback.what") : why));
        javafx.scene.control.Tooltip.install(box, tooltip);
        return box;
    }

    private void rollBack(ModalLayer modals) {
        modals.ask(
                new Dialogs.Question(
                        texts.get("rollback.title"),
                        texts.get("rollback.text"),
                        texts.get("reason.prompt"),
                        texts.get("rollback"),
                        true),
                viewModel::rollBack);
    }

    private Node historyBox() {
        return Icons.styled(new VBox(8, Icons.text(texts.get("history"), "panel-title"), history), "promotion");
    }

    private void showHistory(List<ModelPage.Decision> decisions) {
        history.getChildren()
                .setAll(decisions.stream().map(PromotionView::decision).toList());
        if (decisions.isEmpty()) {
            history.getChildren().add(Icons.text(texts.get("history.empty"), "muted"));
        }
    }

    private static Node decision(ModelPage.Decision decision) {
        Node icon = switch (decision.kind()) {
            case PROMOTED -> Icons.of("arrow-up-circle", Tone.OK);
            case REFUSED -> Icons.of("x-octagon", Tone.BAD);
            case ROLLED_BACK -> Icons.of("rotate-ccw", Tone.WARN);
            case RETIRED -> Icons.of("minus-circle", Tone.MUTED);
        };
        Label text = Icons.text(decision.text(), "wrap");
        Label reason = Icons.text(decision.reason(), "muted", "small", "wrap");
        reason.setMinHeight(Label.USE_PREF_SIZE);
        text.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(2, Icons.text(Formats.minute(decision.at()), "muted", "small"), text, reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox row = new HBox(8, icon, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
