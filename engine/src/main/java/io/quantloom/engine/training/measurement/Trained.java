package io.quantloom.engine.training.measurement;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.evaluation.ClassifierOutput;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.training.preparation.PreparedFold;
import io.quantloom.engine.training.search.Tuned;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The final model of a candidate: its file, and what it says of the holdout. The model itself has been freed. */
public final class Trained {

    private final Tuned tuned;
    private final byte[] file;
    private final double[] holdout;
    private final Optional<ClassifierOutput> output;
    private final Optional<Explanation> explanation;

    private Trained(
            Tuned tuned,
            byte[] file,
            double[] holdout,
            Optional<ClassifierOutput> output,
            Optional<Explanation> explanation) {
        this.tuned = tuned;
        this.file = file;
        this.holdout = holdout;
        this.output = output;
        this.explanation = explanation;
    }

    /** Keeps what is needed of the model, which the caller closes. */
    static Trained of(Tuned tuned, TrainedModel model, Optional<Explanation> explanation) {
        PreparedFold fold = tuned.prepared().holdout();
        double[][] rows = fold.tested().rows();
        return new Trained(
                tuned,
                model.bytes(),
                fold.predict(model),
                rows.length == 0 ? Optional.empty() : Optional.of(ClassifierOutput.of(model, rows)),
                explanation);
    }

    public Tuned tuned() {
        return tuned;
    }

    /** {@return the model file} */
    public byte[] file() {
        return file.clone();
    }

    /** {@return the hash of the model file} */
    public Sha256 hash() {
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

    /** {@return what it says of the labeled samples of the holdout; empty where there is none} */
    Optional<ClassifierOutput> output() {
        return output;
    }

    /** {@return which features it goes by; empty where it was not explained} */
    public Optional<Explanation> explanation() {
        return explanation;
    }
}
