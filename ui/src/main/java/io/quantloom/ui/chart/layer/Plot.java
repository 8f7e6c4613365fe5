package io.quantloom.ui.chart.layer;

import java.util.function.DoubleUnaryOperator;

/**
 * Size of a plot area and its two scales, in pixels from the top-left corner of the plot.
 *
 * @param width in pixels
 * @param height in pixels
 * @param xScale from bar number to pixels
 * @param yScale from value to pixels
 */
public record Plot(double width, double height, DoubleUnaryOperator xScale, DoubleUnaryOperator yScale) {

    /** {@return the pixel of a bar number} */
    public double x(double value) {
        return xScale.applyAsDouble(value);
    }

    /** {@return the pixel of a value} */
    public double y(double value) {
        return yScale.applyAsDouble(value);
    }

    /** {@return pixels between two bars} */
    public double pitch() {
        return x(1) - x(0);
    }

    /** {@return the number of the first bar that may be visible, at least zero} */
    public int firstBar() {
        return (int) Math.max(0, Math.floor(-x(0) / pitch()) - 1);
    }

    /** {@return the number of the last bar that may be visible, at most the given one} */
    public int lastBar(int last) {
        return (int) Math.min(last, Math.ceil((width - x(0)) / pitch()) + 1);
    }

    /** {@return a pixel's centre, so that one-pixel lines stay one pixel wide} */
    public static double crisp(double pixel) {
        return Math.floor(pixel) + 0.5;
    }

    /** Returns the smallest of 1, 2, 2.5, 5 times a power of ten that is not below the wish: the distance of round ticks. */
    public static double niceStep(double wish) {
        double power = Math.pow(10, Math.floor(Math.log10(wish)));
        for (double base : new double[] {1, 2, 2.5, 5}) {
            if (base * power >= wish * 0.999) {
                return base * power;
            }
        }
        return 10 * power;
    }
}
