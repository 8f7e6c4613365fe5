package io.quantloom.ui.shell.palette;

import atlantafx.base.controls.CustomTextField;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.shell.Navigator;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Commands and objects by name; every command shows its key, so that the palette teaches the shortcuts. */
public final class CommandPalette {

    public static final String ID = "palette";

    private static final Pattern PLUS = Pattern.compile("\\+");
    private static final int MOST_COMMANDS = 9;
    private static final int MOST_OBJECTS = 6;

    /** One hit. */
    private record Hit(String icon, String text, String detail, List<String> keys, Runnable run) {}

    private final Texts texts = Texts.of("shell");
    private final CommandRegistry commands;
    private final Navigator navigator;
    private final Runnable close;
    private final VBox root = Icons.styled(new VBox(), "popover");
    private final CustomTextField field = new CustomTextField();
    private final VBox rows = new VBox();
    private final List<Node> nodes = new ArrayList<>();
    private List<PaletteObject> objects = List.of();
    private List<Hit> hits = List.of();
    private int selected;

    public CommandPalette(CommandRegistry commands, Navigator navigator, Runnable close) {
        this.commands = commands;
        this.navigator = navigator;
        this.close = close;
        root.setId(ID);
        root.setPrefWidth(560);
        root.setMaxSize(560, Region.USE_PREF_SIZE);
        field.setId("palette-field");
        field.setLeft(Icons.of("search"));
        field.setPromptText(texts.get("palette.prompt"));
        field.getStyleClass().add("palette-field");
        field.textProperty().subscribe(_ -> fill());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.getChildren().addAll(field, rows, Icons.text(texts.get("palette.hint"), "palette-hint"));
    }

    public Node root() {
        return root;
    }

    public void focus() {
        field.requestFocus();
    }

    /** Takes the objects, when they have been read. */
    public void objects(List<PaletteObject> found) {
        objects = List.copyOf(found);
        fill();
    }

    private void fill() {
        String query = field.getText() == null ? "" : field.getText();
        List<Command> foundCommands =
                commands.find(query).stream().limit(MOST_COMMANDS).toList();
        List<PaletteObject> foundObjects = query.isBlank()
                ? List.of()
                : objects.stream()
                        .filter(object -> CommandRegistry.matches(
                                object.text() + " " + object.detail(),
                                query.strip().toLowerCase(Locale.ROOT).split("\\s+")))
                        .limit(MOST_OBJECTS)
                        .toList();
        List<Hit> found = new ArrayList<>();
        nodes.clear();
        rows.getChildren().clear();
        if (!foundCommands.isEmpty()) {
            rows.getChildren().add(Icons.text(texts.get("palette.commands"), "palette-heading"));
        }
        for (Command command : foundCommands) {
            add(new Hit(command.icon(), command.text(), command.group(), command.alternatives(), command.run()), found);
        }
        if (!foundObjects.isEmpty()) {
            rows.getChildren().add(Icons.text(texts.get("palette.objects"), "palette-heading"));
        }
        for (PaletteObject object : foundObjects) {
            add(
                    new Hit(
                            object.icon(),
                            object.text(),
                            object.detail(),
                            List.of(),
                            () -> navigator.open(object.destination())),
                    found);
        }
        if (found.isEmpty()) {
            rows.getChildren().add(Icons.text(texts.get("palette.none"), "muted", "popover-none"));
        }
        hits = List.copyOf(found);
        select(0);
    }

    private void add(Hit hit, List<Hit> found) {
        HBox row = new HBox(
                10, Icons.of(hit.icon()), Icons.text(hit.text()), Icons.text(hit.detail(), "muted"), Icons.spring());
        for (String key : keys(hit.keys().stream().findFirst().orElse(""))) {
            row.getChildren().add(Icons.text(key, "key"));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        int index = found.size();
        row.setOnMouseClicked(_ -> run(index));
        row.setOnMouseEntered(_ -> select(index));
        nodes.add(row);
        rows.getChildren().add(row);
        found.add(hit);
    }

    /** Keys as they stand on the keyboard. */
    static List<String> keys(String combination) {
        if (combination.isEmpty()) {
            return List.of();
        }
        List<String> keys = new ArrayList<>();
        for (String key : PLUS.splitAsStream(combination).toList()) {
            keys.add(
                    switch (key) {
                        case "Shortcut" -> "Ctrl";
                        case "Left" -> "←";
                        case "Right" -> "→";
                        default -> key;
                    });
        }
        return keys;
    }

    private void select(int index) {
        selected = Math.clamp(index, 0, Math.max(0, nodes.size() - 1));
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).getStyleClass().setAll(i == selected ? "palette-row-selected" : "palette-row");
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> select(selected - 1);
            case DOWN -> select(selected + 1);
            case ENTER -> run(selected);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void run(int index) {
        if (index < hits.size()) {
            close.run();
            hits.get(index).run().run();
        }
    }
}
