package io.quantloom.engine.model.neighbor;

import io.quantloom.engine.model.learning.DistanceColumns;
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowForm;
import io.quantloom.engine.model.learning.Standardizer;

/** The training rows, and their classes. */
final class NeighborsForm implements RowForm {

    static final int MOST_NEIGHBORS = 10_000;
    private static final int MOST_COLUMNS = 100_000;
    private static final int MOST_ROWS = 100_000_000;

    private static final int MOST_HELD = 100_000;
    private static final int ROWS_AT_ONCE = 64;

    private final Standardizer scaler;
    private final int neighbors;
    private final DistanceColumns rows;
    private final boolean[] positive;
    private final double[] distances;

    private NeighborsForm(Standardizer scaler, int neighbors, DistanceColumns rows, boolean[] positive) {
        this.scaler = scaler;
        this.neighbors = neighbors;
        this.rows = rows;
        this.positive = positive;
        this.distances = new double[positive.length];
    }

    static NeighborsForm of(PreparedRows rows, int neighbors) {
        double[][] columns = new double[rows.columns()][rows.size()];
        boolean[] positive = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            positive[i] = rows.isPositive(i);
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = rows.rows()[i][c];
            }
        }
        return new NeighborsForm(rows.scaler(), neighbors, new DistanceColumns(columns, rows.size()), positive);
    }

    static NeighborsForm read(ModelReader reader) {
        int width = reader.whole(1, MOST_COLUMNS);
        int neighbors = reader.whole(1, MOST_NEIGHBORS);
        int size = reader.whole(neighbors, MOST_ROWS);
        Standardizer scaler = reader.scaler(width);
        DistanceColumns rows = DistanceColumns.read(reader, width, size);
        boolean[] positive = new boolean[size];
        for (int i = 0; i < size; i++) {
            positive[i] = reader.flag();
        }
        return new NeighborsForm(scaler, neighbors, rows, positive);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(rows.width()).whole(neighbors).whole(positive.length).scaler(scaler);
        rows.write(writer);
        for (boolean yes : positive) {
            writer.flag(yes);
        }
    }

    @Override
    public int columns() {
        return rows.width();
    }

    /** {@return the share of the positive class among the nearest} */
    @Override
    public double margin(double[] row) {
        return margins(new double[][] {row})[0];
    }

    @Override
    public double[] margins(double[][] asked) {
        double[] margins = new double[asked.length];
        int together = Math.clamp(MOST_HELD / neighbors, 1, ROWS_AT_ONCE);
        for (int first = 0; first < asked.length; first += together) {
            Nearest[] nearest = new Nearest[Math.min(together, asked.length - first)];
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = new Nearest(neighbors, scaler.apply(asked[first + i]));
            }
            for (int from = 0; from < distances.length; from += DistanceColumns.PART) {
                int to = Math.min(distances.length, from + DistanceColumns.PART);
                for (Nearest each : nearest) {
                    rows.squared(each.x, from, to, distances);
                    each.look(distances, from, to);
                }
            }
            for (int i = 0; i < nearest.length; i++) {
                margins[first + i] = (double) nearest[i].positives(positive) / neighbors;
            }
        }
        return margins;
    }

    @Override
    public double probability(double margin) {
        return margin;
    }

    @Override
    public boolean isPositive(double margin) {
        return margin > 0.5;
    }

    /** The rows nearest to one that is asked about, of those looked at so far, nearest first. */
    private static final class Nearest {

        private final double[] x;
        private final double[] nearest;
        private final int[] who;
        private int held;

        Nearest(int neighbors, double[] x) {
            this.x = x;
            this.nearest = new double[neighbors];
            this.who = new int[neighbors];
        }

        /** Looks at the rows [from, to); most parts hold none that is near enough. */
        void look(double[] distances, int from, int to) {
            if (held == who.length && least(distances, from, to) >= nearest[held - 1]) {
                return;
            }
            for (int i = from; i < to; i++) {
                if (held < who.length || distances[i] < nearest[held - 1]) {
                    insert(distances[i], i);
                }
            }
        }

        private static double least(double[] distances, int from, int to) {
            double least = Double.POSITIVE_INFINITY;
            for (int i = from; i < to; i++) {
                least = Math.min(least, distances[i]);
            }
            return least;
        }

        /** Puts the row in behind all that are at most as far; the last one drops out. */
        private void insert(double distance, int row) {
            int place = held < who.length ? held++ : held - 1;
            while (place > 0 && nearest[place - 1] > distance) {
                nearest[place] = nearest[place - 1];
                who[place] = who[place - 1];
                place--;
            }
            nearest[place] = distance;
            who[place] = row;
        }

        int positives(boolean[] positive) {
            int positives = 0;
            for (int i : who) {
                positives += positive[i] ? 1 : 0;
            }
            return positives;
        }
    }
}
