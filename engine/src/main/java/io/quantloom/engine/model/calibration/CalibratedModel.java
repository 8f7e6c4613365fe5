package io.quantloom.engine.model.calibration;

import io.quantloom.engine.model.TrainedModel;

/**
 * A model whose probabilities went through a calibration. It ranks and decides by them. Contributions are those of the
 * model inside, in its own margin, before the calibration. Closing it closes the model inside. Used by one thread at a
 * time.
 */
public final class CalibratedModel implements TrainedModel {

    private final TrainedModel model;
    private final Calibration calibration;

    CalibratedModel(TrainedModel model, Calibration calibration) {
        this.model = model;
        this.calibration = calibration;
    }

    /** {@return the map from margin to probability} */
    public Calibration calibration() {
        return calibration;
    }

    /** {@return the model inside, which this one closes} */
    public TrainedModel uncalibrated() {
        return model;
    }

    @Override
    public String learner() {
        return model.learner();
    }

    @Override
    public double[] probabilities(double[][] rows) {
        double[] margins = Margins.of(model, rows);
        double[] probabilities = new double[margins.length];
        for (int i = 0; i < margins.length; i++) {
            probabilities[i] = calibration.probability(margins[i]);
        }
        return probabilities;
    }

    @Override
    public double[][] contributions(double[][] rows) {
        return model.contributions(rows);
    }

    @Override
    public double[][] terms(double[][] rows) {
        return model.terms(rows);
    }

    @Override
    public byte[] bytes() {
        return CalibrationFile.write(calibration, model.bytes());
    }

    @Override
    public void close() {
        model.close();
    }
}
