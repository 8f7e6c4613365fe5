package io.quantloom.engine.model.svm;

/**
 * The dual of a support vector machine: find β inside its box, summing to zero, that makes {@code ½·βᵀKβ − yᵀβ} least. A
 * row's box is [0, C] where it is of the positive class and [−C, 0] where not; a row left out has an empty one.
 */
final class BoxProblem {

    final double[] classes;
    final double[] bottoms;
    final double[] tops;
    /** Where the solver stands; it begins there and ends at the optimum. */
    final double[] betas;
    /** {@code Σ βⱼ·K(x, xⱼ) − y} of every row at {@link #betas}. */
    final double[] errors;

    private BoxProblem(double[] classes, double[] bottoms, double[] tops, double[] betas, double[] errors) {
        this.classes = classes;
        this.bottoms = bottoms;
        this.tops = tops;
        this.betas = betas;
        this.errors = errors;
    }

    /**
     * Returns the problem at its start, all β zero.
     *
     * @param most C of each row
     */
    static BoxProblem of(boolean[] positive, double[] most) {
        int size = positive.length;
        double[] classes = new double[size];
        double[] bottoms = new double[size];
        double[] tops = new double[size];
        double[] errors = new double[size];
        for (int i = 0; i < size; i++) {
            classes[i] = positive[i] ? 1 : -1;
            bottoms[i] = positive[i] ? 0 : -most[i];
            tops[i] = positive[i] ? most[i] : 0;
            errors[i] = -classes[i];
        }
        return new BoxProblem(classes, bottoms, tops, new double[size], errors);
    }

    int size() {
        return classes.length;
    }

    /** {@return a copy that may be moved on its own} */
    BoxProblem copy() {
        return new BoxProblem(classes, bottoms.clone(), tops.clone(), betas.clone(), errors.clone());
    }

    /** {@return the class, 1 or −1, if rows of one only may move; 0 where both are there} */
    double onlyClass() {
        double only = 0;
        for (int i = 0; i < size(); i++) {
            if (bottoms[i] < tops[i]) {
                if (only != 0 && only != classes[i]) {
                    return 0;
                }
                only = classes[i];
            }
        }
        return only;
    }

    /** {@return the margin's zero: the mean error of the rows inside their boxes, or the middle of what the others allow} */
    double threshold() {
        double sum = 0;
        int free = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            boolean up = betas[i] < tops[i];
            boolean down = betas[i] > bottoms[i];
            if (up && down) {
                sum += errors[i];
                free++;
            } else if (up) {
                least = Math.min(least, errors[i]);
            } else if (down) {
                most = Math.max(most, errors[i]);
            }
        }
        return free > 0 ? sum / free : (least + most) / 2;
    }

    /** {@return the margin of row {@code i} at the optimum} */
    double margin(int i, double threshold) {
        return errors[i] + classes[i] - threshold;
    }

    /** {@return {@code ½·βᵀKβ − yᵀβ}} */
    double objective() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += betas[i] * (errors[i] - classes[i]);
        }
        return sum / 2;
    }

    /** {@return by how much the worst pair of rows breaks the conditions of the optimum; zero or less there} */
    double violation() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size(); i++) {
            least = betas[i] < tops[i] ? Math.min(least, errors[i]) : least;
            most = betas[i] > bottoms[i] ? Math.max(most, errors[i]) : most;
        }
        return most - least;
    }
}
