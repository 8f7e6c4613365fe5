package io.quantloom.ui.chart;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.Axis;
import io.fair_acc.chartfx.axes.spi.TickMark;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.chart.layer.Layer;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.control.Legend;
import java.util.List;
import java.util.function.DoubleFunction;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;

/**
 * One plot with a bar axis below and a value axis at the right. It owns ranges, axis width, theme, keyboard and mouse;
 * what it draws are {@link Layer}s, which can be exchanged at any time: charts are reused, never made anew for new data.
 *
 * <p>Single-threaded: JavaFX application thread.
 */
public final class ChartPane extends StackPane {

    /** Width of the value axis on every chart of the product: plot edges align across panes and screens. */
    public static final double AXIS_WIDTH = 62;

    /**
     * What must be known before the chart exists.
     *
     * @param format of values on the axis and in tags
     * @param pixelsPerTick wanted distance of value ticks
     * @param ticks fixed value ticks; empty: round ones
     * @param axisWidth of the value axis, in pixels
     * @param hasLabels whether times stand below
     */
    public record Spec(
            DoubleFunction<String> format,
            double pixelsPerTick,
            List<Double> ticks,
            double axisWidth,
            boolean hasLabels) {

        /** Copies the list. */
        public Spec {
            ticks = List.copyOf(ticks);
        }

        /** Returns a specification with the usual distances. */
        public static Spec of(DoubleFunction<String> format, double pixelsPerTick) {
            return new Spec(format, pixelsPerTick, List.of(), AXIS_WIDTH, true);
        }

        /** Returns this specification with ticks at given values, for oscillators and probabilities. */
        public Spec withTicks(List<Double> values) {
            return new Spec(format, pixelsPerTick, values, axisWidth, hasLabels);
        }

        /** Returns this specification without times below, for all panes of a stack but the last. */
        public Spec withoutLabels() {
            return new Spec(format, pixelsPerTick, ticks, axisWidth, false);
        }
    }

    /** Writes a legend for a bar. */
    @FunctionalInterface
    public interface LegendWriter {
        /** Fills the legend, which is empty, with what belongs to the bar. */
        void write(Legend legend, int bar);
    }

    private final XYChart chart;
    private final BarAxis xAxis;
    private final ValueAxis yAxis;
    private final double axisWidth;
    private final TimeWindow window;
    private final LayerRenderer renderer;
    private final Overlay overlay;
    private final Legend legend = new Legend();
    private List<Layer> layers = List.of();
    private LegendWriter legendWriter = (_, _) -> {};
    private double headroom = 24;
    private double footroom;
    private double fixedMin = Double.NaN;
    private double fixedMax = Double.NaN;

    /** Takes the specification and the window it shares with the other panes of its stack. */
    public ChartPane(Spec spec, TimeWindow window) {
        this.window = window;
        axisWidth = spec.axisWidth();
        xAxis = new BarAxis(spec.hasLabels());
        yAxis = new ValueAxis(spec);
        chart = new XYChart(xAxis, yAxis);
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        // The constructor moves every y axis to the left: put it back.
        yAxis.setSide(Side.RIGHT);
        chart.getGridRenderer().setDrawOnTop(false);
        overlay = new Overlay(this);
        renderer = new LayerRenderer(overlay::repaint);
        chart.getRenderers().setAll(renderer);
        getStyleClass().add("chart-pane");
        getChildren().addAll(chart, overlay, legend);
        StackPane.setAlignment(legend, Pos.TOP_LEFT);
        setMinSize(60, 28);
        setFocusTraversable(true);
        new PanZoom(this).install();
        chart.getCanvas().heightProperty().subscribe((_, _) -> fit());
        window.rangeProperty().subscribe((_, _) -> fit());
        window.crosshairProperty().subscribe((_, _) -> {
            overlay.repaint();
            writeLegend();
        });
    }

    /** Shows layers over bars that opened at the times, epoch milliseconds UTC. */
    public void show(long[] times, List<Layer> now) {
        show(new Ticks.Calendar(times), now);
    }

    /** Shows layers over steps 0 to {@code count - 1}, called by the unit's name in the crosshair. */
    public void showSteps(int count, String unit, List<Layer> now) {
        show(new Ticks.Steps(count, unit), now);
    }

    /** Shows layers over columns that stand for the numbers, ascending, called by the unit's name in the crosshair. */
    public void showSteps(int[] numbers, String unit, List<Layer> now) {
        show(new Ticks.Numbers(numbers, unit), now);
    }

