package io.quantloom.ui.studies;

import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.WhyNot;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The trial to take, the luckiest one and the chosen one side by side: the highest value alone is a poor reason. */
public final class ChoiceView {

    /** A setting or figure of the three trials. */
    private record Line(String name, String recommended, String luckiest, String chosen) {}

    private final Texts texts = Texts.of("studies");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final TableColumn<Line, Line> chosen;
    private final Label words = Icons.text("", "muted", "wrap");
    private final Parent root;

    private final Button useRecommended;
    private final Button useChosen;
    private final StringProperty whyNotRecommended = new SimpleStringProperty("");
    private final StringProperty whyNotChosen = new SimpleStringProperty("");
    private int recommendedTrial = -1;
    private int chosenTrial = -1;

    /** Builds the region over its view models. */
    public ChoiceView(StudyViewModel viewModel, StudyWorkViewModel work) {
        chosen = Columns.figureText(texts.get("choice.selected"), 72, Line::chosen);
        TableView<Line> table = Tables.unsorted(
                "studies-choice",
                texts.get("choice"),
                lines,
                List.of(
                        Columns.text("", 118, Line::name, "muted"),
                        Columns.figureText(texts.get("choice.recommended"), 72, Line::recommended),
                        Columns.figureText(texts.get("choice.luckiest"), 72, Line::luckiest),
                        chosen));
        VBox.setVgrow(table, Priority.ALWAYS);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox.setMargin(words, new Insets(0, 12, 12, 12));
        useRecommended =
                Icons.button("studies-use-plateau", "cpu", texts.get("use.plateau"), () -> work.use(recommendedTrial));
        useChosen = Icons.button("studies-use-trial", "cpu", texts.get("use.none"), () -> work.use(chosenTrial));
        VBox body = new VBox(8, words, table, actions());
        body.setMinSize(0, 0);
        root = new Panel(texts.get("choice"), body);
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node actions() {
        FlowPane box = new FlowPane(
                8, 8, WhyNot.around(useRecommended, whyNotRecommended), WhyNot.around(useChosen, whyNotChosen));
        box.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setMargin(box, new Insets(0, 12, 12, 12));
        return box;
    }

    /** What failed or was never tried is nothing to train with. */
    private void allow(Optional<TrialRow> recommended, Optional<TrialRow> selected) {
        recommendedTrial = recommended.map(TrialRow::number).orElse(-1);
        chosenTrial = selected.map(TrialRow::number).orElse(-1);
        whyNotRecommended.set(recommended.isPresent() ? "" : texts.get("choice.none"));
        whyNotChosen.set(selected.filter(TrialRow::isComplete).isPresent() ? "" : texts.get("whynot.use"));
        useChosen.setText(
                selected.map(trial -> texts.get("use.trial", trial.number())).orElse(texts.get("use.none")));
    }

    private void show(ShownStudy shown) {
        StudyContent content = shown.content();
        Optional<TrialRow> recommended = content.recommended().flatMap(one -> content.trial(one.trial()));
        Optional<TrialRow> luckiest = content.best();
        Optional<TrialRow> selected = content.trial(shown.selected());
        allow(recommended, selected);
        words.setText(content.recommended().map(StudyContent.Recommended::words).orElse(texts.get("choice.none")));
        chosen.setText(selected.map(trial -> texts.get("trial", trial.number())).orElse(texts.get("choice.selected")));
        var now = new ArrayList<Line>();
        Function<Function<TrialRow, String>, Line> line = read -> new Line(
                "",
                recommended.map(read).orElse(Formats.ABSENT),
                luckiest.map(read).orElse(Formats.ABSENT),
                selected.map(read).orElse(Formats.ABSENT));
        now.add(named(texts.get("column.trial"), line.apply(trial -> Integer.toString(trial.number()))));
        now.add(named(texts.get("value"), line.apply(trial -> Formats.decimal(trial.value(), 3))));
        for (String name : content.settings()) {
            now.add(named(name, line.apply(content.texts(name))));
        }
        now.add(named(
                texts.get("column.state"),
                line.apply(trial -> texts.get("state." + trial.state().name()))));
        now.add(named(texts.get("column.seconds"), line.apply(trial -> Formats.decimal(trial.seconds(), 1))));
        selected.map(TrialRow::reason)
                .filter(reason -> !reason.isEmpty())
                .ifPresent(reason -> words.setText(texts.get("trial", shown.selected()) + ": " + reason));
        if (!lines.equals(now)) {
            lines.setAll(now);
        }
    }

    private static Line named(String name, Line line) {
        return new Line(name, line.recommended(), line.luckiest(), line.chosen());
    }
}
