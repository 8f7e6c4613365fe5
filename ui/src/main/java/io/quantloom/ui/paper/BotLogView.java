package io.quantloom.ui.paper;

import io.quantloom.ui.control.Chip;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.table.Columns;
import io.quantloom.ui.table.Tables;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Every decision and every fill of a bot, newest first. */
public final class BotLogView {

    private final Texts texts = Texts.of("paper");
    private final BotViewModel viewModel;
    private final Panel decisions;
    private final Panel fills;

    /** Builds the tables over their view model. */
    public BotLogView(BotViewModel viewModel) {
        this.viewModel = viewModel;
        decisions = new Panel(texts.get("decisions"), decisionTable())
                .note(Bindings.createStringBinding(
                        () -> texts.get(
                                "decisions.note",
                                Formats.integer(viewModel.decisions().size())),
                        viewModel.decisions()));
        fills = new Panel(texts.get("fills.title"), fillTable())
                .note(Bindings.createStringBinding(
                        () -> texts.get(
                                "fills.note", Formats.integer(viewModel.fills().size())),
                        viewModel.fills()));
    }

    /** {@return the decisions} */
    public Panel decisions() {
        return decisions;
    }

    /** {@return the fills} */
    public Panel fills() {
        return fills;
    }

    private TableView<DecisionRow> decisionTable() {
        return Tables.of(
                "paper-decisions",
                texts.get("decisions"),
                viewModel.decisions(),
                List.of(
                        Columns.time(texts.get("column.utc"), 122, DecisionRow::time),
                        Columns.number(
                                texts.get("column.p"),
                                52,
                                DecisionRow::probability,
                                value -> Formats.decimal(value, 3)),
                        Columns.number(
                                texts.get("column.threshold"),
                                66,
                                _ -> threshold(),
                                value -> Formats.decimal(value, 2)),
                        Columns.node(
                                texts.get("column.action"),
                                76,
                                Pos.CENTER_LEFT,
                                this::action,
                                row -> row.action().name()),
                        Columns.node(
                                texts.get("column.reason"),
                                120,
                                Pos.CENTER_LEFT,
                                BotLogView::reason,
                                DecisionRow::reason)));
    }

    private double threshold() {
        return viewModel
                .stateProperty()
                .get()
                .shown()
                .map(page -> page.snapshot().setup().rule().threshold())
                .orElse(Double.NaN);
    }

    private Node action(DecisionRow row) {
        String word = texts.get("action." + row.action().name());
        return switch (row.action()) {
            case LONG -> new Chip(word, Tone.UP);
            case SHORT -> new Chip(word, Tone.DOWN);
            case FLAT -> new Chip(word, Tone.WARN);
            case HOLD -> new Chip(word, Tone.NEUTRAL);
        };
    }

    private static Node reason(DecisionRow row) {
        Label label = Icons.text(row.reason(), "muted");
        String model = row.model().isEmpty() ? "" : "\n" + row.model();
        label.setTooltip(new Tooltip(row.reason() + model));
        return label;
    }

    private TableView<FillRow> fillTable() {
        return Tables.of(
                "paper-fills",
                texts.get("fills.title"),
                viewModel.fills(),
                List.of(
                        Columns.time(texts.get("column.utc"), 126, FillRow::time),
                        Columns.toned(
                                texts.get("column.side"),
                                64,
                                fill -> texts.get(fill.isBuy() ? "side.buy" : "side.sell"),
                                fill -> fill.isBuy() ? Tone.UP : Tone.DOWN),
                        Columns.number(
                                texts.get("column.units"), 96, FillRow::units, value -> Formats.decimal(value, 4)),
                        Columns.number(texts.get("column.price"), 84, FillRow::price, Formats::price),
                        Columns.number(texts.get("column.fee"), 70, FillRow::fee, value -> Formats.decimal(value, 2)),
                        Columns.number(
                                texts.get("column.slippage"),
                                70,
                                FillRow::slippage,
                                value -> Formats.decimal(value, 2)),
                        Columns.text(texts.get("column.why"), 90, FillRow::reason, "muted")));
    }
}
