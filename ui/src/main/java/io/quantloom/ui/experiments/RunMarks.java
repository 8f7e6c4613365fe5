package io.quantloom.ui.experiments;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The small nodes that tell about a run: its color, how it stands, what its gates said. */
final class RunMarks {

    /** No color: a run that is not chosen. */
    static final int NONE = -2;

    private RunMarks() {}

    /** Returns a square in a run's color. */
    static Node swatch(int color) {
        String style = color == NONE ? "swatch-off" : "swatch-" + RunSelection.token(color);
        return Icons.styled(new Region(), "swatch", style);
    }

    /** Returns an icon for how a run stands, with the reason as tooltip. */
    static Node status(RunRow row, Texts texts) {
        Node icon = switch (row.status()) {
            case RUNNING -> Icons.of("loader", Tone.ACCENT);
            case FINISHED -> Icons.of("check", Tone.OK);
            case FAILED -> Icons.of("x-octagon", Tone.BAD);
            case CANCELED -> Icons.of("slash", Tone.MUTED);
            case INTERRUPTED -> Icons.of("alert-triangle", Tone.WARN);
        };
        String word = texts.get("status." + row.status().name());
        Tooltip.install(icon, new Tooltip(row.reason().isEmpty() ? word : word + ": " + row.reason()));
        icon.setAccessibleText(word);
        return icon;
    }

    /** Returns a chip for what the gates said; a dash when they were not run. */
    static Node gate(RunRow row, Texts texts) {
        String word = texts.get("gate." + row.gate().name());
        return switch (row.gate()) {
            case PASSED -> new Chip(word, Tone.OK).icon("check");
            case REFUSED -> {
                Chip chip = new Chip(word, Tone.BAD).icon("x");
                if (!row.reason().isEmpty()) {
                    chip.setTooltip(new Tooltip(row.reason()));
                }
                yield chip;
            }
            case NOT_RUN -> Icons.text(Formats.ABSENT, "muted");
        };
    }
}
