package io.quantloom.engine.training;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.model.TrainedModel;
import java.nio.ByteBuffer;

/** The final model, fitted on the last window before the holdout, as its file and its predictions: the model itself is freed. */
final class Trained {

    private final Tuned tuned;
    private final byte[] file;
    private final double[] holdout;

    private Trained(Tuned tuned, byte[] file, double[] holdout) {
        this.tuned = tuned;
        this.file = file;
        this.holdout = holdout;
    }

    /** Keeps what is needed of the model and closes it. */
    static Trained of(Tuned tuned, TrainedModel model) {
        try (model) {
            PreparedFold fold = tuned.prepared().holdout();
            double[] probabilities = new double[fold.to() - fold.from()];
            fold.predict(model, probabilities, fold.from());
            return new Trained(tuned, model.bytes(), probabilities);
        }
    }

    Tuned tuned() {
        return tuned;
    }

    /** {@return the model file} */
    byte[] file() {
        return file.clone();
    }

    /** {@return the hash of the model file} */
    Sha256 hash() {
        return Sha256.of(file);
    }

    /** {@return the hash of the bits of {@link #holdout}} */
    Sha256 predictionsHash() {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * holdout.length);
        for (double probability : holdout) {
            bytes.putDouble(probability);
        }
        return Sha256.of(bytes.array());
    }

    /** {@return a probability for each bar of the holdout, NaN where a feature is undefined} */
    double[] holdout() {
        return holdout.clone();
    }
}
