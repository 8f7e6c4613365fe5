package io.quantloom.engine.model.explanation;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import java.util.Arrays;
import java.util.Optional;

/**
 * Shapley values of any function of a row. The value of a set S of features is the mean over the background of the
 * function at rows that have the explained row's values in S and the background row's elsewhere. Exact when the budget
 * holds all {@code 2^d − 2} sets, otherwise a paired sample of them; contributions add up to {@code f(x) − E f} either
 * way. All rows are explained with the same sets, so a row's answer does not depend on the rows beside it. Used by one
 * thread at a time.
 *
 * <p>Source: S. Lundberg and S.-I. Lee, A unified approach to interpreting model predictions, NeurIPS 2017; I. Covert and
 * S.-I. Lee, Improving KernelSHAP, AISTATS 2021 (pairs).
 *
 * <p>Cost: sets × background rows evaluations of the function for each explained row.
 */
public final class KernelShap {

    private static final int ROWS_AT_ONCE = 1024;

    private final Function function;
    private final double[][] background;
    private final Coalitions coalitions;
    private final ShapleyRegression regression;

    /** What is explained. */
    @FunctionalInterface
    public interface Function {

        /** Returns one finite number for each row. */
        double[] of(double[][] rows);
    }

    /**
     * Takes what to explain.
     *
     * @param background rows that stand for the average, at least one
     * @param budget most sets of features, at least twice the number of features
     */
    public KernelShap(Function function, double[][] background, int budget, Seeds seeds) {
        if (background.length == 0) {
            throw new IllegalArgumentException("expected at least one background row");
        }
        this.function = function;
        this.background = background.clone();
        this.coalitions = Coalitions.of(
                background[0].length, budget, seeds.child("coalitions").random());
        this.regression = new ShapleyRegression(coalitions);
    }

    /** {@return the budget where nothing else is said, {@code 2d + 2048}: exact up to 11 features} */
    public static int usualBudget(int features) {
        return budget(features, 2_048);
    }

    /** {@return so many sets and, beside them, those of one feature and of all but one} */
    static int budget(int features, int sets) {
        return 2 * features + sets;
    }

    /** {@return whether the values are exact rather than sampled} */
    public boolean isExact() {
        return coalitions.isExact();
    }

    /**
     * Explains the rows. Asks for cancellation after every thousand or so evaluations.
     *
     * @param space what the function gives
     */
    public Outcome<ShapValues> explain(OutputSpace space, double[][] rows, JobContext context) {
        double base = Arrays.stream(function.of(background)).sum() / background.length;
        double[] bases = new double[rows.length];
        Arrays.fill(bases, base);
        double[][] contributions = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            context.report(Progress.of("", i, rows.length));
            Optional<double[]> values = values(rows[i], base, context);
            if (values.isEmpty()) {
                return Outcome.canceled();
            }
            double whole = function.of(new double[][] {rows[i].clone()})[0] - base;
            contributions[i] = regression.solve(values.get(), whole);
        }
        return Outcome.success(ShapValues.of(space, bases, contributions));
    }

    /** The value of each set less the base; empty when canceled. */
    private Optional<double[]> values(double[] row, double base, JobContext context) {
        int together = Math.max(1, ROWS_AT_ONCE / background.length);
        double[] values = new double[coalitions.size()];
        for (int from = 0; from < values.length; from += together) {
            if (context.isCanceled()) {
                return Optional.empty();
            }
            int to = Math.min(values.length, from + together);
            double[] answers = function.of(mixed(row, from, to));
            for (int set = from; set < to; set++) {
                double sum = 0;
                for (int b = 0; b < background.length; b++) {
                    sum += answers[(set - from) * background.length + b];
                }
                values[set] = sum / background.length - base;
            }
        }
        return Optional.of(values);
    }

    /** For each set, one row for each background row. */
    private double[][] mixed(double[] row, int from, int to) {
        double[][] mixed = new double[(to - from) * background.length][];
        for (int set = from; set < to; set++) {
            boolean[] members = coalitions.members(set);
            for (int b = 0; b < background.length; b++) {
                double[] each = background[b].clone();
                for (int c = 0; c < row.length; c++) {
                    if (members[c]) {
                        each[c] = row[c];
                    }
                }
                mixed[(set - from) * background.length + b] = each;
            }
        }
        return mixed;
    }
}