    private void show(Ticks ticks, List<Layer> now) {
        xAxis.show(ticks);
        layers = List.copyOf(now);
        renderer.show(layers);
        fit();
        writeLegend();
    }

    /** Changes how values are written, for example when another instrument needs other decimals. */
    public void format(DoubleFunction<String> format) {
        yAxis.format(format);
    }

    /** Shows last-value tags on the axis. */
    public void tags(List<Tag> tags) {
        overlay.show(tags);
    }

    /**
     * A value marked on the axis.
     *
     * @param value where
     * @param token names the colour
     */
    public record Tag(double value, String token) {}

    /** Takes who writes the legend. */
    public void legend(LegendWriter writer) {
        legendWriter = writer;
        writeLegend();
    }

    /** Keeps y between two values; NaN leaves an end to be fitted. */
    public void bounds(double min, double max) {
        fixedMin = min;
        fixedMax = max;
        fit();
    }

    /** Keeps pixels free at the top for the legend and at the bottom for the source note. */
    public void rooms(double top, double bottom) {
        headroom = top;
        footroom = bottom;
        fit();
    }

    /** All legends of a stack speak of one bar: the one under the crosshair, or the newest. */
    private void writeLegend() {
        int last = window.count() - 1;
        legend.clear();
        if (last >= 0) {
            double at = window.crosshairProperty().get();
            legendWriter.write(legend, Double.isNaN(at) ? last : Math.clamp(Math.round(at), 0, last));
        }
    }

    /** Puts the crosshair of the whole stack under a point of this pane. */
    public void pointAt(double x, double y) {
        Point2D origin = plotOrigin();
        overlay.setPointerY(Math.clamp(y - origin.getY(), 0.0, Math.max(0.0, plot().height())));
        window.crosshairProperty().set(barAt(x - origin.getX()));
    }

    void pointAway() {
        overlay.setPointerY(Double.NaN);
        window.crosshairProperty().set(Double.NaN);
    }

    TimeWindow window() {
        return window;
    }

    Ticks ticks() {
        return xAxis.ticks();
    }

    double axisWidth() {
        return axisWidth;
    }

    DoubleFunction<String> valueFormat() {
        return yAxis.format();
    }

    boolean showsTimeLabels() {
        return xAxis.hasLabels();
    }

    double[] timeTicks() {
        return xAxis.getTickMarks().stream().mapToDouble(TickMark::getValue).toArray();
    }

    double[] tickValues() {
        return yAxis.getTickMarks().stream().mapToDouble(TickMark::getValue).toArray();
    }

    double valueAt(double plotY) {
        return yAxis.getValueForDisplay(plotY);
    }

    double barAt(double plotX) {
        return xAxis.getValueForDisplay(plotX);
    }

    Plot plot() {
        return plotOf(chart);
    }

    /** Top-left corner of the plot in this pane. */
    Point2D plotOrigin() {
        return sceneToLocal(chart.getCanvas().localToScene(0, 0));
    }

    static Plot plotOf(XYChart chart) {
        Axis x = chart.getXAxis();
        Axis y = chart.getYAxis();
        return new Plot(
                chart.getCanvas().getWidth(),
                chart.getCanvas().getHeight(),
                x::getDisplayPosition,
                y::getDisplayPosition);
    }

    /** x follows the window; y fits what is visible, with air so that wicks and end points are not cut. */
    private void fit() {
        TimeWindow.Range range = window.rangeProperty().get();
        // Setting min and max one by one is not redrawn in 11.3.1; set() takes both.
        xAxis.set(range.from(), range.to());
        Extent extent = new Extent();
        layers.forEach(layer -> layer.extent(range.from(), range.to(), extent));
        if (extent.isEmpty()) {
            extent.add(0);
            extent.add(1);
        }
        double span = extent.max() - extent.min();
        double air = span > 0 ? span * 0.05 : Math.max(1e-9, Math.abs(extent.max()) * 0.01);
        double low = Double.isNaN(fixedMin) ? extent.min() - air - room(span, footroom) : fixedMin;
        double high = Double.isNaN(fixedMax) ? extent.max() + air + room(extent.max() + air - low, headroom) : fixedMax;
        yAxis.set(low, Math.max(high, low + 1e-12));
    }

    /** Value range to add so that the given pixels stay free of series, for the legend and the source note. */
    private double room(double span, double pixels) {
        double height = chart.getCanvas().getHeight();
        return height > 2 * pixels ? span * pixels / (height - pixels) : 0;
    }
}
