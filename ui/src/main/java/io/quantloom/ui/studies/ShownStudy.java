package io.quantloom.ui.studies;

import io.quantloom.ui.chart.figure.ParallelChart;
import java.util.List;
import java.util.Set;

/**
 * The open study with what is looked at: the one filter and the one chosen trial that every drawing follows. Immutable.
 *
 * @param content the study
 * @param axes parallel coordinates over {@code drawn}
 * @param drawn the trials the axes run over, in their order
 * @param brushes parts of the axes that are looked at
 * @param inside numbers of the trials that pass the filter
 * @param selected number of the chosen trial; −1 for none
 */
public record ShownStudy(
        StudyContent content,
        ParallelChart.Content axes,
        List<TrialRow> drawn,
        List<ParallelChart.Brush> brushes,
        Set<Integer> inside,
        int selected) {

    /** Copies the collections. */
    public ShownStudy {
        drawn = List.copyOf(drawn);
        brushes = List.copyOf(brushes);
        inside = Set.copyOf(inside);
    }

    /** {@return whether the trial passes the filter} */
    public boolean holds(TrialRow trial) {
        return inside.contains(trial.number());
    }

    /** {@return the trials that pass the filter, ascending by number} */
    public List<TrialRow> passing() {
        return content.trials().stream().filter(this::holds).toList();
    }

    /** {@return the trials with a value, ascending by number} */
    public List<TrialRow> valued() {
        return content.trials().stream()
                .filter(trial -> !Double.isNaN(trial.value()))
                .toList();
    }
}
