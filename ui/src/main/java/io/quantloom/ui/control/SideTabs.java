package io.quantloom.ui.control;

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
 * The sides from which one object can be looked at. A side is built when it is opened first: a page with eight of them
 * opens as fast as one with one. Which one is open is remembered.
 */
public final class SideTabs {

    private static final double BAR = 34;

    private final String page;
    private final Texts texts;
    private final TabPane tabs = new TabPane();
    private final StackPane root;

    /** Takes the page's id, which names its texts too, and what stands at the right end of the row of tabs. */
    public SideTabs(String page, Node... chips) {
        this.page = page;
        this.texts = Texts.of(page);
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
    public void add(String name, Supplier<Node> content) {
        tabs.getTabs().add(tab(name, content));
    }

    /** Adds a side at the end that is there only while it has a title. */
    public void addWhile(String name, ObservableValue<String> title, Supplier<Node> content) {
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

    private String id(String name) {
        return page + "-tab-" + name;
    }

    private Tab tab(String name, Supplier<Node> content) {
        Tab tab = new Tab(texts.get("tab." + name));
        tab.setId(id(name));
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
    public void remember(ViewMemory memory) {
        String kept = memory.text(page + ".tab", "");
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(id(kept)))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
        tabs.getSelectionModel().selectedItemProperty().subscribe((_, tab) -> {
            if (tab != null) {
                memory.put(page + ".tab", tab.getId().substring(id("").length()));
            }
        });
    }

    /** Opens the side of the name. */
    public void open(String name) {
        tabs.getTabs().stream()
                .filter(tab -> tab.getId().equals(id(name)))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }
}
