package io.quantloom.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** One choice of a few, side by side; always exactly one is chosen. */
public final class Segments<T> extends HBox {

    private final ObservableList<T> choices;
    private final Function<T, String> text;
    private final Property<T> chosen;
    private final String id;

    /** Takes the choices, which may change, their texts, and the property that holds the chosen one. */
    public Segments(String id, ObservableList<T> choices, Function<T, String> text, Property<T> chosen) {
        this.id = id;
        this.choices = choices;
        this.text = text;
        this.chosen = chosen;
        setId(id);
        getStyleClass().add("segmented-button");
        choices.addListener((ListChangeListener<T>) _ -> build());
        chosen.subscribe(_ -> mark());
        build();
    }

    private void build() {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons =
                choices.stream().map(choice -> button(choice, group)).toList();
        if (!buttons.isEmpty()) {
            buttons.getFirst().getStyleClass().add("first");
            buttons.getLast().getStyleClass().add("last");
        }
        getChildren().setAll(buttons);
        mark();
    }

    private ToggleButton button(T choice, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text.apply(choice));
        button.setMnemonicParsing(false);
        button.setId(id + "-" + text.apply(choice));
        button.setToggleGroup(group);
        button.setUserData(choice);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> {
            // A second click would leave nothing chosen.
            button.setSelected(true);
            chosen.setValue(choice);
        });
        return button;
    }

    private void mark() {
        getChildren().forEach(node -> {
            if (node instanceof ToggleButton button) {
                button.setSelected(button.getUserData().equals(chosen.getValue()));
            }
        });
    }
}
