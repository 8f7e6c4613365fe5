package io.quantloom.ui.backtests.trade;

import io.quantloom.ui.backtests.report.TradeRow;
import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.chart.figure.ScatterChart;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every trade by how far it went against and in favor of it before it ended, and the distribution of what trades gave. */
public final class TradeScatterView {

    private final Texts texts = Texts.of("backtests");
    private final TradesViewModel viewModel;
    private final ScatterChart dots;
    private final Histogram returns = new Histogram();
    private final Panel scatter;
    private final Panel distribution;

    /** Builds both regions over their view model. */
    public TradeScatterView(TradesViewModel viewModel) {
        this.viewModel = viewModel;
        dots = new ScatterChart(new ScatterChart.Axes(
                texts.get("scatter.mae"),
                texts.get("scatter.mfe"),
                texts.get("scatter.gained"),
                texts.get("scatter.lost"),
                value -> Formats.percent(value, 0)));
        dots.setId("backtests-scatter");
        dots.onPick(
                position -> viewModel.selectedProperty().set(viewModel.rows().get(position)));
        scatter = new Panel(texts.get("scatter"), padded(dots)).note(texts.get("scatter.note"));
        distribution = new Panel(texts.get("distribution"), padded(returns)).note(texts.get("distribution.note"));
        viewModel.rows().addListener((ListChangeListener<TradeRow>) _ -> show());
        viewModel.selectedProperty().subscribe(this::ring);
        show();
    }

    /** {@return the dots, to place} */
    public Panel scatter() {
        return scatter;
    }

    /** {@return the distribution, to place} */
    public Panel distribution() {
        return distribution;
    }

    private void show() {
        List<TradeRow> trades = viewModel.rows();
        dots.show(trades.stream().map(this::dot).toList());
        returns.show(trades.stream().mapToDouble(TradeRow::returnFraction).toArray());
        ring(viewModel.selectedProperty().get());
    }

    private void ring(@Nullable TradeRow trade) {
        dots.ring(trade == null ? -1 : viewModel.rows().indexOf(trade));
    }

    private ScatterChart.Dot dot(TradeRow trade) {
        return new ScatterChart.Dot(
                trade.mae(),
                trade.mfe(),
                trade.pnl() > 0,
                texts.get(
                        "scatter.words",
                        trade.number(),
                        texts.get(trade.isLong() ? "side.long" : "side.short"),
                        Formats.percent(trade.returnFraction(), 2),
                        Formats.percent(trade.mae(), 1),
                        Formats.percent(trade.mfe(), 1)));
    }

    private static VBox padded(javafx.scene.Node node) {
        VBox box = Icons.styled(new VBox(node), "panel-body");
        VBox.setVgrow(node, Priority.ALWAYS);
        box.setMinSize(0, 0);
        return box;
    }
}
