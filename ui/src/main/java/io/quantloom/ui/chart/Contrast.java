package io.quantloom.ui.chart;

import javafx.scene.paint.Color;

/** Chooses readable ink on a coloured ground by WCAG contrast. */
public final class Contrast {
    private static final Color LIGHT = Color.web("#F4F8FC");
    private static final Color DARK = Color.web("#0A0D12");

    private Contrast() {}

    /** Returns near white or near black, whichever reads better on the ground. */
    public static Color ink(Color ground) {
        return ratio(LIGHT, ground) >= ratio(DARK, ground) ? LIGHT : DARK;
    }

    static double ratio(Color one, Color two) {
        double a = luminance(one);
        double b = luminance(two);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
