package io.quantloom.ui.backtests.trade;

import io.quantloom.ui.backtests.report.TradeRow;
import io.quantloom.ui.chart.CandleChart;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.EmptyState;
import io.quantloom.ui.control.Icons;
import io.quantloom.ui.control.Panel;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The prices around the selected trade, with every entry and exit; a click selects the trade at that bar. */
public final class TradeChartView {

    private static final int SHOWN = 120;

    private final Texts texts = Texts.of("backtests");
    private final TradesViewModel viewModel;
    private final CandleChart chart = CandleChart.ofPrices();
    private final StackPane drawing = new StackPane();
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty note = new SimpleStringProperty("");
    private final Panel root;
    private String series = "";
    private String synthetic = "";

    /** Builds the region over its view model. */
    public TradeChartView(TradesViewModel viewModel) {
        this.viewModel = viewModel;
        drawing.setMinSize(0, 0);
        root = new Panel("", drawing)
                .title(title)
                .note(note)
                .actions(
                        Icons.iconButton(
                                "backtests-previous", "chevron-left", texts.get("trade.previous"), viewModel::previous),
                        Icons.iconButton("backtests-next", "chevron-right", texts.get("trade.next"), viewModel::next));
        viewModel.barsProperty().subscribe(this::showBars);
        viewModel.selectedProperty().subscribe(this::showTrade);
        chart.price().addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    /** {@return the node to place} */
    public Panel root() {
        return root;
    }

    /** Names what the bars are of. */
    public void name(String symbolAndTimeframe, String whyNotReal) {
        series = symbolAndTimeframe;
        synthetic = whyNotReal;
        showBars(viewModel.barsProperty().get());
        showTrade(viewModel.selectedProperty().get());
    }

    private void showBars(ChartBars bars) {
        if (bars.size() == 0) {
            drawing.getChildren()
                    .setAll(new EmptyState("bar-chart-2", texts.get("trade.empty"), texts.get("trade.empty.why")));
            return;
        }
        chart.show(CandleChart.Content.of(series + bars.time(0), series, "", bars, SHOWN, synthetic));
        drawing.getChildren().setAll(chart.root());
    }

    private void showTrade(@Nullable TradeRow trade) {
        if (trade == null) {
            title.set(texts.get("trade.none"));
            note.set("");
            chart.annotate(List.of(), markers());
            return;
        }
        title.set(texts.get("trade.title", trade.number()));
        note.set(texts.get(
                "trade.note",
                texts.get(trade.isLong() ? "side.long" : "side.short"),
                Formats.percent(trade.returnFraction(), 2),
                trade.reason()));
        if (trade.entryBar() >= 0 && trade.exitBar() >= 0) {
            String token = trade.pnl() < 0 ? "down" : "up";
            chart.annotate(List.of(Layers.span(trade.entryBar(), trade.exitBar(), token)), markers());
            chart.focus(trade.entryBar(), trade.exitBar());
        }
    }

    private List<Layer> markers() {
        return List.of(Layers.markers(viewModel.markersProperty().get()));
    }

    private void click(MouseEvent event) {
        double bar = chart.window().crosshairProperty().get();
        if (event.isStillSincePress() && event.getClickCount() == 1 && !Double.isNaN(bar)) {
            viewModel.selectAt((int) Math.round(bar));
        }
    }
}
