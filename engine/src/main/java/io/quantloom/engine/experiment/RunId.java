package io.quantloom.engine.experiment;

/**
 * Names a run. Immutable.
 *
 * @param value 32 lower-case hexadecimal digits, as in MLflow
 */
public record RunId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
