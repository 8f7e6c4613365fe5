package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A fitted booster in native memory. Rows must be complete: NaN is refused. */
final class XgboostModel implements TrainedModel {

    /** All trees. */
    private static final int TREES = 0;

    private final String learner;
    private final Native<Booster> booster;
    private final int columns;
    private final byte[] bytes;

    XgboostModel(String learner, Native<Booster> booster, int columns, byte[] bytes) {
        this.learner = learner;
        this.booster = booster;
        this.columns = columns;
        this.bytes = bytes;
    }

    @Override
    public String learner() {
        return learner;
    }

    @Override
    public double[] probabilities(double[][] rows) {
        float[][] predictions = ask(rows, Booster::predict);
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = predictions[i][0];
        }
        return probabilities;
    }

    @Override
    public double[][] contributions(double[][] rows) {
        float[][] predictions = ask(rows, (model, matrix) -> model.predictContrib(matrix, TREES));
        double[][] contributions = new double[rows.length][columns + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c <= columns; c++) {
                contributions[i][c] = predictions[i][c];
            }
        }
        return contributions;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public void close() {
        booster.close();
    }

    private float[][] ask(double[][] rows, Question question) {
        Booster model = booster.get();
        if (rows.length == 0) {
            return new float[0][];
        }
        List<double[]> list = Arrays.asList(rows);
        try (Native<DMatrix> matrix = Native.of(
                new DMatrix(FloatRows.pack(list, columns), rows.length, columns, Float.NaN), DMatrix::dispose)) {
            return question.answer(model, matrix.get());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost refused a prediction on complete rows", e);
        }
    }

    private interface Question {
        float[][] answer(Booster model, DMatrix matrix) throws XGBoostError;
    }
}
