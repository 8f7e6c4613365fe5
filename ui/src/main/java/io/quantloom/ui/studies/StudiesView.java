package io.quantloom.ui.studies;

import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Segments;
import io.quantloom.ui.control.SideTabs;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatTile;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.studies.StudyViewModel.Among;
import io.quantloom.ui.studies.TrialRow.State;
import io.quantloom.ui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Studies screen: figures on top, below them one side of the study at a time beside the trial to take. */
public final class StudiesView {

    private final Texts texts = Texts.of("studies");
    private final StudyViewModel viewModel;
    private final HBox strip = StatTile.strip(List.of());
    private final HBox root;

    /**
     * View models of the regions.
     *
     * @param list the studies
     * @param study the open one
     * @param work what can be done
     */
    public record Regions(StudyListViewModel list, StudyViewModel study, StudyWorkViewModel work) {}

    /** Builds the screen over its view models; the actions open the dialogs that start a study and enqueue a trial. */
    public StudiesView(Regions regions, ViewMemory memory, Runnable start, Runnable enqueue) {
        StudyListViewModel list = regions.list();
        this.viewModel = regions.study();
        SideTabs tabs = new SideTabs("studies", among());
        tabs.add("history", () -> new HistoryView(viewModel, memory).root());
        tabs.add("parallel", () -> new ParallelTrialsView(viewModel).root());
        tabs.add("slice", () -> new SliceView(viewModel).root());
        tabs.add("landscape", () -> new LandscapeView(viewModel, memory).root());
        tabs.add("importance", () -> new ImportanceView(viewModel).root());
        tabs.add("timeline", () -> new TimelineView(viewModel).root());
        tabs.add("trials", () -> new TrialTableView(viewModel, memory).root());
        tabs.remember(memory);
        Node split = Splits.horizontal(
                memory, "studies.choice", 0.7, tabs.root(), new ChoiceView(viewModel, regions.work()).root());
        VBox.setVgrow(split, Priority.ALWAYS);
        VBox content = new VBox(8, new StudyHeadView(regions, enqueue).root(), strip, split);
        StatePane<StudyContent> one = new StatePane<>(
                viewModel.stateProperty(),
                content,
                new EmptyState("target", texts.get("none.title"), texts.get("none.why")),
                viewModel::load);
        EmptyState empty = new EmptyState(
                "target",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("studies-first", "play", texts.get("run.action"), start));
        StatePane<List<StudyRow>> states = new StatePane<>(list.stateProperty(), one, empty, list::load).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("studies");
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                viewModel.clearFilter();
            }
        });
        viewModel.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Node among() {
        return new Segments<>(
                "studies-among",
                FXCollections.observableArrayList(Arrays.asList(Among.values())),
                Among::text,
                viewModel.amongProperty());
    }

    private void show(ShownStudy shown) {
        StudyContent content = shown.content();
        Map<State, Integer> counts = content.counts();
        double[] seconds = content.trials().stream()
                .mapToDouble(TrialRow::seconds)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double middle = seconds.length == 0 ? Double.NaN : seconds[seconds.length / 2];
        StatTile.showStrip(
                strip,
                List.of(
                        tile(
                                "best",
                                content.best()
                                        .map(best -> Formats.decimal(best.value(), 3))
                                        .orElse(Formats.ABSENT),
                                Tone.ACCENT,
                                content.best()
                                        .map(best -> texts.get("trial", best.number()))
                                        .orElse("")),
                        tile(
                                "plateau",
                                content.recommended()
                                        .map(one -> Formats.decimal(one.value(), 3))
                                        .orElse(Formats.ABSENT),
                                Tone.OK,
                                content.recommended()
                                        .map(one -> texts.get("trial", one.trial()))
                                        .orElse(texts.get("tile.plateau.none"))),
                        count("complete", counts, State.COMPLETE, Tone.NEUTRAL),
                        count("pruned", counts, State.PRUNED, Tone.NEUTRAL),
                        count("failed", counts, State.FAILED, Tone.BAD),
                        count("running", counts, State.RUNNING, Tone.ACCENT),
                        tile(
                                "time",
                                Double.isNaN(middle) ? Formats.ABSENT : Formats.decimal(middle, 1) + " s",
                                Tone.NEUTRAL,
                                texts.get("tile.time.note"))));
    }

    private StatTile.Figure count(String name, Map<State, Integer> counts, State state, Tone tone) {
        int count = counts.getOrDefault(state, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return tile(
                name,
                Formats.integer(count),
                count == 0 ? Tone.MUTED : tone,
                texts.get("tile.of", Formats.integer(all)));
    }

    private StatTile.Figure tile(String name, String figure, Tone tone, String note) {
        return new StatTile.Figure(texts.get("tile." + name), figure, tone, note, texts.get("tile." + name + ".what"));
    }
}
