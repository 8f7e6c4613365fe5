package io.quantloom.ui.features;

import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.Layers.Stretch;
import java.util.List;

/**
 * Labels of a series, ready to show. Made away from the JavaFX thread. Immutable.
 *
 * @param definition as canonical text
 * @param series name of the series
 * @param synthetic why prices are not real; empty for real ones
 * @param bars the prices
 * @param stretches labels from entry to end, thinned so that none overlaps
 * @param size how many labels there are
 * @param balance how many labels of each kind
 * @param facts what should be looked at
 * @param guesses how well a simple guess ranks them, beside placebo twins
 */
record LabelContent(
        String definition,
        String series,
        String synthetic,
        ChartBars bars,
        List<Stretch> stretches,
        int size,
        List<Bar> balance,
        List<Fact> facts,
        List<Bar> guesses) {

    LabelContent {
        stretches = List.copyOf(stretches);
        balance = List.copyOf(balance);
        facts = List.copyOf(facts);
        guesses = List.copyOf(guesses);
    }

    /** A figure with its name. */
    record Fact(String name, String value) {}
}
