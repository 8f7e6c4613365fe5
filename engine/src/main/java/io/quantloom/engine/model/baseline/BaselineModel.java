package io.quantloom.engine.model.baseline;

import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.learning.CompleteRows;

/** A baseline at work: the share of the positive class, or the sign of one feature. */
final class BaselineModel implements TrainedModel {

    private final BaselineFile file;

    BaselineModel(BaselineFile file) {
        this.file = file;
    }

    @Override
    public String learner() {
        return file.learner();
    }

    @Override
    public double[] probabilities(double[][] rows) {
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            CompleteRows.check(rows[i], file.columns());
            double move = file.column() < 0 ? 0 : rows[i][file.column()];
            probabilities[i] = move > 0 ? 1 : move < 0 ? 0 : file.positiveShare();
        }
        return probabilities;
    }

    @Override
    public double[][] contributions(double[][] rows) {
        return new double[rows.length][0];
    }

    @Override
    public byte[] bytes() {
        return file.bytes();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
