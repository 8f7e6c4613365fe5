package io.quantloom.ui.chart;

import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.ui.geometry.Side;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;

/**
 * Axis over bar numbers: closed hours take no room. ChartFx's own time axis draws gaps for weekends and knows fixed offsets
 * only.
 */
@SuppressWarnings("serial") // JavaFX regions are never serialised; ChartFx's interface says otherwise
final class BarAxis extends DefaultNumericAxis {
    private static final double PIXELS_PER_TICK = 86;
    private static final double LABEL_HEIGHT = 24;

    private final boolean labels;
    private Ticks ticks = new Ticks.Steps(0, "");

    BarAxis(boolean labels) {
        super("x", "");
        this.labels = labels;
        setSide(Side.BOTTOM);
        setAutoRanging(false);
        setAnimated(false);
    }

    void show(Ticks now) {
        ticks = now;
        forceRedraw();
    }

    Ticks ticks() {
        return ticks;
    }

    boolean hasLabels() {
        return labels;
    }

    /** Panes above the last one keep the grid but give away the label strip. */
    @Override
    protected double computePrefHeight(double width) {
        super.computePrefHeight(width);
        return labels ? LABEL_HEIGHT : 0;
    }

    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList out) {
        // A label nearer than half its width to the edge would be cut: leave it out.
        double margin = 22 * (range.getMax() - range.getMin()) / Math.max(1, getLength());
        int first = Math.max(0, (int) Math.ceil(range.getMin() + margin));
        int last = Math.min(ticks.size() - 1, (int) Math.floor(range.getMax() - margin));
        ticks.collect(first, last, Math.max(2, getLength() / PIXELS_PER_TICK), out::add);
    }

    @Override
    public String getTickMarkLabel(double value) {
        int bar = (int) Math.round(value);
        return labels && bar >= 0 && bar < ticks.size() ? ticks.label(bar) : "";
    }
}
