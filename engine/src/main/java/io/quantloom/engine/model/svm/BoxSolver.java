package io.quantloom.engine.model.svm;

import io.quantloom.engine.base.JobContext;

/**
 * Solves the dual by sequential minimal optimization: each step moves the two coefficients that promise most, the second
 * chosen with the curvature, until no pair is more than the tolerance apart. Rows at a bound that no step would move are set
 * aside meanwhile; before the end their errors are rebuilt from the coefficients changed since they were last known, and all
 * rows are looked at again. Equal problems give equal bits. Sources: R. Fan, P. Chen and C. Lin, Working set selection using
 * second order information, JMLR 6 (2005); T. Joachims, Making large-scale SVM learning practical (1998).
 */
final class BoxSolver {

    /** scikit-learn's and LIBSVM's. */
    static final double TOLERANCE = 1e-3;

    /** 200 MB of kernel rows. */
    private static final long CACHE_FLOATS = 50_000_000;

    private static final int STEPS_BETWEEN_LOOKS = 100;
    private static final int STEPS_BETWEEN_SHRINKS = 1000;
    private static final long MOST_STEPS = 10_000_000;

    private final KernelPoints points;
    private final double tolerance;
    private final JobContext context;
    private final float[] row;

    BoxSolver(KernelPoints points, double tolerance, JobContext context) {
        this.points = points;
        this.tolerance = tolerance;
        this.context = context;
        this.row = new float[points.size()];
    }

    /** Moves the problem from where it stands to its optimum; false when canceled, and the problem is where it was. */
    boolean solve(BoxProblem problem) {
        ActiveRows active = active(problem);
        int period = Math.min(problem.size(), STEPS_BETWEEN_SHRINKS);
        int untilShrink = 1;
        long most = Math.max(MOST_STEPS, 100L * problem.size());
        for (long step = 0; step < most; step++) {
            if (step % STEPS_BETWEEN_LOOKS == 0 && context.isCanceled()) {
                return false;
            }
            if (--untilShrink == 0) {
                untilShrink = period;
                active.shrink();
            }
            if (active.highestError() - active.lowestError() > tolerance) {
                active.step();
                continue;
            }
            boolean whole = active.size() == problem.size();
            if (!settle(active, problem)) {
                return false;
            }
            if (whole || problem.violation() <= tolerance) {
                return true;
            }
            active = active(problem);
            untilShrink = 2;
        }
        return settle(active, problem);
    }

    private ActiveRows active(BoxProblem problem) {
        return new ActiveRows(points.at(all()), problem, CACHE_FLOATS);
    }

    private int[] all() {
        int[] all = new int[points.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }

    /** Writes what the active rows found into the problem and rebuilds the errors of the others; false when canceled. */
    private boolean settle(ActiveRows active, BoxProblem problem) {
        int[] others = others(active, problem.size());
        double[] errors = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            errors[i] = problem.errors[others[i]];
        }
        double[] betas = active.allBetas();
        KernelPoints rest = points.at(others);
        int rebuilt = 0;
        for (int i = 0; i < betas.length && others.length > 0; i++) {
            double change = betas[i] - problem.betas[i];
            if (change != 0) {
                if (rebuilt++ % STEPS_BETWEEN_LOOKS == 0 && context.isCanceled()) {
                    return false;
                }
                rest.row(points, i, row);
                add(errors, change, row);
            }
        }
        for (int i = 0; i < others.length; i++) {
            problem.errors[others[i]] = errors[i];
        }
        for (int i = 0; i < active.size(); i++) {
            problem.errors[active.number(i)] = active.error(i);
        }
        System.arraycopy(betas, 0, problem.betas, 0, betas.length);
        return true;
    }

    private static int[] others(ActiveRows active, int size) {
        int[] others = new int[size - active.size()];
        int count = 0;
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (next < active.size() && active.number(next) == i) {
                next++;
            } else {
                others[count++] = i;
            }
        }
        return others;
    }

    /**
     * Returns the problem without the rows, near its optimum: begun at the optimum of all rows, their coefficients are set
     * to zero, what is then missing from the sum of zero is taken from the rows that like it best, and the errors follow.
     * The problem is convex and ends by the same conditions from every start, so that the margins agree with those of a
     * start at zero within the tolerance; only the way is shorter.
     */
    BoxProblem without(BoxProblem optimum, int[] left) {
        BoxProblem problem = optimum.copy();
        double excess = 0;
        for (int k = 0; k < left.length; k++) {
            if (k % STEPS_BETWEEN_LOOKS == 0 && context.isCanceled()) {
                // Half a problem; solving it begins with the same question.
                return problem;
            }
            int i = left[k];
            excess -= problem.betas[i];
            move(problem, i, -problem.betas[i]);
            problem.betas[i] = 0;
            problem.bottoms[i] = 0;
            problem.tops[i] = 0;
        }
        while (excess != 0) {
            int i = mostWilling(problem, excess > 0);
            if (i < 0) {
                // Nothing is left but what rounding made of the sum.
                break;
            }
            double bound = excess > 0 ? problem.bottoms[i] : problem.tops[i];
            double room = bound - problem.betas[i];
            double change = excess > 0 ? Math.max(room, -excess) : Math.min(room, -excess);
            move(problem, i, change);
            problem.betas[i] = change == room ? bound : problem.betas[i] + change;
            excess += change;
        }
        return problem;
    }

    private static int mostWilling(BoxProblem problem, boolean fall) {
        double sign = fall ? 1 : -1;
        int best = -1;
        for (int i = 0; i < problem.size(); i++) {
            boolean may = fall ? problem.betas[i] > problem.bottoms[i] : problem.betas[i] < problem.tops[i];
            if (may && (best < 0 || sign * problem.errors[i] > sign * problem.errors[best])) {
                best = i;
            }
        }
        return best;
    }

    private void move(BoxProblem problem, int i, double change) {
        if (change != 0) {
            points.row(points, i, row);
            add(problem.errors, change, row);
        }
    }

    private static void add(double[] sums, double factor, float[] row) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * row[i];
        }
    }
}
