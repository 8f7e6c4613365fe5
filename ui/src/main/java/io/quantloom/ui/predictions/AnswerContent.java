package io.quantloom.ui.predictions;

import io.quantloom.ui.chart.figure.RankChart.Bar;
import java.util.List;

/**
 * How one answer came about. Made away from the JavaFX thread. Immutable.
 *
 * @param way from where to where it goes, in words
 * @param bars each feature's part
 */
record AnswerContent(String way, List<Bar> bars) {

    AnswerContent {
        bars = List.copyOf(bars);
    }
}
