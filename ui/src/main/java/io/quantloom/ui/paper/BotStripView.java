package io.quantloom.ui.paper;

import io.quantloom.ui.control.HoldButton;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.dialog.Dialogs;
import io.quantloom.ui.dialog.ModalLayer;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the open bot stands, large, its account, and what can be asked of it. */
public final class BotStripView {

    private final Texts texts = Texts.of("paper");
    private final Region dot = Icons.styled(new Region(), "dot", "big-dot");
    private final Fact state = new Fact();
    private final Fact strategy = new Fact();
    private final Fact equity = new Fact();
    private final Fact position = new Fact();
    private final Fact signal = new Fact();
    private final Label problem = Icons.label("alert-triangle", "", "tone-bad", "wrap");
    private final VBox root;

    /** Builds the strip over the view model; {@code continueBot} runs a session from where it is. */
    public BotStripView(BotViewModel viewModel, ModalLayer modals, Consumer<String> continueBot) {
        state.value.getStyleClass().setAll("label", "bot-state");
        state.value.setGraphic(dot);
        HBox facts = new HBox(20, state.root, strategy.root, equity.root, position.root, signal.root);
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setMinWidth(0);
        HBox row = new HBox(8, facts, Icons.spring(), buttons(viewModel, modals, continueBot));
        row.setAlignment(Pos.CENTER_LEFT);
        problem.setId("paper-problem");
        problem.textProperty().bind(viewModel.problemProperty());
        problem.visibleProperty().bind(viewModel.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        root = Icons.styled(new VBox(6, row, problem), "panel", "state-strip");
        viewModel.botProperty().subscribe(this::showBot);
        viewModel
                .stateProperty()
                .subscribe(now -> now.shown().map(BotPage::snapshot).ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void showBot(Optional<BotRow> bot) {
        bot.ifPresent(row -> {
            state.value.setText(texts.get("state." + row.state().name()));
            String shape = switch (row.state()) {
                case RUNNING -> "dot-ok";
                case PAUSED -> "dot-warn";
                case STOPPED, ENDED -> "dot-muted";
                case HALTED -> "dot-bad";
            };
            dot.getStyleClass().setAll("dot", "big-dot", shape);
            state.note.setText(row.note().isEmpty() ? texts.get("since", Formats.minute(row.changed())) : row.note());
        });
    }

    private void show(BotSnapshot now) {
        BotSnapshot.Account account = now.account();
        strategy.show(
                now.last()
                        .map(DecisionRow::model)
                        .filter(model -> !model.isEmpty())
                        .orElse(now.setup().strategy()),
                now.setup().rule().hasProbability()
                        ? texts.get("strategy.follows", now.setup().strategy())
                        : texts.get("strategy.rule"));
        equity.show(
                Formats.decimal(account.equity(), 2) + " " + now.setup().currency(),
                texts.get("equity.gain", Formats.percent(now.gain(), 2)));
        position.show(
                position(account),
                account.units() == 0
                        ? texts.get("fills", Formats.integer(account.fills()))
                        : texts.get("unrealized", Formats.signed(account.unrealized(), 2)));
        signal.show(
                now.last().map(this::signal).orElse(Formats.ABSENT),
                now.last()
                        .map(last -> texts.get("signal.bar", Formats.minute(last.time())))
                        .orElse(texts.get("signal.none")));
    }

    private String position(BotSnapshot.Account account) {
        if (account.units() == 0) {
            return texts.get("flat");
        }
        return texts.get(
                account.units() > 0 ? "long" : "short",
                Formats.decimal(Math.abs(account.units()), 4),
                Formats.price(account.entryPrice()));
    }

    private String signal(DecisionRow last) {
        String action = texts.get("action." + last.action().name());
        return Double.isNaN(last.probability())
                ? action
                : texts.get("signal", Formats.decimal(last.probability(), 3), action);
    }

    private Node buttons(BotViewModel viewModel, ModalLayer modals, Consumer<String> continueBot) {
        Button pause = Icons.button("paper-pause", "pause", texts.get("pause"), viewModel::pause);
        Button resume = Icons.button("paper-resume", "play", texts.get("resume"), viewModel::resume);
        Button stop = Icons.button("paper-stop", "square", texts.get("stop"), viewModel::stop);
        Button run = Icons.button(
                "paper-continue",
                "play",
                texts.get("continue"),
                () -> viewModel.botProperty().get().ifPresent(bot -> continueBot.accept(bot.name())));
        HoldButton flatten = new HoldButton(
                "paper-flatten",
                "octagon",
                texts.get("flatten.hold"),
                viewModel::flatten,
                () -> modals.confirm(
                        new Dialogs.Confirmation(
                                texts.get("flatten.title"), texts.get("flatten.text"), texts.get("flatten"), true),
                        viewModel::flatten));
        viewModel.actionsProperty().subscribe(can -> {
            shown(pause, can.pause());
            shown(resume, can.resume());
            shown(stop, can.stop());
            shown(run, can.run());
            shown(flatten, can.flatten());
        });
        HBox box = new HBox(8, pause, resume, run, stop, flatten);
        box.setAlignment(Pos.CENTER_RIGHT);
        return box;
    }

    private static void shown(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /** A value over what it is. */
    private static final class Fact {
        private final Label value = Icons.text("", "strong");
        private final Label note = Icons.text("", "muted", "small");
        private final VBox root = new VBox(2, value, note);

        Fact() {
            value.setMinWidth(Region.USE_PREF_SIZE);
            note.setMinWidth(0);
            root.setAlignment(Pos.CENTER_LEFT);
            root.setMinWidth(Region.USE_PREF_SIZE);
        }

        void show(String what, String about) {
            value.setText(what);
            note.setText(about);
        }
    }
}
