package io.quantloom.engine.model.linear;

import java.util.Optional;

/** Solves symmetric positive definite systems. */
final class Cholesky {

    private Cholesky() {}

    /**
     * Returns x of {@code A·x = b}; empty when A is not positive definite as far as its digits tell. The system is first
     * scaled to a diagonal of ones, because features of sizes 1e9 and 1e-4 may meet in it. O(n³/6).
     *
     * @param a the matrix, of which the lower triangle is read; kept
     * @param b the right side; kept
     */
    static Optional<double[]> solve(double[][] a, double[] b) {
        int n = b.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(a[i][i] > 0) || !Double.isFinite(a[i][i])) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(a[i][i]);
        }
        double[][] lower = new double[n][n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 1e-15) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
            double right = b[i] * scale[i];
            for (int k = 0; k < i; k++) {
                right -= lower[i][k] * x[k];
            }
            x[i] = right / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = 0; i < n; i++) {
            x[i] *= scale[i];
        }
        return Optional.of(x);
    }
}
