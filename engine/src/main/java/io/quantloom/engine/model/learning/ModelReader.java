package io.quantloom.engine.model.learning;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.TrainedModel;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Reads the file of one of our own models, as {@link ModelWriter} writes it. Strict: another head, too few or too many
 * bytes, a count out of its range or a number that is not finite make the file invalid. Not safe for several threads.
 */
public final class ModelReader {

    private final ByteBuffer buffer;

    private ModelReader(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /**
     * Reads a model row by row.
     *
     * @param form reads the numbers and builds the form; an IllegalArgumentException says that they make none
     */
    public static Outcome<TrainedModel> read(String learner, byte[] bytes, Function<ModelReader, RowForm> form) {
        byte[] head = ModelWriter.head(learner);
        if (bytes.length < head.length || !Arrays.equals(bytes, 0, head.length, head, 0, head.length)) {
            return Outcome.failed(invalid(learner, bytes.length + " other bytes"));
        }
        var reader = new ModelReader(ByteBuffer.wrap(bytes, head.length, bytes.length - head.length));
        try {
            RowForm read = form.apply(reader);
            return reader.buffer.hasRemaining()
                    ? Outcome.failed(invalid(learner, reader.buffer.remaining() + " bytes too many"))
                    : Outcome.success(new RowModel(learner, read));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            return Outcome.failed(invalid(learner, "damaged numbers").causedBy(e));
        }
    }

    /** Returns the next whole number, which must lie in [least, most]. */
    public int whole(int least, int most) {
        int value = buffer.getInt();
        if (value < least || value > most) {
            throw new IllegalArgumentException(value + " is outside [" + least + ", " + most + "]");
        }
        return value;
    }

    /** {@return the next number, finite} */
    public double real() {
        double value = buffer.getDouble();
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number that is not finite");
        }
        return value;
    }

    /** {@return the next numbers, all finite} */
    public double[] reals(int count) {
        need((long) count * Double.BYTES);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = real();
        }
        return values;
    }

    /** {@return the next numbers of 32 bits, all finite} */
    public float[] floats(int count) {
        need((long) count * Float.BYTES);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = buffer.getFloat();
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("a number that is not finite");
            }
        }
        return values;
    }

    /** {@return the next yes or no} */
    public boolean flag() {
        byte value = buffer.get();
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException(value + " is neither yes nor no");
        }
        return value == 1;
    }

    /** {@return what is to be done to the features} */
    public Standardizer scaler(int columns) {
        return Standardizer.read(this, columns);
    }

    // Before the array is made: a damaged count must not take the memory.
    private void need(long bytes) {
        if (buffer.remaining() < bytes) {
            throw new BufferUnderflowException();
        }
    }

    private static Failure invalid(String learner, String found) {
        return Failure.of(Reason.INVALID, "a model file of " + learner, found, "", "restore the file from a backup");
    }
}
