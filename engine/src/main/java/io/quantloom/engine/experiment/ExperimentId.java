package io.quantloom.engine.experiment;

/**
 * Names an experiment. Immutable.
 *
 * @param value decimal digits, as in MLflow
 */
public record ExperimentId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
