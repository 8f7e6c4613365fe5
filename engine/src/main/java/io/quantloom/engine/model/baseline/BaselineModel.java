package io.quantloom.engine.model.baseline;

import io.quantloom.engine.model.TrainedModel;

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
            if (rows[i].length != file.columns()) {
                throw new IllegalArgumentException(
                        "expected rows of " + file.columns() + " features, found " + rows[i].length);
            }
            double move = file.column() < 0 ? 0 : rows[i][file.column()];
            if (Double.isNaN(move)) {
                throw new IllegalArgumentException(
                        "a feature is undefined (NaN); only complete rows have a prediction");
            }
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
