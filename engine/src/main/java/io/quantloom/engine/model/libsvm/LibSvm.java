package io.quantloom.engine.model.libsvm;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.model.learning.ClassWeights;
import io.quantloom.engine.model.learning.PreparedRows;
import java.util.Optional;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * Calls the library. It is asked for margins only: its own probabilities draw from one random generator of the whole
 * process, so that fits beside each other would change one another's models.
 */
final class LibSvm {

    /** Who waits for the fit of this thread; the library shows signs of life by printing. */
    private static final ScopedValue<JobContext> WAITING = ScopedValue.newInstance();

    private static final double CACHE_MEGABYTES = 200;
    private static final double TOLERANCE = 1e-3;

    static {
        svm.svm_set_print_string_function(_ -> {
            if (WAITING.isBound() && WAITING.get().isCanceled()) {
                throw new CanceledFit();
            }
        });
    }

    private final PreparedRows rows;
    private final svm_node[][] nodes;
    private final svm_parameter parameters;
    private final JobContext context;

    LibSvm(PreparedRows rows, double gamma, double c, ClassWeights classes, JobContext context) {
        this.rows = rows;
        this.context = context;
        this.nodes = new svm_node[rows.size()][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = nodes(rows.rows()[i]);
        }
        parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = svm_parameter.RBF;
        parameters.gamma = gamma;
        parameters.C = c;
        parameters.eps = TOLERANCE;
        parameters.cache_size = CACHE_MEGABYTES;
        parameters.shrinking = 1;
        parameters.nr_weight = 2;
        parameters.weight_label = new int[] {1, -1};
        parameters.weight = new double[] {classes.positive(), classes.negative()};
    }

    private static svm_node[] nodes(double[] row) {
        svm_node[] nodes = new svm_node[row.length];
        for (int c = 0; c < row.length; c++) {
            nodes[c] = new svm_node();
            nodes[c].index = c + 1;
            nodes[c].value = row[c];
        }
        return nodes;
    }

    /** Fits to the rows of the numbers, of both classes; empty when canceled. */
    Optional<SupportVectors.Fitted> fit(int[] numbers) {
        var problem = new svm_problem();
        problem.l = numbers.length;
        problem.x = new svm_node[numbers.length][];
        problem.y = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            problem.x[i] = nodes[numbers[i]];
            problem.y[i] = rows.isPositive(numbers[i]) ? 1 : -1;
        }
        if (context.isCanceled()) {
            return Optional.empty();
        }
        try {
            return Optional.of(fitted(
                    ScopedValue.where(WAITING, context).call(() -> svm.svm_train(problem, parameters)), numbers));
        } catch (CanceledFit e) {
            return Optional.empty();
        }
    }

    private SupportVectors.Fitted fitted(svm_model model, int[] numbers) {
        // The library's margin rises with the class that it met first.
        double sign = model.label[0] > 0 ? 1 : -1;
        double[][] vectors = new double[model.l][];
        double[] coefficients = new double[model.l];
        for (int i = 0; i < model.l; i++) {
            vectors[i] = rows.rows()[numbers[model.sv_indices[i] - 1]];
            coefficients[i] = sign * model.sv_coef[0][i];
        }
        return new SupportVectors.Fitted(vectors, coefficients, sign * model.rho[0], parameters.gamma, rows.columns());
    }

    /** Carries the wish to stop through the library. */
    private static final class CanceledFit extends RuntimeException {
        private static final long serialVersionUID = 1;

        CanceledFit() {
            super("canceled", null, false, false);
        }
    }
}
