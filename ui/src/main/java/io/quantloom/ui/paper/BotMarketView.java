package io.quantloom.ui.paper;

import io.quantloom.ui.chart.CandleChart;
import io.quantloom.ui.chart.ChartPane;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.StackPane;

/** The bars a bot trades, with its fills and its position; below them the probabilities it decides by. */
public final class BotMarketView {

    private static final int SHOWN = 96;
    private static final double PROBABILITY_HEIGHT = 118;

    private final Texts texts = Texts.of("paper");
    private final CandleChart rule = CandleChart.ofPrices();
    private final CandleChart model = CandleChart.withPanesBelow();
    private final ChartPane probability;
    private final EmptyState waiting = new EmptyState("clock", texts.get("waiting"), texts.get("waiting.why"));
    private final StackPane drawing = new StackPane();
    private final StringProperty note = new SimpleStringProperty("");
    private final Panel root;

    /** Builds the region over its view model. */
    public BotMarketView(BotViewModel viewModel) {
        probability = model.below(ChartPane.Spec.of(value -> Formats.decimal(value, 2), 30), PROBABILITY_HEIGHT);
        drawing.setMinSize(0, 0);
        root = new Panel(texts.get("market"), drawing).note(note).grow();
        viewModel
                .stateProperty()
                .subscribe(state -> state.shown().map(BotPage::snapshot).ifPresent(this::show));
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    private void show(BotSnapshot now) {
        note.set(texts.get(
                "market.note",
                now.setup().symbol(),
                now.setup().timeframe(),
                now.account().bars()));
        if (now.account().bars() == 0) {
            drawing.getChildren().setAll(waiting);
            return;
        }
        boolean hasProbability = now.setup().rule().hasProbability();
        CandleChart chart = hasProbability ? model : rule;
        chart.show(CandleChart.Content.of(
                now.setup().name() + " " + now.setup().since(),
                now.setup().symbol(),
                now.setup().timeframe() + " · UTC",
                now.bars(),
                SHOWN,
                now.setup().synthetic()));
        chart.annotate(List.of(), above(now));
        if (hasProbability) {
            showProbability(now);
        }
        if (!drawing.getChildren().contains(chart.root())) {
            drawing.getChildren().setAll(chart.root());
        }
    }

    private List<Layer> above(BotSnapshot now) {
        var layers = new ArrayList<Layer>();
        BotSnapshot.Account account = now.account();
        if (account.units() != 0) {
            boolean isLong = account.units() > 0;
            layers.add(Layers.level(
                    account.entryPrice(),
                    texts.get(
                            isLong ? "long" : "short",
                            Formats.decimal(Math.abs(account.units()), 4),
                            Formats.price(account.entryPrice())),
                    isLong ? "up" : "down"));
        }
        layers.add(Layers.markers(now.markers()));
        return layers;
    }

    private void showProbability(BotSnapshot now) {
        BotSnapshot.Rule levels = now.setup().rule();
        ChartLine line = now.probability();
        var layers = new ArrayList<Layer>();
        layers.add(Layers.zone(levels.isLongShort() ? 1 - levels.threshold() : 0, levels.threshold(), "faint"));
        layers.add(Layers.level(levels.threshold(), "", "up"));
        if (levels.isLongShort()) {
            layers.add(Layers.level(1 - levels.threshold(), "", "down"));
        }
        layers.add(Layers.line(line));
        probability.show(now.times(), layers);
        probability.tags(Double.isNaN(line.last()) ? List.of() : List.of(new ChartPane.Tag(line.last(), line.token())));
        String words = texts.get(
                levels.isLongShort() ? "probability.both" : "probability.long",
                Formats.decimal(levels.threshold(), 2),
                Formats.decimal(1 - levels.threshold(), 2));
        probability.legend((legend, bar) -> legend.series(
                        line.token(), line.dash(), line.name(), Formats.decimal(line.value(bar), 3))
                .note(words));
    }
}
