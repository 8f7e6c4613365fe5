package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Layers;
import io.quantloom.ui.control.Legend;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.format.Formats;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Price pane with any number of panes below it; all share one window, only the last one prints times. Reused for other
 * bars: {@link #show} takes them. Single-threaded: JavaFX application thread.
 */
public final class CandleChart {

    private static final double VOLUME_HEIGHT = 64;

    /**
     * What a chart shows. Immutable.
     *
     * @param key names the series; another key begins a new window, the same key goes on with the old one
     * @param title bold, first in the legend
     * @param note muted, after it, for example {@code "1h · UTC"}
     * @param bars the bars
     * @param shown how many of them are in view at first
     * @param synthetic why prices are not real, for the watermark; empty for real ones
     * @param lines drawn over the candles, for example averages
     */
    public record Content(
            String key, String title, String note, ChartBars bars, int shown, String synthetic, List<ChartLine> lines) {

        /** Copies the list. */
        public Content {
            lines = List.copyOf(lines);
        }

        /** Returns content without lines. */
        public static Content of(String key, String title, String note, ChartBars bars, int shown, String synthetic) {
            return new Content(key, title, note, bars, shown, synthetic, List.of());
        }

        /** Returns this content with other lines. */
        public Content withLines(List<ChartLine> others) {
            return new Content(key, title, note, bars, shown, synthetic, others);
        }
    }

    private final VBox root = new VBox();
    private final TimeWindow window = new TimeWindow();
    private final ChartPane price;
    private final List<ChartPane> volume = new ArrayList<>();
    private Content content = Content.of("", "", "", ChartBars.none(), 1, "");
    private List<Layer> below = List.of();
    private List<Layer> above = List.of();
    private int digits = 2;

    private CandleChart(boolean hasLabels) {
        // Decimals follow what is visible: a price of 5 among prices of 300 needs no four of them.
        window.rangeProperty().subscribe(range -> digits = digits(range));
        ChartPane.Spec spec = ChartPane.Spec.of(value -> Formats.decimal(value, digits), 36);
        price = new ChartPane(hasLabels ? spec : spec.withoutLabels(), window);
        price.rooms(24, 20);
        price.legend(this::priceLegend);
        VBox.setVgrow(price, Priority.ALWAYS);
        root.setMinSize(0, 0);
        root.getChildren().add(price);
    }

    /** Returns a chart of prices alone. */
    public static CandleChart ofPrices() {
        return new CandleChart(true);
    }

    /** Returns a chart of prices over volume. */
    public static CandleChart withVolume() {
        CandleChart chart = new CandleChart(false);
        chart.addVolume(true);
        return chart;
    }

    /** Returns a chart of prices whose times are printed by panes added below. */
    public static CandleChart withPanesBelow() {
        return new CandleChart(false);
    }

    private void addVolume(boolean isLast) {
        ChartPane.Spec spec = ChartPane.Spec.of(value -> value == 0 ? "" : Formats.compact(value), 30);
        ChartPane pane = below(isLast ? spec : spec.withoutLabels(), isLast ? VOLUME_HEIGHT + 24 : VOLUME_HEIGHT);
        pane.bounds(0, Double.NaN);
        pane.legend((legend, bar) ->
                legend.note("Volume").value("", Formats.compact(content.bars().volume(bar)), Tone.NEUTRAL));
        volume.add(pane);
    }

    /** Adds a pane under the others, on the same bars and window; its owner shows layers on it. */
    public ChartPane below(ChartPane.Spec spec, double height) {
        ChartPane pane = new ChartPane(spec, window);
        pane.setMinHeight(height);
        pane.setPrefHeight(height);
        pane.setMaxHeight(height);
        pane.getStyleClass().add("pane-below");
        root.getChildren().add(pane);
        return pane;
    }

    /** Shows bars; of the same series more of them, of another one from the beginning. */
    public void show(Content now) {
        boolean goesOn = now.key().equals(content.key())
                && now.bars().size() >= content.bars().size();
        content = now;
        ChartBars bars = now.bars();
        if (goesOn) {
            window.extend(bars.size());
        } else {
            window.begin(bars.size(), now.shown());
        }
        int last = bars.size() - 1;
        digits = digits(window.rangeProperty().get());
        price.tags(last < 0 ? List.of() : List.of(new ChartPane.Tag(bars.close(last), rising(last) ? "up" : "down")));
        showPrice();
        volume.forEach(pane -> pane.show(bars.times(), List.of(Layers.volume(bars))));
        root.setAccessibleText(summary());
        price.setAccessibleText(summary());
    }

    /** Draws further layers, below and above the candles: spans of trades, levels, markers. */
    public void annotate(List<Layer> belowCandles, List<Layer> aboveCandles) {
        below = List.copyOf(belowCandles);
        above = List.copyOf(aboveCandles);
        showPrice();
    }

    /** Moves the window to the bars from one to another, with air around them. */
    public void focus(int firstBar, int lastBar) {
        window.focus(firstBar, lastBar);
    }

    /** {@return the window all panes share} */
    public TimeWindow window() {
        return window;
    }

    /** {@return the pane of the prices} */
    public ChartPane price() {
        return price;
    }

    /** {@return the node to place} */
    public Parent root() {
        return root;
    }

    private void showPrice() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layers.watermark(content.synthetic().isEmpty() ? "" : "Sample data"));
        layers.addAll(below);
        layers.add(Layers.candles(content.bars()));
        content.lines().forEach(line -> layers.add(Layers.line(line)));
        layers.addAll(above);
        layers.add(Layers.note(this::source));
        price.show(content.bars().times(), layers);
    }

    /** What is drawn of how much: sampling is never silent. */
    private String source() {
        int size = content.bars().size();
        TimeWindow.Range range = window.rangeProperty().get();
        long first = Math.max(0, Math.round(Math.ceil(range.from())));
        long last = Math.min(size - 1L, Math.round(Math.floor(range.to())));
        StringBuilder text = new StringBuilder();
        if (!content.synthetic().isEmpty()) {
            text.append("Not real prices: ").append(content.synthetic()).append(" · ");
        }
        text.append(Formats.integer(Math.max(0, last - first + 1)))
                .append(" of ")
                .append(Formats.integer(size))
                .append(" bars");
        int merged = content.bars().mergedAt(price.plot().pitch());
        if (merged > 1) {
            text.append(", ").append(merged).append(" merged to 1");
        }
        return text.toString();
    }

    private int digits(TimeWindow.Range range) {
        Extent extent = new Extent();
        Layers.candles(content.bars()).extent(range.from(), range.to(), extent);
        return Formats.priceDigits(extent.isEmpty() ? Double.NaN : extent.max());
    }

    private boolean rising(int bar) {
        return content.bars().close(bar) >= content.bars().open(bar);
    }

    private void priceLegend(Legend legend, int i) {
        ChartBars bars = content.bars();
        Tone tone = rising(i) ? Tone.UP : Tone.DOWN;
        legend.title(content.title())
                .note(content.note())
                .value("O", Formats.decimal(bars.open(i), digits), tone)
                .value("H", Formats.decimal(bars.high(i), digits), tone)
                .value("L", Formats.decimal(bars.low(i), digits), tone)
                .value("C", Formats.decimal(bars.close(i), digits), tone);
        if (i > 0) {
            double change = bars.close(i) / bars.close(i - 1) - 1;
            String mark = change > 0 ? "▲ " : change < 0 ? "▼ " : "";
            legend.value("", mark + Formats.percent(change, 2), Tone.ofSign(change));
        }
        for (ChartLine line : content.lines()) {
            legend.series(line.token(), line.dash(), line.name(), Formats.decimal(line.value(i), digits));
        }
    }

    private String summary() {
        ChartBars bars = content.bars();
        if (bars.size() == 0) {
            return content.title() + ", no bars";
        }
        int last = bars.size() - 1;
        return content.title() + ", " + content.note() + ", " + Formats.count(bars.size(), "bar") + " from "
                + Formats.minute(bars.time(0)) + " to " + Formats.minute(bars.time(last)) + ", last close "
                + Formats.price(bars.close(last));
    }
}
