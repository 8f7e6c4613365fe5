package io.quantloom.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One icon family (Feather) in one stroke weight, and the small nodes made with it. Colour and size come from CSS. */
public final class Icons {

    private Icons() {}

    /** Returns the icon of a Feather name, for example {@code "check-circle"}. */
    public static FontIcon of(String name, String... styleClasses) {
        FontIcon icon = new FontIcon("fth-" + name);
        icon.getStyleClass().add("icon");
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** Returns the icon in the colour of a tone. */
    public static FontIcon of(String name, Tone tone) {
        return of(name, tone == Tone.MUTED ? "muted-icon" : tone.styleClass());
    }

    /** Returns a text. */
    public static Label text(String text, String... styleClasses) {
        return styled(new Label(text), styleClasses);
    }

    /** Returns icon and text as one label. */
    public static Label label(String icon, String text, String... styleClasses) {
        return styled(new Label(text, of(icon)), styleClasses);
    }

    /** Returns a button without a frame: icon and muted word. */
    public static Button flat(String id, String icon, String text, Runnable action) {
        return button(id, icon, text, action, "flat");
    }

    /** Returns a button that looks like a link. */
    public static Button link(String id, String text, Runnable action) {
        Button button = styled(new Button(text), "link");
        // Names of models have underscores, which are no mnemonics.
        button.setMnemonicParsing(false);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Returns an ordinary button with an icon. */
    public static Button button(String id, String icon, String text, Runnable action, String... styleClasses) {
        Button button = styled(new Button(text, of(icon)), styleClasses);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Returns a button with an icon alone; the name is its tooltip and what a screen reader says. */
    public static Button iconButton(String id, String icon, String name, Runnable action, String... styleClasses) {
        Button button = styled(new Button(null, of(icon)), "icon-button");
        button.getStyleClass().addAll(styleClasses);
        button.setId(id);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Adds style classes and returns the node. */
    public static <N extends Node> N styled(N node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** Returns an invisible region that takes the room that is left. */
    public static Region spring() {
        Region region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }
}
