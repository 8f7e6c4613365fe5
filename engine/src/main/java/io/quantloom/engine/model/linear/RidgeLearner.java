package io.quantloom.engine.model.linear;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.ModelReader;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowModel;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import io.quantloom.engine.model.learning.Standardizer;
import java.util.List;

/**
 * Ridge regression on the targets −1 and +1, decided by the sign: minimizes
 * {@code Σ weight·(target − intercept − coefficient·x)² + alpha·|coefficient|²} by centered normal equations and Cholesky;
 * the intercept is free. Hyperparameters: {@code alpha} 1, {@code scale} standard, {@code class_weight} none. It estimates
 * no probability: {@link TrainedModel#probabilities} is the sigmoid of the decision value, a mere score. Contributions are
 * in the decision value's space. Stateless. Source: A. Hoerl and R. Kennard, Technometrics 12 (1970); scikit-learn's
 * RidgeClassifier.
 */
public final class RidgeLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "ridge";

    private static final List<Setting> SETTINGS =
            List.of(Setting.real("alpha", 1, 1e-9, 1e12), Setting.scale(PreparedRows.STANDARD), Setting.CLASS_WEIGHT);

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
        return PreparedRows.of(NAME, SETTINGS, set, parameters).then(RidgeLearner::fit);
    }

    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        return ModelReader.read(NAME, bytes, reader -> LinearForm.read(reader, false));
    }

    private static Outcome<TrainedModel> fit(PreparedRows rows) {
        int columns = rows.columns();
        double[] means = WeightedMeans.of(rows);
        double target = 0;
        double all = 0;
        for (int i = 0; i < rows.size(); i++) {
            target += rows.weight(i) * (rows.isPositive(i) ? 1 : -1);
            all += rows.weight(i);
        }
        target /= all;
        double[][] products = new double[columns][columns];
        double[] right = new double[columns];
        double[] x = new double[columns];
        for (int i = 0; i < rows.size(); i++) {
            double y = (rows.isPositive(i) ? 1 : -1) - target;
            for (int c = 0; c < columns; c++) {
                x[c] = rows.rows()[i][c] - means[c];
            }
            for (int c = 0; c < columns; c++) {
                double weighted = rows.weight(i) * x[c];
                right[c] += weighted * y;
                for (int k = 0; k <= c; k++) {
                    products[c][k] += weighted * x[k];
                }
            }
        }
        for (int c = 0; c < columns; c++) {
            products[c][c] += rows.settings().number("alpha");
        }
        double mean = target;
        return Cholesky.solve(products, right)
                .map(coefficients -> Outcome.<TrainedModel>success(
                        new RowModel(NAME, form(rows.scaler(), coefficients, mean, means))))
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Reason.CALCULATION_FAILED,
                        "normal equations with a solution",
                        "features that repeat each other beyond the digits of a double",
                        NAME,
                        "raise alpha or set scale to " + PreparedRows.STANDARD)));
    }

    private static LinearForm form(Standardizer scaler, double[] coefficients, double mean, double[] means) {
        double intercept = mean;
        for (int c = 0; c < means.length; c++) {
            intercept -= coefficients[c] * means[c];
        }
        return new LinearForm(scaler, coefficients, intercept, means, false);
    }
}
