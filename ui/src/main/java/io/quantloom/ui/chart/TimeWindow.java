package io.quantloom.ui.chart;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/** The visible bar range and the crosshair, shared by all panes of one stack: that is the whole linking. */
public final class TimeWindow {

    private static final double MIN_BARS = 10;
    private static final double AIR = 0.015;

    /**
     * What is visible.
     *
     * @param from bar number at the left edge
     * @param to bar number at the right edge, above {@code from}
     */
    public record Range(double from, double to) {

        /** {@return how many bars are visible} */
        public double span() {
            return to - from;
        }
    }

    private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>(new Range(-0.5, 0.5));
    private final DoubleProperty crosshair = new SimpleDoubleProperty(Double.NaN);
    private int count;
    private double highest = 0.5;
    private Range home = range.get();

    /** Begins anew: bars 0 to {@code bars - 1} with the last {@code shown} in view. */
    public void begin(int bars, int shown) {
        count = bars;
        int visible = Math.max(1, Math.min(shown, bars));
        // Air at the right, so that the newest bar does not stick to the axis.
        highest = bars - 0.5 + visible * AIR;
        home = new Range(Math.max(-0.5, highest - visible), highest);
        crosshair.set(Double.NaN);
        reset();
    }

    /** Goes on with more bars: a window that showed the end follows it, another stays where it is. */
    public void extend(int bars) {
        double added = bars - count;
        boolean atEnd = range.get().to() >= highest - 1;
        count = bars;
        highest += added;
        home = new Range(Math.max(-0.5, home.from() + added), highest);
        if (atEnd) {
            pan(added);
        }
    }

    /** {@return what is visible} */
    public ReadOnlyObjectProperty<Range> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** {@return bar number under the crosshair, NaN when hidden} */
    public DoubleProperty crosshairProperty() {
        return crosshair;
    }

    /** {@return how many bars are visible} */
    public double span() {
        return range.get().span();
    }

    /** {@return the number of bars there are} */
    public int count() {
        return count;
    }

    /** Zooms around the bar that must stay where it is; a factor above one shows more. */
    public void zoom(double factor, double anchor) {
        double most = Math.max(1, highest + 0.5);
        double span = Math.clamp(span() * factor, Math.min(MIN_BARS, most), most);
        double share = (anchor - range.get().from()) / span();
        show(anchor - share * span, span);
    }

    /** Moves by a number of bars, to the right when positive. */
    public void pan(double bars) {
        show(range.get().from() + bars, span());
    }

    /** Shows what was shown first. */
    public void reset() {
        range.set(home);
    }

    /** Shows everything. */
    public void showAll() {
        range.set(new Range(-0.5, Math.max(0.5, highest)));
    }

    /** Shows the first bars there are. */
    public void toStart() {
        show(-0.5, span());
    }

    /** Shows the last bars there are. */
    public void toEnd() {
        show(highest - span(), span());
    }

    /** Shows the bars from one to another with some air around them. */
    public void focus(double first, double last) {
        double most = Math.max(1, highest + 0.5);
        double air = Math.max(20, (last - first) * 0.25);
        double span = Math.clamp(last - first + 2 * air, Math.min(MIN_BARS, most), most);
        show((first + last) / 2 - span / 2, span);
    }

    /** Moves the crosshair by a number of bars, from the newest visible one when it was hidden. */
    public void stepCrosshair(int bars) {
        double at = crosshair.get();
        double from =
                Double.isNaN(at) ? Math.min(count - 1.0, Math.floor(range.get().to())) + (bars > 0 ? -1 : 1) : at;
        double next = Math.clamp(Math.rint(from) + bars, 0.0, Math.max(0.0, count - 1.0));
        crosshair.set(next);
        if (next < range.get().from()) {
            pan(next - range.get().from() - 0.5);
        } else if (next > range.get().to()) {
            pan(next - range.get().to() + 0.5);
        }
    }

    private void show(double start, double span) {
        double first = Math.clamp(start, -0.5, Math.max(-0.5, highest - span));
        range.set(new Range(first, first + span));
    }
}
