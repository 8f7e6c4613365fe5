package io.quantloom.engine.model.libsvm;

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

/**
 * A support vector machine with the kernel {@code e^(−gamma·|x − y|²)}. Its class is the sign of the margin; its
 * probability is Platt's sigmoid of the margin, fitted to margins out of fold (five folds of shuffled rows, 5,000
 * of them at most), so that the two may differ. Hyperparameters: {@code c} 1, {@code gamma} scale ({@code 1/(d·variance of all values)}) or a number,
 * {@code scale} standard, {@code class_weight} none. Rows count by their class's weight only: LibSVM knows no weights of
 * rows. No contributions. Fitting costs more than the square of the rows. Stateless. Sources: C. Cortes and V. Vapnik,
 * Machine Learning 20 (1995); C. Chang and C. Lin, ACM TIST 2 (2011); scikit-learn's SVC.
 */
public final class SvmLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "svm";

    /** The library and its version. */
    public static final String LIBRARY = "libsvm 3.35";

    private static final String SCALE = "scale";
    private static final int FOLDS = 5;
    /** Two numbers need no more rows, and the folds would take three times as long as the fit itself. */
    private static final int MOST_FOLDED = 5000;

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
    public String library() {
        return LIBRARY;
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
        var solver = new LibSvm(rows, gamma, rows.settings().number("c"), classes, context);
        int[] shuffled = Arrays.copyOf(shuffled(rows.size(), random), Math.min(rows.size(), MOST_FOLDED));
        double[] margins = new double[shuffled.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            context.report(Progress.of("", fold, FOLDS + 1));
            int from = Math.toIntExact((long) fold * shuffled.length / FOLDS);
            int to = Math.toIntExact((long) (fold + 1) * shuffled.length / FOLDS);
            if (!leaveOut(solver, rows, shuffled, from, to, margins)) {
                return Outcome.canceled();
            }
        }
        boolean[] positive = new boolean[shuffled.length];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = rows.isPositive(shuffled[i]);
        }
        Platt sigmoid = Platt.fit(margins, positive);
        context.report(Progress.of("", FOLDS, FOLDS + 1));
        return solver.fit(inOrder(rows.size()))
                .<Outcome<TrainedModel>>map(
                        found -> Outcome.success(new RowModel(NAME, found.form(rows.scaler(), sigmoid))))
                .orElseGet(Outcome::canceled);
    }

    /** Fits on all but [from, to) of the order and writes the margins of those; false when canceled. */
    private static boolean leaveOut(LibSvm solver, PreparedRows rows, int[] order, int from, int to, double[] margins) {
        int[] kept = new int[order.length - (to - from)];
        System.arraycopy(order, 0, kept, 0, from);
        System.arraycopy(order, to, kept, from, order.length - to);
        int positives = 0;
        for (int i : kept) {
            positives += rows.isPositive(i) ? 1 : 0;
        }
        if (positives == 0 || positives == kept.length) {
            for (int i = from; i < to; i++) {
                margins[i] = kept.length == 0 ? 0 : positives == 0 ? -1 : 1;
            }
            return true;
        }
        var found = solver.fit(kept);
        found.ifPresent(fitted -> {
            for (int i = from; i < to; i++) {
                margins[i] = fitted.margin(rows.rows()[order[i]]);
            }
        });
        return found.isPresent();
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

    private static int[] inOrder(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] order = inOrder(size);
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(size - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
