package io.quantloom.ui.registry.card;

import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import java.util.List;
import java.util.Optional;

/**
 * What a run recorded of its model's worth; what was not recorded is missing. Made away from the JavaFX thread. Immutable.
 *
 * @param quality how well it classifies
 * @param explanation what it looks at
 * @param placebo its score beside those on twins without signal
 * @param search how much of its result is the search
 */
record CardContent(
        Optional<Quality> quality, Optional<Explained> explanation, Optional<Twins> placebo, List<Figure> search) {

    CardContent {
        search = List.copyOf(search);
    }

    /** {@return whether nothing was recorded} */
    boolean isEmpty() {
        return quality.isEmpty() && explanation.isEmpty() && placebo.isEmpty() && search.isEmpty();
    }

    /** A figure with the interval it lies in, or a word beside it, ready to read. */
    record Figure(String name, String value, String interval) {}

    /**
     * How well a model classifies.
     *
     * @param confusion real class by said class
     * @param roc hits against false alarms
     * @param reliability how often it came true by what was said; empty for scores that are no probabilities
     * @param figures shares and scores
     * @param note on how many rows
     */
    record Quality(
            MatrixChart.Content confusion,
            PointContent roc,
            Optional<PointContent> reliability,
            List<Figure> figures,
            String note) {

        Quality {
            figures = List.copyOf(figures);
        }
    }

    /**
     * What a model looks at.
     *
     * @param importances mean size of each feature's contribution, the sign of its mean as color
     * @param examples single answers, feature by feature
     * @param note how it was found
     */
    record Explained(List<Bar> importances, List<Example> examples, String note) {

        Explained {
            importances = List.copyOf(importances);
            examples = List.copyOf(examples);
        }
    }

    /** One answer: which it is, from where to where it goes, and each step. */
    record Example(String title, String way, List<Bar> bars) {

        Example {
            bars = List.copyOf(bars);
        }
    }

    /** Scores on twins without signal beside the real one. */
    record Twins(String score, List<Double> twins, double real, String verdict) {

        Twins {
            twins = List.copyOf(twins);
        }
    }
}
