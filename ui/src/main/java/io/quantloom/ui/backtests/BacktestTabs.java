package io.quantloom.ui.backtests;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The sides from which a backtest can be looked at. A side is built when it is opened first: a page with eight of them
 * opens as fast as one with one. Which one is open is remembered.
 */
final class BacktestTabs {

    private static final String KEPT = "backtests.tab";
    private static final double BAR = 34;

    private final Texts texts = Texts.of("backtests");
    private final TabPane tabs = new TabPane();
    private final StackPane root;

    /** Takes what stands at the right end of the row of tabs. */
    BacktestTabs(Node... chips) {
        HBox bar = new HBox(8, chips);
        bar.setAlignment(Pos.CENTER_RIGHT);
        bar.setMaxSize(Region.USE_PREF_SIZE, BAR);
        bar.setPrefHeight(BAR);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setMinSize(0, 0);
        root = new StackPane(tabs, bar);
        StackPane.setAlignment(bar, Pos.TOP_RIGHT);
        root.setMinSize(0, 0);
    }

    /** Adds a side; the name is the end of its id and of the key of its text. */
    void add(String name, Supplier<Node> content) {
        tabs.getTabs().add(tab(name, content));
    }

    /** Adds a side at the end that is there only while it has a title. */
    void addWhile(String name, ObservableValue<String> title, Supplier<Node> content) {
        Tab tab = tab(name, content);
        title.subscribe(words -> {
            tab.setText(words);
            boolean wanted = words != null && !words.isEmpty();
            if (wanted && !tabs.getTabs().contains(tab)) {
                tabs.getTabs().add(tab);
            } else if (!wanted) {
                tabs.getTabs().remove(tab);
            }
        });
    }

    private Tab tab(String name, Supplier<Node> content) {
        Tab tab = new Tab(texts.get("tab." + name));
        tab.setId("backtests-tab-" + name);
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                VBox box = Icons.styled(new VBox(content.get()), "tab-body");
                VBox.setVgrow(box.getChildren().getFirst(), javafx.scene.layout.Priority.ALWAYS);
                box.setMinSize(0, 0);
                tab.setContent(box);
            }
        });
        return tab;
    }

    /** Opens the side that was open last and remembers each one opened from now on; called once all are added. */
    void remember(ViewMemory memory) {
        String kept = memory.text(KEPT, "");
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals("backtests-tab-" + kept))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
        tabs.getSelectionModel().selectedItemProperty().subscribe((_, tab) -> {
            if (tab != null) {
                memory.put(KEPT, tab.getId().substring("backtests-tab-".length()));
            }
        });
    }

    /** Opens the side of the name. */
    void open(String name) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals("backtests-tab-" + name))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** {@return the node to place} */
    Parent root() {
        return root;
    }
}
