package io.quantloom.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Promotion gate: each criterion with threshold, actual value and result as icon and word. */
public final class GateTable extends GridPane {

    /** How a criterion came out. */
    public enum Result {
        /** Met. */
        PASS("check-circle", Tone.OK, "pass"),
        /** Not met. */
        FAIL("x-octagon", Tone.BAD, "fail"),
        /** Nobody measured it. */
        NOT_RUN("minus-circle", Tone.MUTED, "not run");

        private final String icon;
        private final Tone tone;
        private final String word;

        Result(String icon, Tone tone, String word) {
            this.icon = icon;
            this.tone = tone;
            this.word = word;
        }
    }

    /**
     * One criterion, texts ready to show.
     *
     * @param criterion what is measured
     * @param basis on which curve
     * @param threshold what it must reach
     * @param actual what was measured
     * @param result how it came out
     * @param reason why it was not met; empty when it was
     */
    public record Gate(String criterion, String basis, String threshold, String actual, Result result, String reason) {}

    /** Starts empty. */
    public GateTable() {
        getStyleClass().add("gate-table");
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        ColumnConstraints fit = new ColumnConstraints();
        // Where there is little room the criterion gives way, never a figure.
        fit.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().setAll(grow, fit, fit, fit, fit);
    }

    /** Shows the criteria, in order. */
    public void show(List<Gate> gates) {
        getChildren().clear();
        addRow(
                0,
                head("Criterion", Pos.CENTER_LEFT),
                head("Measured on", Pos.CENTER_LEFT),
                head("Threshold", Pos.CENTER_RIGHT),
                head("Actual", Pos.CENTER_RIGHT),
                head("Result", Pos.CENTER_LEFT));
        int row = 1;
        for (Gate gate : gates) {
            addRow(
                    row++,
                    cell(Icons.text(gate.criterion()), Pos.CENTER_LEFT),
                    cell(Icons.text(gate.basis(), "muted"), Pos.CENTER_LEFT),
                    cell(Icons.text(gate.threshold(), "muted"), Pos.CENTER_RIGHT),
                    cell(actual(gate), Pos.CENTER_RIGHT),
                    cell(result(gate), Pos.CENTER_LEFT));
            if (!gate.reason().isEmpty()) {
                Label why = Icons.text(gate.reason(), "muted", "small", "wrap", "gate-reason");
                add(why, 0, row++, 5, 1);
            }
        }
    }

    private static Node head(String text, Pos alignment) {
        return cell(Icons.text(text, "gate-head"), alignment);
    }

    private static HBox cell(Node node, Pos alignment) {
        HBox cell = Icons.styled(new HBox(node), "gate-cell");
        cell.setAlignment(alignment);
        return cell;
    }

    /** Coloured only where it is not a pass: eleven green figures would say nothing. */
    private static Node actual(Gate gate) {
        return gate.result() == Result.FAIL
                ? Icons.text(gate.actual(), gate.result().tone.styleClass())
                : Icons.text(gate.actual());
    }

    private static Node result(Gate gate) {
        Tone tone = gate.result().tone;
        HBox box = new HBox(6, Icons.of(gate.result().icon, tone), Icons.text(gate.result().word, tone.styleClass()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
