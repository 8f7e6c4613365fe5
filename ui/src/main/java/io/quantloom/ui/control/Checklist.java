package io.quantloom.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Steps that tick themselves from real state, each with a link to its page; the first open one stands out. */
public final class Checklist extends VBox {

    /**
     * One step.
     *
     * @param id names it in callbacks
     * @param title what to do
     * @param note what the store shows, or how long it takes
     * @param action label of its link
     * @param isDone whether it happened
     */
    public record Step(String id, String title, String note, String action, boolean isDone) {}

    private final Consumer<String> open;
    private final ProgressBar bar = new ProgressBar(0);

    /** Takes what is called with the id of a step. */
    public Checklist(Consumer<String> open) {
        this.open = open;
        getStyleClass().add("checklist");
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(bar);
    }

    /** Shows the steps, in order. */
    public void show(List<Step> steps) {
        long done = steps.stream().filter(Step::isDone).count();
        bar.setProgress(steps.isEmpty() ? 0 : done / (double) steps.size());
        bar.setAccessibleText(done + " of " + steps.size() + " steps done");
        getChildren().setAll(bar);
        Optional<Step> next = steps.stream().filter(step -> !step.isDone()).findFirst();
        for (Step step : steps) {
            getChildren().add(row(step, next.isPresent() && step.equals(next.get())));
        }
    }

    private Node row(Step step, boolean isNext) {
        String tone = step.isDone() ? "tone-ok" : isNext ? "tone-accent" : "faint-icon";
        Node mark = Icons.of(step.isDone() ? "check-circle" : "circle", tone, "step-mark");
        Label note = Icons.text(step.note(), "muted", "small");
        note.setMinWidth(0);
        VBox text = new VBox(2, Icons.text(step.title(), step.isDone() ? "muted" : "strong"), note);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button action = Icons.link("checklist-" + step.id(), step.action(), () -> open.accept(step.id()));
        HBox row = new HBox(12, mark, text, action);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(step.title() + (step.isDone() ? ", done" : ", open"));
        row.getStyleClass().add(isNext ? "step-next" : "step");
        return row;
    }
}
