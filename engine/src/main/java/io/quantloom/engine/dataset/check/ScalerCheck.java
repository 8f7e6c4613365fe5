package io.quantloom.engine.dataset.check;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.dataset.check.Leak.Check;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Looks for a transformation of features (a scaler, an encoder, a selection) that is fitted on more than its training
 * window: samples outside of it are replaced by extreme ones with other classes, and no other row may notice.
 */
public final class ScalerCheck {

    private ScalerCheck() {}

    /** What is fitted on a training window and applied to every row. */
    @FunctionalInterface
    public interface Transformation {
        /**
         * Returns every row, transformed.
         *
         * @param rows features of all samples; not to be changed
         * @param classes of all samples; only those of the training window may be looked at
         * @param training samples to fit on, ascending
         */
        double[][] apply(double[][] rows, boolean[] classes, int[] training);
    }

    /**
     * Returns the first leak; empty for a clean transformation. A leak's bar is the sample, its column the place in the row.
     */
    public static Optional<Leak> run(
            Transformation transformation, double[][] rows, boolean[] classes, int[] training, Seeds seeds) {
        double[][] clean = transformation.apply(copy(rows), classes.clone(), training.clone());
        RandomGenerator random = seeds.random();
        boolean[] trained = new boolean[rows.length];
        for (int i : training) {
            trained[i] = true;
        }
        // Every second row outside the window is replaced: the others must not notice either.
        for (int phase = 0; phase < 2; phase++) {
            double[][] poisoned = copy(rows);
            boolean[] flipped = classes.clone();
            boolean[] replaced = new boolean[rows.length];
            for (int i = phase; i < rows.length; i += 2) {
                if (!trained[i]) {
                    replaced[i] = true;
                    flipped[i] = !flipped[i];
                    for (int c = 0; c < poisoned[i].length; c++) {
                        poisoned[i][c] = 1e6 * random.nextGaussian();
                    }
                }
            }
            Optional<Leak> leak = compare(clean, transformation.apply(poisoned, flipped, training.clone()), replaced);
            if (leak.isPresent()) {
                return leak;
            }
        }
        return ownClass(transformation, rows, classes, training, clean);
    }

    /** A row's features must not tell the row's own class, or they are worth nothing where that is not known. */
    private static Optional<Leak> ownClass(
            Transformation transformation, double[][] rows, boolean[] classes, int[] training, double[][] clean) {
        boolean[] replaced = new boolean[rows.length];
        boolean[] flipped = classes.clone();
        Arrays.fill(replaced, true);
        boolean[] trained = new boolean[rows.length];
        for (int i : training) {
            trained[i] = true;
        }
        for (int i = 0; i < rows.length; i++) {
            if (!trained[i]) {
                flipped[i] = !flipped[i];
                replaced[i] = false;
            }
        }
        return compare(clean, transformation.apply(copy(rows), flipped, training.clone()), replaced);
    }

    private static Optional<Leak> compare(double[][] expected, double[][] found, boolean[] replaced) {
        for (int i = 0; i < expected.length; i++) {
            for (int c = 0; c < expected[i].length && !replaced[i]; c++) {
                if (Double.doubleToLongBits(expected[i][c]) != Double.doubleToLongBits(found[i][c])) {
                    return Optional.of(new Leak(Check.FIT, "column " + c, i, expected[i][c], found[i][c]));
                }
            }
        }
        return Optional.empty();
    }

    private static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
}
