package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two settings against each other: the value, the value with its neighbors, and how many trials stand behind it. */
public final class LandscapeView {

    private final Texts texts = Texts.of("studies");
    private final StudyViewModel viewModel;
    private final ViewMemory memory;
    private final MatrixChart values = new MatrixChart();
    private final MatrixChart neighbors = new MatrixChart();
    private final MatrixChart counts = new MatrixChart();
    private final ComboBox<String> across = new ComboBox<>();
    private final ComboBox<String> up = new ComboBox<>();
    private final StringProperty note = new SimpleStringProperty("");
    private final StackPane root = new StackPane();
    private final Node content;
    private final EmptyState empty;
    private @Nullable Landscape drawn;
    private boolean filling;

    /** Builds the region over its view model. */
    public LandscapeView(StudyViewModel viewModel, ViewMemory memory) {
        this.viewModel = viewModel;
        this.memory = memory;
        root.setMinSize(0, 0);
        empty = new EmptyState("grid", texts.get("landscape.empty"), texts.get("landscape.empty.why"));
        across.setId("studies-across");
        up.setId("studies-up");
        across.setAccessibleText(texts.get("landscape.across"));
        up.setAccessibleText(texts.get("landscape.up"));
        for (ComboBox<String> box : List.of(across, up)) {
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.setOnAction(_ -> {
                if (!filling) {
                    keep();
                    viewModel.shownProperty().get().ifPresent(this::show);
                }
            });
        }
        content = content();
        List.of(values, neighbors, counts).forEach(chart -> chart.onPick(this::pick));
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node content() {
        HBox bar = new HBox(
                8,
                Icons.text(texts.get("landscape.across"), "muted"),
                across,
                Icons.text(texts.get("landscape.up"), "muted"),
                up);
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox charts = new HBox(
                8,
                panel("landscape.values", values),
                panel("landscape.neighbors", neighbors),
                panel("landscape.counts", counts));
        charts.setMinSize(0, 0);
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox box = new VBox(8, bar, charts);
        box.setMinSize(0, 0);
        return box;
    }

    private Panel panel(String key, Node chart) {
        Panel panel = new Panel(texts.get(key), HistoryView.padded(chart)).grow();
        if (chart.equals(values)) {
            panel.note(note);
        }
        panel.setPrefWidth(100);
        return panel;
    }

    private void keep() {
        memory.put("studies.across", Optional.ofNullable(across.getValue()).orElse(""));
        memory.put("studies.up", Optional.ofNullable(up.getValue()).orElse(""));
    }

    private void show(ShownStudy shown) {
        List<String> settings = shown.content().settings();
        if (settings.size() < 2) {
            root.getChildren().setAll(empty);
            return;
        }
        root.getChildren().setAll(content);
        fill(shown, settings);
        Landscape now = Landscape.of(shown, across.getValue(), up.getValue());
        drawn = now;
        note.set(Landscape.note(shown));
        values.show(now.values());
        neighbors.show(now.neighbors());
        counts.show(now.counts());
        int cell = now.cellOf(shown.selected(), shown);
        List.of(values, neighbors, counts).forEach(chart -> chart.ring(cell));
    }

    /** The two settings that matter most stand on the axes first; numbers before words while nobody knows. */
    private void fill(ShownStudy shown, List<String> settings) {
        if (across.getItems().equals(settings)) {
            return;
        }
        filling = true;
        across.getItems().setAll(settings);
        up.getItems().setAll(settings);
        List<String> first = shown.content().importances().size() < 2
                ? settings.stream()
                        .sorted(Comparator.comparing(name -> !shown.content().isNumber(name)))
                        .toList()
                : shown.content().importances().stream()
                        .map(StudyContent.Importance::setting)
                        .toList();
        across.setValue(kept("studies.across", settings, first.getFirst()));
        String other = first.stream()
                .filter(name -> !name.equals(across.getValue()))
                .findFirst()
                .orElse(settings.getLast());
        up.setValue(kept("studies.up", settings, other));
        filling = false;
    }

    private String kept(String key, List<String> settings, String otherwise) {
        String name = memory.text(key, otherwise);
        return settings.contains(name) ? name : otherwise;
    }

    private void pick(int cell) {
        Landscape now = drawn;
        if (now != null && now.best().get(cell) >= 0) {
            viewModel.select(now.best().get(cell));
        }
    }
}
