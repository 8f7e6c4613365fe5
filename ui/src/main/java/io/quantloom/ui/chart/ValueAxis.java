package io.quantloom.ui.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import io.quantloom.ui.chart.layer.Plot;
import java.util.List;
import java.util.function.DoubleFunction;

/** Right-hand axis of fixed width with round ticks and our number format (never {@code 1.5E4}). */
@SuppressWarnings("serial") // JavaFX regions are never serialised; ChartFx's interface says otherwise
final class ValueAxis extends DefaultNumericAxis {
    private final double fixedWidth;
    private final double pixelsPerTick;
    private final List<Double> ticks;
    private DoubleFunction<String> format;

    ValueAxis(ChartPane.Spec spec) {
        super("y", "");
        fixedWidth = spec.axisWidth();
        pixelsPerTick = spec.pixelsPerTick();
        ticks = spec.ticks();
        format = spec.format();
        setSide(Side.RIGHT);
        setAutoRanging(false);
        setAutoRangeRounding(false);
        setAnimated(false);
    }

    void format(DoubleFunction<String> now) {
        format = now;
        forceRedraw();
    }

    DoubleFunction<String> format() {
        return format;
    }

    /** Same width in every pane keeps stacked plot areas aligned. The super call computes label offsets. */
    @Override
    protected double computePrefWidth(double height) {
        super.computePrefWidth(height);
        return fixedWidth;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList out) {
        double low = range.getMin();
        double high = range.getMax();
        if (!(high > low)) {
            return;
        }
        if (!ticks.isEmpty()) {
            ticks.forEach(out::add);
            return;
        }
        double step = Plot.niceStep((high - low) / Math.max(1, getLength() / pixelsPerTick));
        double margin = (high - low) * 7 / Math.max(1, getLength());
        for (double tick = Math.ceil(low / step) * step; tick <= high; tick += step) {
            // A label nearer than half its height to the edge would be cut: leave it out.
            if (tick > low + margin && tick < high - margin) {
                out.add(Math.abs(tick) < step / 1e6 ? 0 : tick);
            }
        }
    }

    @Override
    public String getTickMarkLabel(double value) {
        return format.apply(value);
    }
}
