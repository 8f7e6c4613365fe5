package io.quantloom.engine.model.svm;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.ClassWeights;
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowModel;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A support vector machine with the kernel {@code e^(−gamma·|x − y|²)}. Its class is the sign of the margin; its
 * probability is Platt's sigmoid of the margin, fitted to margins out of fold (five folds of shuffled rows, each begun at
 * the optimum of all rows), so that the two may differ. Hyperparameters: {@code c} 1, {@code gamma} scale
 * ({@code 1/(d·variance of all values)}) or a number, {@code scale} standard, {@code class_weight} none. Rows count by their
 * class's weight only, as in scikit-learn's defaults. No contributions. Fitting costs about the square of the rows, and up
 * to 200 MB of memory for rows of the kernel. Stateless. Sources: C. Cortes and V. Vapnik, Machine Learning 20 (1995);
 * C. Chang and C. Lin, ACM TIST 2 (2011), whose LIBSVM 3.35 the tests compare with; scikit-learn's SVC.
 */
public final class SvmLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "svm";

    private static final String SCALE = "scale";
    private static final int FOLDS = 5;

    private static final List<Setting> SETTINGS = List.of(
            Setting.real("c", 1, 1e-6, 1e6),
            new Setting.Numeric("gamma", SCALE, 1e-9, 1e6, false, List.of(SCALE)),
            Setting.scale(PreparedRows.STANDARD),
            Setting.CLASS_WEIGHT);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return Settings.names(SETTINGS);
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        return PreparedRows.of(NAME, SETTINGS, set, parameters)
                .then(rows -> fit(
                        rows,
                        ClassWeights.of(rows.settings().word("class_weight"), set),
                        seeds.child(NAME + "/platt").random(),
                        context));
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, SupportVectors::read);
    }

    private static Outcome<TrainedModel> fit(
            PreparedRows rows, ClassWeights classes, RandomGenerator random, JobContext context) {
        double gamma =
                rows.settings().isWord("gamma") ? scaled(rows) : rows.settings().number("gamma");
        boolean[] positive = new boolean[rows.size()];
        double[] most = new double[rows.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.isPositive(i);
            most[i] = rows.settings().number("c") * (positive[i] ? classes.positive() : classes.negative());
        }
        var points = KernelPoints.of(rows.rows(), rows.columns(), gamma);
        var solver = new BoxSolver(points, BoxSolver.TOLERANCE, context);
        BoxProblem optimum = BoxProblem.of(positive, most);
        context.report(Progress.of("", 0, FOLDS + 1));
        if (!solver.solve(optimum)) {
            return Outcome.canceled();
        }
        double[] margins = new double[rows.size()];
        int[] order = shuffled(rows.size(), random);
        for (int fold = 0; fold < FOLDS; fold++) {
            context.report(Progress.of("", fold + 1, FOLDS + 1));
            int from = Math.toIntExact((long) fold * order.length / FOLDS);
            int to = Math.toIntExact((long) (fold + 1) * order.length / FOLDS);
            if (from < to && !leaveOut(solver, optimum, Arrays.copyOfRange(order, from, to), margins)) {
                return Outcome.canceled();
            }
        }
        Platt sigmoid = Platt.fit(margins, positive);
        return Outcome.success(
                new RowModel(NAME, SupportVectors.of(rows.rows(), rows.scaler(), optimum, gamma, sigmoid)));
    }

    /** Fits without the rows and writes their margins; false when canceled. */
    private static boolean leaveOut(BoxSolver solver, BoxProblem optimum, int[] left, double[] margins) {
        BoxProblem problem = solver.without(optimum, left);
        double only = problem.onlyClass();
        if (only != 0) {
            for (int i : left) {
                margins[i] = only;
            }
            return true;
        }
        if (!solver.solve(problem)) {
            return false;
        }
        double threshold = problem.threshold();
        for (int i : left) {
            margins[i] = problem.margin(i, threshold);
        }
        return true;
    }

    /** {@code 1/(d·variance)} over all values of all rows; 1 where nothing varies. */
    private static double scaled(PreparedRows rows) {
        double count = (double) rows.size() * rows.columns();
        double sum = 0;
        for (double[] row : rows.rows()) {
            for (double value : row) {
                sum += value;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (double[] row : rows.rows()) {
            for (double value : row) {
                squares += (value - mean) * (value - mean);
            }
        }
        return squares > 0 ? count / squares / rows.columns() : 1;
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(size - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
