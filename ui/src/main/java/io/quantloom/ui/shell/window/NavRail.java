package io.quantloom.ui.shell.window;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.shell.Page;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;

/** Icon over label, in lifecycle order; the bar at the left edge marks the page without relying on colour. */
final class NavRail {

    private final VBox root = Icons.styled(new VBox(), "rail");
    private final Map<Page, ToggleButton> items = new EnumMap<>(Page.class);
    private final Label live = Icons.styled(new Label(), "live-dot");

    NavRail(Set<Page> pages, Consumer<Page> open, Runnable toggleTheme) {
        root.setAlignment(Pos.TOP_CENTER);
        root.getChildren().add(brand());
        ToggleGroup group = new ToggleGroup();
        for (Page page : Page.values()) {
            if (pages.contains(page)) {
                ToggleButton item = item(page, open);
                item.setToggleGroup(group);
                items.put(page, item);
                root.getChildren().add(page == Page.PAPER ? withLiveDot(item) : item);
            }
        }
        root.getChildren()
                .addAll(
                        Icons.spring(),
                        Icons.iconButton(
                                "rail-theme", "sun", "Dark or light (Ctrl+Shift+L)", toggleTheme, "rail-button"));
        live.setVisible(false);
    }

    Node root() {
        return root;
    }

    void select(Page page) {
        ToggleButton item = items.get(page);
        if (item != null) {
            boolean wasHere = items.values().stream().anyMatch(ToggleButton::isFocused);
            item.setSelected(true);
            if (wasHere) {
                item.requestFocus();
            }
        }
    }

    /** A running bot shows on every page. */
    void showBots(int running) {
        live.setVisible(running > 0);
        live.setAccessibleText(running + " paper bots running");
    }

    private static ToggleButton item(Page page, Consumer<Page> open) {
        ToggleButton item = new ToggleButton(page.title(), Icons.of(page.icon()));
        item.setId("nav-" + page.id());
        item.setContentDisplay(ContentDisplay.TOP);
        item.getStyleClass().setAll("rail-item");
        item.setMaxWidth(Double.MAX_VALUE);
        item.setTooltip(new Tooltip(page.title() + " (Ctrl+" + page.digit() + ")"));
        item.setOnAction(_ -> {
            // A second click would take the mark away.
            item.setSelected(true);
            open.accept(page);
        });
        return item;
    }

    /** Three threads through one weft: the mark of the product. */
    private static StackPane brand() {
        SVGPath mark = new SVGPath();
        mark.setContent("M2 16 C7 16 7 4 12 4 C17 4 17 16 22 16 M2 10 L22 10 M2 4 C7 4 7 16 12 16 C17 16 17 4 22 4");
        mark.getStyleClass().add("brand-mark");
        return Icons.styled(new StackPane(mark), "brand");
    }

    private StackPane withLiveDot(ToggleButton item) {
        StackPane pane = new StackPane(item, live);
        live.setMouseTransparent(true);
        StackPane.setAlignment(live, Pos.TOP_RIGHT);
        StackPane.setMargin(live, new Insets(8, 22, 0, 0));
        return pane;
    }
}
