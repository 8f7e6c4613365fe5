package io.quantloom.engine.model.neighbor;

import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.ModelWriter;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowForm;
import io.quantloom.engine.model.learning.Standardizer;
import java.util.Arrays;

/** The training rows, column by column so that the loop over them runs in vectors, and their classes. */
final class NeighborsForm implements RowForm {

    static final int MOST_NEIGHBORS = 10_000;
    private static final int MOST_COLUMNS = 100_000;
    private static final int MOST_ROWS = 100_000_000;

    private final Standardizer scaler;
    private final int neighbors;
    private final double[][] columns;
    private final boolean[] positive;
    private final double[] distances;
    private final double[] nearest;
    private final int[] who;

    private NeighborsForm(Standardizer scaler, int neighbors, double[][] columns, boolean[] positive) {
        this.scaler = scaler;
        this.neighbors = neighbors;
        this.columns = columns;
        this.positive = positive;
        this.distances = new double[positive.length];
        this.nearest = new double[neighbors];
        this.who = new int[neighbors];
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
        return new NeighborsForm(rows.scaler(), neighbors, columns, positive);
    }

    static NeighborsForm read(ModelReader reader) {
        int width = reader.whole(1, MOST_COLUMNS);
        int neighbors = reader.whole(1, MOST_NEIGHBORS);
        int size = reader.whole(neighbors, MOST_ROWS);
        Standardizer scaler = reader.scaler(width);
        double[][] columns = new double[width][];
        for (int c = 0; c < width; c++) {
            columns[c] = reader.reals(size);
        }
        boolean[] positive = new boolean[size];
        for (int i = 0; i < size; i++) {
            positive[i] = reader.flag();
        }
        return new NeighborsForm(scaler, neighbors, columns, positive);
    }

    @Override
    public void write(ModelWriter writer) {
        writer.whole(columns.length).whole(neighbors).whole(positive.length).scaler(scaler);
        for (double[] column : columns) {
            writer.reals(column);
        }
        for (boolean yes : positive) {
            writer.flag(yes);
        }
    }

    @Override
    public int columns() {
        return columns.length;
    }

    /** {@return the share of the positive class among the nearest} */
    @Override
    public double margin(double[] row) {
        double[] x = scaler.apply(row);
        Arrays.fill(distances, 0);
        for (int c = 0; c < x.length; c++) {
            add(columns[c], x[c], distances);
        }
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        double farthest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] < farthest || i < neighbors) {
                insert(distances[i], i, Math.min(i, neighbors - 1));
                farthest = i + 1 < neighbors ? Double.POSITIVE_INFINITY : nearest[neighbors - 1];
            }
        }
        int positives = 0;
        for (int i : who) {
            positives += positive[i] ? 1 : 0;
        }
        return (double) positives / neighbors;
    }

    @Override
    public double probability(double margin) {
        return margin;
    }

    @Override
    public boolean isPositive(double margin) {
        return margin > 0.5;
    }

    private static void add(double[] column, double at, double[] distances) {
        for (int i = 0; i < distances.length; i++) {
            double off = column[i] - at;
            distances[i] += off * off;
        }
    }

    /** Puts the row in behind all that are at most as far; the last one drops out. */
    private void insert(double distance, int row, int last) {
        int place = last;
        while (place > 0 && nearest[place - 1] > distance) {
            nearest[place] = nearest[place - 1];
            who[place] = who[place - 1];
            place--;
        }
        nearest[place] = distance;
        who[place] = row;
    }
}
