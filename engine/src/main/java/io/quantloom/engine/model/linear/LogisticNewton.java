package io.quantloom.engine.model.linear;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowForm;
import java.util.Optional;

/** Newton's method on the penalized logistic loss; the last parameter is the intercept, which costs nothing. */
final class LogisticNewton {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 40;
    /** Newton's decrement at which the minimum is reached to about ten digits. */
    private static final double NEAR = 1e-12;

    private final String learner;
    private final PreparedRows rows;
    private final double c;
    private final int columns;

    LogisticNewton(String learner, PreparedRows rows, double c) {
        this.learner = learner;
        this.rows = rows;
        this.c = c;
        this.columns = rows.columns();
    }

    Outcome<double[]> minimum(JobContext context) {
        double[] at = new double[columns + 1];
        double loss = loss(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (context.isCanceled()) {
                return Outcome.canceled();
            }
            double[] gradient = new double[columns + 1];
            double[][] curvature = new double[columns + 1][columns + 1];
            derive(at, gradient, curvature);
            Optional<double[]> solved = Cholesky.solve(curvature, gradient);
            if (solved.isEmpty()) {
                return Outcome.failed(noMinimum("a curvature that is flat"));
            }
            double[] way = solved.get();
            double decrement = 0;
            for (int k = 0; k <= columns; k++) {
                decrement += way[k] * gradient[k];
            }
            double[] next = at;
            double lower = loss;
            double length = 1;
            for (int half = 0; half < MOST_HALVINGS && !(lower < loss); half++, length /= 2) {
                next = moved(at, way, length);
                lower = loss(next);
            }
            if (!(lower < loss)) {
                // No digit of the loss is left to win.
                return Outcome.success(at);
            }
            at = next;
            loss = lower;
            if (decrement < NEAR * (1 + loss)) {
                return Outcome.success(at);
            }
        }
        return Outcome.failed(noMinimum("none after " + MOST_STEPS + " steps"));
    }

    private static double[] moved(double[] at, double[] way, double length) {
        double[] next = at.clone();
        for (int k = 0; k < next.length; k++) {
            next[k] -= length * way[k];
        }
        return next;
    }

    private double margin(double[] at, double[] x) {
        double margin = at[columns];
        for (int k = 0; k < columns; k++) {
            margin += at[k] * x[k];
        }
        return margin;
    }

    private double loss(double[] at) {
        double loss = 0;
        for (int i = 0; i < rows.size(); i++) {
            double margin = margin(at, rows.rows()[i]);
            double wrong = rows.isPositive(i) ? -margin : margin;
            // ln(1 + e^wrong) without overflow
            loss += rows.weight(i) * (Math.max(wrong, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(wrong))));
        }
        double squares = 0;
        for (int k = 0; k < columns; k++) {
            squares += at[k] * at[k];
        }
        return c * loss + squares / 2;
    }

    private void derive(double[] at, double[] gradient, double[][] curvature) {
        for (int i = 0; i < rows.size(); i++) {
            double[] x = rows.rows()[i];
            double p = RowForm.sigmoid(margin(at, x));
            double slope = c * rows.weight(i) * (p - (rows.isPositive(i) ? 1 : 0));
            double bend = c * rows.weight(i) * p * (1 - p);
            for (int k = 0; k < columns; k++) {
                gradient[k] += slope * x[k];
                double bent = bend * x[k];
                for (int m = 0; m <= k; m++) {
                    curvature[k][m] += bent * x[m];
                }
                curvature[columns][k] += bent;
            }
            gradient[columns] += slope;
            curvature[columns][columns] += bend;
        }
        for (int k = 0; k < columns; k++) {
            gradient[k] += at[k];
            curvature[k][k] += 1;
        }
        // Keeps the system definite where every row is sure of its class.
        curvature[columns][columns] += 1e-12;
    }

    private Failure noMinimum(String found) {
        return Failure.of(
                Reason.CALCULATION_FAILED,
                "a minimum of the logistic loss",
                found,
                learner,
                "set scale to " + PreparedRows.STANDARD + " or lower c");
    }
}
