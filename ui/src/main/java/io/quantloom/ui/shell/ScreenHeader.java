package io.quantloom.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What a screen puts into the header of the window: the object's name, its context, one primary action, commands. */
public final class ScreenHeader {

    /**
     * The one accent button of a page.
     *
     * @param icon Feather name
     * @param text a verb phrase
     * @param run does it
     * @param whyNot why it cannot be done now; empty when it can
     */
    public record PrimaryAction(String icon, String text, Runnable run, ObservableValue<String> whyNot) {}

    /**
     * Something the palette offers while the page is open.
     *
     * @param id unique, {@code page.verb}
     * @param icon Feather name
     * @param text a verb phrase
     * @param keys for example {@code "Shortcut+E"}; empty for none
     * @param run does it
     */
    public record PageCommand(String id, String icon, String text, String keys, Runnable run) {}

    private final StringProperty object = new SimpleStringProperty("");
    private final List<Node> context = new ArrayList<>();
    private final List<PageCommand> commands = new ArrayList<>();
    private Optional<PrimaryAction> action = Optional.empty();

    /** Follows the name of the object on the page; empty shows the page's title alone. */
    public ScreenHeader object(ObservableValue<String> name) {
        object.bind(name);
        return this;
    }

    /** Adds a control of the shared context: symbol, timeframe, range. */
    public ScreenHeader context(Node node) {
        context.add(node);
        return this;
    }

    /** Sets the primary action. */
    public ScreenHeader action(PrimaryAction primary) {
        action = Optional.of(primary);
        return this;
    }

    /** Adds a command for the palette. */
    public ScreenHeader command(PageCommand command) {
        commands.add(command);
        return this;
    }

    /** {@return the name of the object on the page} */
    public ObservableValue<String> objectProperty() {
        return object;
    }

    /** {@return the controls of the shared context} */
    public List<Node> context() {
        return List.copyOf(context);
    }

    /** {@return the primary action} */
    public Optional<PrimaryAction> action() {
        return action;
    }

    /** {@return the commands of the page} */
    public List<PageCommand> commands() {
        return List.copyOf(commands);
    }
}
