package io.quantloom.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Split panes that remember their divider. */
public final class Splits {

    private Splits() {}

    /** Returns two nodes side by side; the divider starts at the share of the width that is remembered. */
    public static SplitPane horizontal(ViewMemory memory, String key, double fallback, Node left, Node right) {
        return split(Orientation.HORIZONTAL, memory, key, fallback, left, right);
    }

    /** Returns two nodes one above the other; the divider starts at the share of the height that is remembered. */
    public static SplitPane vertical(ViewMemory memory, String key, double fallback, Node top, Node bottom) {
        return split(Orientation.VERTICAL, memory, key, fallback, top, bottom);
    }

    private static SplitPane split(
            Orientation orientation, ViewMemory memory, String key, double fallback, Node first, Node second) {
        SplitPane pane = new SplitPane(first, second);
        pane.setOrientation(orientation);
        pane.setId(key.replace('.', '-'));
        String kept = "divider." + key;
        pane.setDividerPositions(Math.clamp(memory.number(kept, fallback), 0.05, 0.95));
        pane.getDividers().getFirst().positionProperty().subscribe(now -> {
            // Layout moves the divider too; only what happens in a shown window is a person's wish.
            if (pane.getScene() != null && pane.isPressed()) {
                memory.put(kept, Math.rint(now.doubleValue() * 1000) / 1000);
            }
        });
        return pane;
    }
}
