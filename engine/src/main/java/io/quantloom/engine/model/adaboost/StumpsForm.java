package io.quantloom.engine.model.adaboost;

import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.RowForm;
import java.util.ArrayList;
import java.util.List;

/** Weighted votes of stumps: the margin is the weight of the yeses minus that of the noes over all, in [−1, 1]. */
final class StumpsForm implements RowForm {

    private static final int MOST_COLUMNS = 100_000;
    static final int MOST_STUMPS = 100_000;

    private final int columns;
    private final List<Stump> stumps;
    private final double all;

    StumpsForm(int columns, List<Stump> stumps) {
        this.columns = columns;
        this.stumps = List.copyOf(stumps);
        double sum = 0;
        for (Stump stump : stumps) {
            sum += stump.weight();
        }
        this.all = sum;
    }

    static StumpsForm read(ModelReader reader) {
        int columns = reader.whole(1, MOST_COLUMNS);
        int count = reader.whole(1, MOST_STUMPS);
        var stumps = new ArrayList<Stump>();
        for (int i = 0; i < count; i++) {
            var stump =
                    new Stump(reader.whole(0, columns - 1), reader.real(), reader.flag(), reader.flag(), reader.real());
            if (!(stump.weight() > 0)) {
                throw new IllegalArgumentException("a stump of weight " + stump.weight());
            }
            stumps.add(stump);
        }
        return new StumpsForm(columns, stumps);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(columns).whole(stumps.size());
        for (Stump stump : stumps) {
            writer.whole(stump.feature())
                    .real(stump.threshold())
                    .flag(stump.low())
                    .flag(stump.high())
                    .real(stump.weight());
        }
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double margin(double[] row) {
        double sum = 0;
        for (Stump stump : stumps) {
            sum += stump.says(row) ? stump.weight() : -stump.weight();
        }
        return sum / all;
    }

    @Override
    public double[] terms(double[] row) {
        double[] terms = new double[columns + 1];
        for (Stump stump : stumps) {
            terms[stump.feature()] += (stump.says(row) ? stump.weight() : -stump.weight()) / all;
        }
        return terms;
    }

    @Override
    public double probability(double margin) {
        return RowForm.sigmoid(margin);
    }

    @Override
    public boolean isPositive(double margin) {
        return margin > 0;
    }
}
