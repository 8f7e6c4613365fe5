package io.quantloom.engine.model.svm;

/**
 * The rows that the solver still moves. Each has a coefficient β = ±α inside its box and its error
 * {@code f = Σ βⱼ·K(x, xⱼ) − y}; a row may rise while β is below the top of its box, and fall while it is above the bottom.
 * Arrays are dense and loops plain, so that they run in vectors; what the next choice needs is kept for blocks of rows.
 */
final class ActiveRows {

    private static final int BLOCK = 256;
    /** Where two points are one, the step is bounded by their boxes. */
    private static final double LEAST_CURVE = 1e-12;

    private final KernelRowCache cache;
    private final int[] numbers;
    private final double[] errors;
    private final double[] betas;
    /** By number; true for rows set aside. */
    private final double[] aside;

    private final double[] bottoms;
    private final double[] tops;
    /** 0 where the row may rise, else infinite: the least sum with the error is the best row to raise. */
    private final double[] notUp;
    /** 0 where the row may fall, else minus infinite. */
    private final double[] notDown;

    private final double[] lowest;
    private final double[] highest;
    private int size;

    /** Takes all rows of the problem. */
    ActiveRows(KernelPoints points, BoxProblem problem, long cacheFloats) {
        size = points.size();
        cache = new KernelRowCache(points, cacheFloats);
        numbers = new int[size];
        errors = problem.errors.clone();
        betas = problem.betas.clone();
        aside = problem.betas.clone();
        bottoms = problem.bottoms.clone();
        tops = problem.tops.clone();
        notUp = new double[size];
        notDown = new double[size];
        lowest = new double[size / BLOCK + 1];
        highest = new double[size / BLOCK + 1];
        for (int i = 0; i < size; i++) {
            numbers[i] = i;
            mark(i);
        }
        summarize();
    }

    private void mark(int i) {
        notUp[i] = betas[i] < tops[i] ? 0 : Double.POSITIVE_INFINITY;
        notDown[i] = betas[i] > bottoms[i] ? 0 : Double.NEGATIVE_INFINITY;
    }

    int size() {
        return size;
    }

    /** {@return the number of row {@code i} in the whole problem} */
    int number(int i) {
        return numbers[i];
    }

    double error(int i) {
        return errors[i];
    }

    /** {@return the coefficients of all rows of the problem, those set aside too} */
    double[] allBetas() {
        double[] all = aside.clone();
        for (int i = 0; i < size; i++) {
            all[numbers[i]] = betas[i];
        }
        return all;
    }

    /** {@return the least error of a row that may rise} */
    double lowestError() {
        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; from < size; from += BLOCK) {
            least = Math.min(least, lowest[from / BLOCK]);
        }
        return least;
    }

    /** {@return the largest error of a row that may fall} */
    double highestError() {
        double most = Double.NEGATIVE_INFINITY;
        for (int from = 0; from < size; from += BLOCK) {
            most = Math.max(most, highest[from / BLOCK]);
        }
        return most;
    }

    /** Moves the pair that promises most, the first row chosen for its error and the second for the gain of the step. */
    void step() {
        int i = rising(lowestError());
        float[] rowI = cache.row(i);
        int j = falling(errors[i], rowI);
        float[] rowJ = cache.row(j);
        double way = (errors[j] - errors[i]) / Math.max(2 - 2 * (double) rowI[j], LEAST_CURVE);
        double up = tops[i] - betas[i];
        double down = betas[j] - bottoms[j];
        double moved = Math.min(way, Math.min(up, down));
        betas[i] = moved == up ? tops[i] : betas[i] + moved;
        betas[j] = moved == down ? bottoms[j] : betas[j] - moved;
        mark(i);
        mark(j);
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(size, from + BLOCK);
            add(errors, moved, rowI, rowJ, from, to);
            lowest[from / BLOCK] = least(errors, notUp, from, to);
            highest[from / BLOCK] = most(errors, notDown, from, to);
        }
    }

    private int rising(double error) {
        int from = 0;
        while (lowest[from / BLOCK] != error) {
            from += BLOCK;
        }
        while (errors[from] + notUp[from] != error) {
            from++;
        }
        return from;
    }

    /** The row to lower with one of that error: it gains {@code (difference of errors)²/curvature}, the more the better. */
    private int falling(double error, float[] row) {
        double best = -1;
        int block = 0;
        for (int from = 0; from < size; from += BLOCK) {
            if (highest[from / BLOCK] > error) {
                double gain = mostGain(errors, notDown, row, error, from, Math.min(size, from + BLOCK));
                if (gain > best) {
                    best = gain;
                    block = from;
                }
            }
        }
        while (gain(errors[block] + notDown[block] - error, row[block]) != best) {
            block++;
        }
        return block;
    }

    private void summarize() {
        for (int from = 0; from < size; from += BLOCK) {
            int to = Math.min(size, from + BLOCK);
            lowest[from / BLOCK] = least(errors, notUp, from, to);
            highest[from / BLOCK] = most(errors, notDown, from, to);
        }
    }

    /**
     * Drops the rows that neither end of the gap can pair with: those at a bound whose error lies outside of it. Nothing
     * happens where that is less than a tenth of the rows.
     */
    void shrink() {
        double least = lowestError();
        double most = highestError();
        int[] kept = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            boolean mayRise = notUp[i] == 0 && errors[i] <= most;
            boolean mayFall = notDown[i] == 0 && errors[i] >= least;
            if (mayRise || mayFall || (notUp[i] == 0 && notDown[i] == 0)) {
                kept[count++] = i;
            }
        }
        if (count > size - size / 10 || count == size) {
            return;
        }
        for (int i = 0; i < size; i++) {
            aside[numbers[i]] = betas[i];
        }
        for (int i = 0; i < count; i++) {
            int from = kept[i];
            numbers[i] = numbers[from];
            errors[i] = errors[from];
            betas[i] = betas[from];
            bottoms[i] = bottoms[from];
            tops[i] = tops[from];
            notUp[i] = notUp[from];
            notDown[i] = notDown[from];
        }
        cache.keep(kept, count);
        size = count;
        summarize();
    }

    private static void add(double[] errors, double moved, float[] up, float[] down, int from, int to) {
        for (int i = from; i < to; i++) {
            errors[i] += moved * ((double) up[i] - (double) down[i]);
        }
    }

    private static double least(double[] errors, double[] bar, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = Math.min(least, errors[i] + bar[i]);
        }
        return least;
    }

    private static double most(double[] errors, double[] bar, int from, int to) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            most = Math.max(most, errors[i] + bar[i]);
        }
        return most;
    }

    private static double mostGain(double[] errors, double[] bar, float[] row, double error, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            double off = Math.max(errors[i] + bar[i] - error, 0);
            most = Math.max(most, off * off / Math.max(2 - 2 * (double) row[i], LEAST_CURVE));
        }
        return most;
    }

    private static double gain(double difference, float kernel) {
        double off = Math.max(difference, 0);
        return off * off / Math.max(2 - 2 * (double) kernel, LEAST_CURVE);
    }
}
