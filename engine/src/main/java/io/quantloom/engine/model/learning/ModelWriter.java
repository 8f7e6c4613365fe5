package io.quantloom.engine.model.learning;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes the file of one of our own models: a line {@code quantloom model 1: NAME}, then big-endian numbers in the order
 * in which {@link ModelReader} asks for them. Not safe for several threads.
 */
public final class ModelWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    ModelWriter(String learner) {
        out.writeBytes(head(learner));
    }

    static byte[] head(String learner) {
        return ("quantloom model 1: " + learner + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a whole number. */
    public ModelWriter whole(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        return this;
    }

    /** Writes a number. */
    public ModelWriter real(double value) {
        out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
        return this;
    }

    /** Writes numbers, not how many. */
    public ModelWriter reals(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
        buffer.asDoubleBuffer().put(values);
        out.writeBytes(buffer.array());
        return this;
    }

    /** Writes numbers of 32 bits, not how many. */
    public ModelWriter floats(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * values.length);
        buffer.asFloatBuffer().put(values);
        out.writeBytes(buffer.array());
        return this;
    }

    /** Writes yes or no. */
    public ModelWriter flag(boolean value) {
        out.write(value ? 1 : 0);
        return this;
    }

    /** Writes what was done to the features. */
    public ModelWriter scaler(Standardizer scaler) {
        scaler.write(this);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
