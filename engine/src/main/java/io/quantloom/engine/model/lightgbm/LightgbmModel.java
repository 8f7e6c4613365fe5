package io.quantloom.engine.model.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.learning.CompleteRows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A fitted booster in native memory. Rows must be complete: NaN is refused. */
final class LightgbmModel implements TrainedModel {

    private final String learner;
    private @Nullable LGBMBooster booster;
    private final int columns;
    private final byte[] bytes;

    LightgbmModel(String learner, LGBMBooster booster, int columns, byte[] bytes) {
        this.learner = learner;
        this.booster = booster;
        this.columns = columns;
        this.bytes = bytes;
    }

    /** Packs complete rows one behind the other. */
    static double[] pack(double[][] rows, int columns) {
        double[] packed = new double[Math.multiplyExact(rows.length, columns)];
        for (int i = 0; i < rows.length; i++) {
            CompleteRows.check(rows[i], columns);
            System.arraycopy(rows[i], 0, packed, i * columns, columns);
        }
        return packed;
    }

    boolean hasItsColumns() throws LGBMException {
        return open().getNumFeature() == columns;
    }

    @Override
    public String learner() {
        return learner;
    }

    @Override
    public double[] probabilities(double[][] rows) {
        return ask(rows, PredictionType.C_API_PREDICT_NORMAL);
    }

    @Override
    public double[][] contributions(double[][] rows) {
        double[] packed = ask(rows, PredictionType.C_API_PREDICT_CONTRIB);
        double[][] contributions = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            contributions[i] = Arrays.copyOfRange(packed, i * (columns + 1), (i + 1) * (columns + 1));
        }
        return contributions;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public void close() {
        if (booster != null) {
            try {
                booster.close();
            } catch (LGBMException e) {
                throw new IllegalStateException("LightGBM could not free a model", e);
            } finally {
                booster = null;
            }
        }
    }

    private LGBMBooster open() {
        if (booster == null) {
            throw new IllegalStateException("the model is closed");
        }
        return booster;
    }

    private double[] ask(double[][] rows, PredictionType what) {
        LGBMBooster model = open();
        if (rows.length == 0) {
            return new double[0];
        }
        try {
            return model.predictForMat(pack(rows, columns), rows.length, columns, true, what, LightgbmBoosters.RUNTIME);
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM refused a prediction on complete rows", e);
        }
    }
}
