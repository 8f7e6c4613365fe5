package io.quantloom.ui.backtests.trade;

import io.quantloom.ui.backtests.report.TradeRow;
import io.quantloom.ui.chart.figure.Histogram;
import io.quantloom.ui.chart.figure.PointChart;
import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.chart.figure.PointContent.Axis;
import io.quantloom.ui.chart.figure.PointContent.Dot;
import io.quantloom.ui.chart.figure.PointContent.Kind;
import io.quantloom.ui.chart.figure.PointContent.Shape;
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
    private final PointChart dots = new PointChart();
    private final Histogram returns = new Histogram();
    private final Panel scatter;
    private final Panel distribution;

    /** Builds both regions over their view model. */
    public TradeScatterView(TradesViewModel viewModel) {
        this.viewModel = viewModel;
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
        dots.show(content(trades));
        returns.show(trades.stream().mapToDouble(TradeRow::returnFraction).toArray());
        ring(viewModel.selectedProperty().get());
    }

    private void ring(@Nullable TradeRow trade) {
        dots.ring(trade == null ? -1 : viewModel.rows().indexOf(trade));
    }

    /** What gained points up, what lost points down, so that color is not needed. */
    private PointContent content(List<TradeRow> trades) {
        long gained = trades.stream().filter(TradeScatterView::hasGained).count();
        return new PointContent(
                axis("scatter.mae"),
                axis("scatter.mfe"),
                List.of(
                        new Kind(texts.get("scatter.gained", Formats.integer(gained)), "up", Shape.UP),
                        new Kind(
                                texts.get("scatter.lost", Formats.integer(trades.size() - gained)),
                                "down",
                                Shape.DOWN)),
                trades.stream().map(this::dot).toList(),
                List.of(),
                texts.get("scatter.summary", Formats.count(trades.size(), "trade")));
    }

    private Axis axis(String key) {
        return Axis.of(texts.get(key), value -> Formats.percent(value, 0)).withZero();
    }

    private static boolean hasGained(TradeRow trade) {
        return trade.pnl() > 0;
    }

    private Dot dot(TradeRow trade) {
        return new Dot(
                trade.mae(),
                trade.mfe(),
                hasGained(trade) ? 0 : 1,
                false,
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
