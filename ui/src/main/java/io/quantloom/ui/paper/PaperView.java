package io.quantloom.ui.paper;

import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Splits;
import io.quantloom.ui.control.StatePane;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.control.ViewMemory;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Paper screen: how the bot stands, what it sees, what it holds, and why it did what it did. */
public final class PaperView {

    private static final double RIGHT_WIDTH = 452;
    private static final double EQUITY_HEIGHT = 208;

    private final Texts texts = Texts.of("paper");
    private final HBox root;

    /** What a person can begin here. */
    public record Intents(Runnable newBot, Consumer<String> continueBot) {}

    /** Builds the screen over its view models. */
    public PaperView(
            BotListViewModel list,
            BotViewModel bot,
            TwinViewModel twin,
            ViewMemory memory,
            ModalLayer modals,
            Intents intents) {
        var log = new BotLogView(bot);
        Node left = Splits.vertical(memory, "paper.fills", 0.74, new BotMarketView(bot).root(), log.fills());
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(
                8, equity(bot, twin).high(EQUITY_HEIGHT), log.decisions().grow());
        right.setMinWidth(RIGHT_WIDTH);
        right.setPrefWidth(RIGHT_WIDTH);
        HBox columns = new HBox(8, left, right);
        columns.setMinSize(0, 0);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox content = new VBox(8, new BotStripView(bot, modals, intents.continueBot()).root(), columns);
        StatePane<BotPage> one = new StatePane<>(
                bot.stateProperty(),
                content,
                new EmptyState("play-circle", texts.get("none.title"), texts.get("none.why")),
                bot::load);
        EmptyState empty = new EmptyState(
                "play-circle",
                texts.get("empty.title"),
                texts.get("empty.why"),
                Icons.button("paper-first", "plus", texts.get("start.action"), intents.newBot()));
        StatePane<List<BotRow>> states = new StatePane<>(list.stateProperty(), one, empty, list::load);
        HBox.setHgrow(states, Priority.ALWAYS);
        root = Icons.styled(new HBox(states), "page-body");
        root.setId("paper");
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private Panel equity(BotViewModel bot, TwinViewModel twin) {
        EquityChart chart = new EquityChart(false);
        chart.format(value -> Formats.decimal(value, 0));
        bot.stateProperty()
                .subscribe(state -> state.shown()
                        .ifPresent(page -> chart.show(page.snapshot().equity())));
        Chip badge = new Chip("", Tone.NEUTRAL);
        badge.setId("paper-twin");
        Tooltip details = new Tooltip();
        details.setWrapText(true);
        details.setMaxWidth(420);
        badge.setTooltip(details);
        badge.setOnMouseClicked(_ -> twin.check());
        twin.badgeProperty().subscribe(now -> {
            badge.show(now.text(), now.tone());
            details.setText(now.details());
        });
        return new Panel(texts.get("equity"), chart.root())
                .note(bot.stateProperty()
                        .map(state -> state.shown()
                                .map(page -> page.snapshot().setup().currency())
                                .orElse("")))
                .actions(badge);
    }
}
