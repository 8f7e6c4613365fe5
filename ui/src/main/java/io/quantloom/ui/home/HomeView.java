package io.quantloom.ui.home;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.Sparkline;
import io.quantloom.ui.control.Checklist;
import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Home screen: checklist at the left; tiles, the champion, what waits and the newest runs at the right. */
public final class HomeView {

    private static final double START_WIDTH = 300;
    private static final double ATTENTION_WIDTH = 330;
    private static final double RUNS_HEIGHT = 214;
    private static final StatisticText DRAWDOWN = StatisticText.of("max_drawdown");

    private final Texts texts = Texts.of("home");
    private final HomeViewModel viewModel;
    private final Checklist checklist;
    private final Label sampleTitle = Icons.label("info", "", "strong");
    private final VBox sampleBox;
    private final HBox tiles = new HBox(8);
    private final EquityChart equity = new EquityChart(false);
    private final StackPane champion = new StackPane();
    private final VBox attention = new VBox();
    private final ObservableList<HomeContent.RunRow> runs = FXCollections.observableArrayList();
    private final HBox root;

    /** Builds the screen over its view model. */
    public HomeView(HomeViewModel viewModel) {
        this.viewModel = viewModel;
        checklist = new Checklist(viewModel::openStep);
        sampleBox = sampleBox();
        HBox middle = new HBox(8, championPanel(), attentionPanel());
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        VBox right = new VBox(8, tiles, middle, runsPanel());
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinSize(0, 0);
        Node content = new HBox(8, start(), right);
        StatePane<HomeContent> states =
                new StatePane<>(viewModel.stateProperty(), content, new Region(), viewModel::refresh).framed();
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("home");
        viewModel.stateProperty().subscribe(state -> state.shown().ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void show(HomeContent content) {
        checklist.show(content.steps());
        sampleTitle.setText(texts.get("sample.title", content.synthetic()));
        sampleBox.setVisible(!content.synthetic().isEmpty());
        tiles.getChildren().setAll(content.tiles().stream().map(this::tile).toList());
        content.equity().ifPresent(curve -> equity.show(curve.chart()));
        champion.getChildren().setAll(content.equity().isPresent() ? equity.root() : emptyChampion());
        attention
                .getChildren()
                .setAll(content.attention().stream().map(this::item).toList());
        if (content.attention().isEmpty()) {
            attention.getChildren().setAll(calm());
        }
        runs.setAll(content.runs());
    }

    private Panel start() {
        Label risk = Icons.label("shield", texts.get("risk"), "muted", "small", "wrap");
        risk.setMinHeight(Region.USE_PREF_SIZE);
        VBox body = Icons.styled(new VBox(12, checklist, sampleBox, Icons.spring(), risk), "start-body");
        return new Panel(texts.get("start.title"), body)
                .note(note(content -> texts.get(
                        "start.done",
                        content.steps().stream().filter(Checklist.Step::isDone).count(),
                        content.steps().size())))
                .wide(START_WIDTH);
    }

    private VBox sampleBox() {
        Label words = Icons.text(texts.get("sample.text"), "muted", "wrap");
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button remove = Icons.link("home-remove-sample", texts.get("sample.remove"), viewModel::removeSample);
        sampleTitle.getStyleClass().add("wrap");
        sampleTitle.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = Icons.styled(new VBox(6, sampleTitle, words, remove), "note-box");
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node tile(HomeContent.Tile tile) {
        HBox head = new HBox(6, Icons.text(tile.name(), "stat-name"), Icons.spring());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(20);
        head.setMaxHeight(20);
        if (tile.trend().size() > 1) {
            Sparkline trend = new Sparkline(56, 18);
            trend.show(tile.trend().stream().mapToDouble(Double::doubleValue).toArray(), "accent");
            head.getChildren().add(trend);
        }
        if (!tile.chip().isEmpty()) {
            head.getChildren().add(new Chip(tile.chip(), tile.tone()));
        }
        Label figure = Icons.text(tile.figure(), "tile-figure");
        VBox body = new VBox(head, figure, Icons.text(tile.note(), "stat-note"));
        body.setMouseTransparent(true);
        Button button = Icons.styled(new Button(null, body), "tile-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("home-tile");
        button.setAccessibleText(tile.name() + ", " + tile.figure() + ", " + tile.note());
        button.setOnAction(_ -> viewModel.open(tile.destination()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setPrefWidth(100);
        body.prefWidthProperty().bind(button.widthProperty().subtract(24));
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private Panel championPanel() {
        champion.setMinSize(0, 0);
        return new Panel(texts.get("champion.title"), champion)
                .note(note(content -> content.equity()
                        .map(curve -> texts.get("champion.note", curve.title()))
                        .orElse("")))
                .grow();
    }

    private Node emptyChampion() {
        return new EmptyState(
                "award",
                texts.get("champion.empty.title"),
                texts.get("champion.empty.why"),
                Icons.button("home-loop", "play", texts.get("loop.action"), viewModel::runLoop));
    }

    private Panel attentionPanel() {
        return new Panel(texts.get("attention.title"), attention)
                .note(note(content -> Formats.integer(content.attention().size())))
                .wide(ATTENTION_WIDTH);
    }

    private Node calm() {
        Label calm = Icons.label("check-circle", texts.get("attention.none"), "muted", "attention-none");
        calm.setGraphic(Icons.of("check-circle", Tone.OK));
        return calm;
    }

    private Node item(HomeContent.Attention item) {
        Label note = Icons.text(item.note(), "muted", "small");
        note.setMinWidth(0);
        Label title = Icons.text(item.title());
        title.setTooltip(new Tooltip(item.title()));
        note.setTooltip(new Tooltip(item.note()));
        VBox text = new VBox(2, title, note);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        String icon = item.tone() == Tone.BAD ? "x-octagon" : item.tone() == Tone.WARN ? "alert-triangle" : "bell";
        HBox row = new HBox(
                10,
                Icons.of(icon, item.tone()),
                text,
                Icons.link("home-attention", item.action(), () -> viewModel.open(item.destination())));
        row.setAlignment(Pos.CENTER_LEFT);
        return Icons.styled(row, "attention-row");
    }

    private Panel runsPanel() {
        TableView<HomeContent.RunRow> table = Tables.of(
                "home-runs",
                texts.get("runs.title"),
                runs,
                List.of(
                        Columns.node(
                                "", 30, Pos.CENTER, row -> Icons.of(row.icon(), row.tone()), HomeContent.RunRow::state),
                        Columns.text("Run", 210, HomeContent.RunRow::name),
                        Columns.text("Experiment", 120, HomeContent.RunRow::experiment, "muted"),
                        Columns.text("Learner", 84, HomeContent.RunRow::learner),
                        Columns.number("Sharpe", 70, HomeContent.RunRow::sharpe, v -> Formats.decimal(v, 2)),
                        Columns.number("Max DD", 76, HomeContent.RunRow::maxDrawdown, DRAWDOWN::format),
                        Columns.number("Trades", 66, HomeContent.RunRow::trades, v -> Formats.decimal(v, 0)),
                        Columns.time("Started, UTC", 130, HomeContent.RunRow::started)));
        table.setPlaceholder(Icons.text(texts.get("runs.none"), "muted"));
        Tables.onOpen(table, viewModel::openRun);
        return new Panel(texts.get("runs.title"), table)
                .note(note(content -> texts.get("runs.count", content.runs().size(), content.allRuns())))
                .actions(Icons.flat("home-all-runs", "arrow-right", texts.get("runs.all"), viewModel::openRuns))
                .high(RUNS_HEIGHT);
    }

    private ObservableValue<String> note(java.util.function.Function<HomeContent, String> words) {
        return viewModel.stateProperty().map(state -> state.shown().map(words).orElse(""));
    }
}
