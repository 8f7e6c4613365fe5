package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.shell.Page;
import io.quantloom.ui.shell.ScreenHeader;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Breadcrumb at the left, the shared context in the middle, one primary action at the right. */
final class ContextHeader {

    private final HBox root = Icons.styled(new HBox(8), "context-header");
    private final Label page = Icons.text("");
    private final Node arrow = Icons.of("chevron-right", "faint-icon");
    private final Label object = Icons.text("", "page-title");
    private final HBox breadcrumb = new HBox(6, page, arrow, object);
    private Optional<ScreenHeader.PrimaryAction> action = Optional.empty();

    ContextHeader() {
        root.setAlignment(Pos.CENTER_LEFT);
        breadcrumb.setAlignment(Pos.CENTER_LEFT);
        breadcrumb.setMinWidth(0);
        page.setId("header-page");
        page.setMinWidth(Region.USE_PREF_SIZE);
        object.setId("header-object");
        object.setMinWidth(0);
        arrow.managedProperty().bind(arrow.visibleProperty());
        object.managedProperty().bind(object.visibleProperty());
    }

    Node root() {
        return root;
    }

    void show(Page current, ScreenHeader header) {
        page.setText(current.title());
        object.textProperty().bind(header.objectProperty());
        header.objectProperty().subscribe(this::mark);
        action = header.action();
        root.getChildren().setAll(breadcrumb, Icons.spring());
        root.getChildren().addAll(header.context());
        action.ifPresent(primary -> root.getChildren().add(button(primary)));
    }

    /** Does the primary action, if it can be done. */
    void fire() {
        action.filter(primary -> primary.whyNot().getValue().isEmpty())
                .ifPresent(primary -> primary.run().run());
    }

    private void mark(String name) {
        boolean alone = name.isEmpty();
        page.getStyleClass().setAll("label", alone ? "page-title" : "crumb");
        arrow.setVisible(!alone);
        object.setVisible(!alone);
    }

    private static Node button(ScreenHeader.PrimaryAction primary) {
        Button button = Icons.button("page-action", primary.icon(), primary.text(), primary.run(), "primary");
        button.disableProperty().bind(primary.whyNot().map(why -> !why.isEmpty()));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(primary.whyNot().map(why -> why.isEmpty() ? primary.text() + " (Ctrl+Enter)" : why));
        // A disabled button shows no tooltip: a box around it does.
        HBox box = new HBox(button);
        box.setAlignment(Pos.CENTER);
        Tooltip.install(box, tooltip);
        return box;
    }
}
