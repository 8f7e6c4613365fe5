package io.quantloom.ui.explanation;

import io.quantloom.engine.model.explanation.Contribution;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Puts how an answer came about into bars, each of which begins where the one above ends. Pure functions. */
public final class Waterfalls {

    private static final Texts TEXTS = Texts.of("explanation");

    private Waterfalls() {}

    /**
     * Returns the way from the base over the largest contributions, and the others together, to the output.
     *
     * @param most how many features have a bar of their own, above zero
     */
    public static List<Bar> bars(Waterfall answer, int most) {
        List<Contribution> all = answer.contributions();
        // One that is left over needs no name for itself: it can as well be told.
        int shown = all.size() <= most + 1 ? all.size() : most;
        var bars = new ArrayList<Bar>();
        double at = answer.base();
        for (Contribution one : all.subList(0, shown)) {
            bars.add(step(one.feature() + " = " + Formats.setting(one.value()), at, at + one.contribution()));
            at += one.contribution();
        }
        if (shown < all.size()) {
            bars.add(step(TEXTS.get("rest", all.size() - shown), at, answer.output()));
        }
        return bars;
    }

    private static Bar step(String name, double from, double to) {
        return new Bar(name, from, to, Double.NaN, Double.NaN, to < from ? "down" : "up", Formats.signed(to - from, 3));
    }

    /** Returns from where to where it goes and in which unit, in words. */
    public static String way(Waterfall answer) {
        return TEXTS.get(
                "way",
                Formats.decimal(answer.base(), 3),
                Formats.decimal(answer.output(), 3),
                TEXTS.get("space." + answer.space().name()));
    }
}
