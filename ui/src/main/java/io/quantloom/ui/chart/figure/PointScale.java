package io.quantloom.ui.chart.figure;

import io.quantloom.ui.chart.layer.Extent;
import io.quantloom.ui.chart.layer.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** From values to shares of an axis, evenly or by the logarithm, with round ticks. Immutable. */
record PointScale(PointContent.Axis axis, double low, double high) {

    private static final double AIR = 0.05;

    /** A value with its text. */
    record Tick(double value, String text) {}

    /** Returns the scale over values, with air unless the axis says where it begins and ends. */
    static PointScale over(PointContent.Axis axis, Extent values) {
        if (axis.hasZero()) {
            values.add(0);
        }
        double min = values.isEmpty() ? 0 : values.min();
        double max = values.isEmpty() ? 1 : values.max();
        if (axis.isLog()) {
            double span = Math.max(Math.log(max / min), 1e-9) * AIR;
            return new PointScale(axis, min * Math.exp(-span), max * Math.exp(span));
        }
        double air = Math.max(max - min, Math.abs(max) * 1e-6 + 1e-12) * AIR;
        return new PointScale(
                axis,
                Double.isNaN(axis.low()) ? min - air : axis.low(),
                Double.isNaN(axis.high()) ? max + air : axis.high());
    }

    double share(double value) {
        return axis.isLog() ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    /** Returns about so many ticks. */
    List<Tick> ticks(double wanted) {
        if (!axis.words().isEmpty()) {
            return IntStream.range(0, axis.words().size())
                    .mapToObj(i -> new Tick(i, axis.words().get(i)))
                    .toList();
        }
        return axis.isLog() ? decades() : even(Math.max(2, wanted));
    }

    private List<Tick> even(double wanted) {
        var ticks = new ArrayList<Tick>();
        double step = Plot.niceStep((high - low) / wanted);
        for (long i = Math.round(Math.ceil(low / step)); i * step <= high; i++) {
            // A multiple, not a sum: 0.3 must not read 0.30000000000000004.
            double value = i * step;
            ticks.add(new Tick(value, axis.format().apply(value)));
        }
        return ticks;
    }

    private List<Tick> decades() {
        var ticks = new ArrayList<Tick>();
        boolean few = high / low > 100;
        for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
            for (double base : few ? new double[] {1} : new double[] {1, 2, 5}) {
                double value = base * power;
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, axis.format().apply(value)));
                }
            }
        }
        return ticks;
    }
}
