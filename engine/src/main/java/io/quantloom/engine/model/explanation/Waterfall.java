package io.quantloom.engine.model.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How one answer came about: from the base, feature by feature, to the output. Immutable.
 *
 * @param title which row it is, for example {@code latest}
 * @param row its place among the rows that were given
 * @param space what the numbers are
 * @param base what is said on average
 * @param output what is said of this row: base and all contributions together, to rounding
 * @param contributions of every feature, the largest size first
 */
public record Waterfall(
        String title, int row, OutputSpace space, double base, double output, List<Contribution> contributions) {

    /** Copies the list. */
    public Waterfall {
        contributions = List.copyOf(contributions);
    }

    /** Takes explained row {@code i}, which has the values and the place {@code row}. */
    static Waterfall of(String title, int row, List<String> features, double[] values, ShapValues explained, int i) {
        List<Contribution> contributions = new ArrayList<>();
        for (int c = 0; c < features.size(); c++) {
            contributions.add(
                    new Contribution(features.get(c), values[c], explained.contributions(i)[c]));
        }
        // A stable sort: equals stay in the order of the columns.
        contributions.sort(Comparator.comparingDouble((Contribution each) -> -Math.abs(each.contribution())));
        return new Waterfall(title, row, explained.space(), explained.base(i), explained.output(i), contributions);
    }
}
