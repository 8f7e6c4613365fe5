package io.quantloom.engine.model.explanation;

/**
 * Shapley values as a weighted least squares fit of a sum over the features to the values of coalitions, under the
 * condition that the values of all features add up to the whole. The condition removes the last feature:
 * {@code v(S) − z_d·Δ = Σ_{j<d} φ_j·(z_j − z_d)}, {@code φ_d = Δ − Σ φ_j}. The matrix depends on the coalitions alone, so
 * it is factored once for all rows. Immutable.
 */
final class ShapleyRegression {

    private final Coalitions coalitions;
    private final int unknowns;
    private final double[][] factor;

    ShapleyRegression(Coalitions coalitions) {
        this.coalitions = coalitions;
        this.unknowns = coalitions.features() - 1;
        this.factor = factored(normal());
    }

    /**
     * Returns the value of each feature.
     *
     * @param values of the coalitions, each less the value of the empty one
     * @param whole value of all features together, less that of none
     */
    double[] solve(double[] values, double whole) {
        double[] right = new double[unknowns];
        for (int set = 0; set < coalitions.size(); set++) {
            int last = coalitions.has(set, unknowns) ? 1 : 0;
            double rest = coalitions.weight(set) * (values[set] - last * whole);
            for (int j = 0; j < unknowns; j++) {
                right[j] += rest * difference(set, j, last);
            }
        }
        double[] solved = substituted(right);
        double[] shares = new double[unknowns + 1];
        double sum = 0;
        for (int j = 0; j < unknowns; j++) {
            shares[j] = solved[j];
            sum += solved[j];
        }
        shares[unknowns] = whole - sum;
        return shares;
    }

    private int difference(int set, int feature, int last) {
        return (coalitions.has(set, feature) ? 1 : 0) - last;
    }

    private double[][] normal() {
        double[][] matrix = new double[unknowns][unknowns];
        int[] row = new int[unknowns];
        for (int set = 0; set < coalitions.size(); set++) {
            int last = coalitions.has(set, unknowns) ? 1 : 0;
            for (int j = 0; j < unknowns; j++) {
                row[j] = difference(set, j, last);
            }
            double weight = coalitions.weight(set);
            for (int j = 0; j < unknowns; j++) {
                if (row[j] != 0) {
                    for (int k = 0; k <= j; k++) {
                        matrix[j][k] += weight * row[j] * row[k];
                    }
                }
            }
        }
        return matrix;
    }

    /** Cholesky's lower triangle; sets of one feature and of all but one make the matrix positive definite. */
    private static double[][] factored(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = matrix[j][k];
                for (int i = 0; i < k; i++) {
                    sum -= matrix[j][i] * matrix[k][i];
                }
                matrix[j][k] = j == k ? Math.sqrt(sum) : sum / matrix[k][k];
            }
        }
        return matrix;
    }

    private double[] substituted(double[] right) {
        double[] x = right.clone();
        for (int j = 0; j < unknowns; j++) {
            for (int i = 0; i < j; i++) {
                x[j] -= factor[j][i] * x[i];
            }
            x[j] /= factor[j][j];
        }
        for (int j = unknowns - 1; j >= 0; j--) {
            for (int i = j + 1; i < unknowns; i++) {
                x[j] -= factor[i][j] * x[i];
            }
            x[j] /= factor[j][j];
        }
        return x;
    }
}
