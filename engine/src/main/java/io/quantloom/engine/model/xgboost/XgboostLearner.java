package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient-boosted trees, {@code binary:logistic} with {@code tree_method=hist}, one native thread a fit. Hyperparameters
 * and our defaults: {@code max_depth} 3, {@code eta} 0.05, {@code rounds} 80, {@code min_child_weight} 100,
 * {@code subsample} 0.7, {@code colsample} 0.7 (of columns, by tree), {@code lambda} 5, {@code scale_pos_weight} 1. The
 * model file is XGBoost's own UBJSON, which any XGBoost of the same or a later version reads. Features are rounded to 32
 * bits. Stateless.
 */
public final class XgboostLearner implements Learner {

    /** Its name in files and tags. */
    public static final String NAME = "xgboost";

    /** The library and its version: others give other models from the same rows. */
    public static final String LIBRARY = "xgboost4j 2.1.4";

    private static final int ROUNDS_BETWEEN_LOOKS = 8;
    private static final byte[] FIRST_KEY = "learner".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return XgboostSettings.NAMES;
    }

    @Override
    public Outcome<TrainedModel> fit(TrainingSet set, Hyperparameters parameters, Seeds seeds, JobContext context) {
        double share = set.size() == 0 ? 0 : set.positiveShare();
        if (!(share > 0 && share < 1)) {
            return Outcome.failed(Failure.of(
                    Reason.NOT_APPLICABLE,
                    "rows of both classes",
                    set.size() + " rows, all of one class",
                    NAME,
                    "take a longer training window or other labels"));
        }
        return XgboostSettings.of(parameters, seeds.asInt()).then(settings -> fit(set, settings, context));
    }

    private static Outcome<TrainedModel> fit(TrainingSet set, XgboostSettings settings, JobContext context) {
        int columns = set.features().size();
        float[] rows = FloatRows.pack(Arrays.asList(set.rows()), columns);
        try (Native<DMatrix> matrix = Native.of(matrix(rows, set, columns), DMatrix::dispose)) {
            Native<Booster> booster = Native.of(
                    XGBoost.train(matrix.get(), settings.library(), 0, new LinkedHashMap<>(), null, null),
                    Booster::dispose);
            try {
                booster.get().setFeatureNames(set.features().toArray(String[]::new));
                for (int round = 0; round < settings.rounds(); round++) {
                    if (round % ROUNDS_BETWEEN_LOOKS == 0) {
                        if (context.isCanceled()) {
                            booster.close();
                            return Outcome.canceled();
                        }
                        context.report(Progress.of("", round, settings.rounds()));
                    }
                    booster.get().update(matrix.get(), round);
                }
                return Outcome.success(
                        new XgboostModel(booster, columns, booster.get().toByteArray("ubj")));
            } catch (XGBoostError e) {
                booster.close();
                return Outcome.failed(libraryFailed(e));
            }
        } catch (XGBoostError e) {
            return Outcome.failed(libraryFailed(e));
        } catch (LinkageError e) {
            return Outcome.failed(notLoadable(e));
        }
    }

    private static DMatrix matrix(float[] rows, TrainingSet set, int columns) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows, set.size(), columns, Float.NaN);
        float[] classes = new float[set.size()];
        float[] weights = new float[set.size()];
        boolean weighted = false;
        for (int i = 0; i < set.size(); i++) {
            classes[i] = set.isPositive(i) ? 1 : 0;
            weights[i] = (float) set.weight(i);
            weighted |= weights[i] != 1;
        }
        matrix.setLabel(classes);
        if (weighted) {
            matrix.setWeight(weights);
        }
        return matrix;
    }

    /**
     * {@inheritDoc} A damaged file can kill the process inside the native library, so this must never see bytes whose hash
     * was not checked; what it refuses itself is only what is plainly no XGBoost model.
     */
    @Override
    public Outcome<TrainedModel> load(byte[] bytes) {
        if (!looksLikeModel(bytes)) {
            return Outcome.failed(noModel(bytes.length + " other bytes"));
        }
        try {
            Booster booster = XGBoost.loadModel(bytes);
            booster.setParams(XgboostSettings.runtime());
            int columns = Math.toIntExact(booster.getNumFeature());
            return Outcome.success(new XgboostModel(Native.of(booster, Booster::dispose), columns, bytes.clone()));
        } catch (XGBoostError | IOException e) {
            return Outcome.failed(noModel("bytes that the library refuses").causedBy(e));
        } catch (LinkageError e) {
            return Outcome.failed(notLoadable(e));
        }
    }

    /** UBJSON of an object whose first key is {@code learner}: brace, type of the length, length, key. */
    private static boolean looksLikeModel(byte[] bytes) {
        int begin = 10;
        return bytes.length > begin + FIRST_KEY.length
                && bytes[0] == '{'
                && bytes[1] == 'L'
                && bytes[bytes.length - 1] == '}'
                && Arrays.equals(bytes, begin, begin + FIRST_KEY.length, FIRST_KEY, 0, FIRST_KEY.length);
    }

    private static Failure noModel(String found) {
        return Failure.of(Reason.INVALID, "a model file of " + NAME, found, "", "restore the file from a backup");
    }

    private static Failure libraryFailed(XGBoostError e) {
        String message = String.valueOf(e.getMessage());
        return Failure.of(
                        Reason.CALCULATION_FAILED,
                        "XGBoost to fit",
                        message.lines().findFirst().orElse(""),
                        NAME,
                        "")
                .causedBy(e);
    }

    private static Failure notLoadable(LinkageError e) {
        return Failure.of(
                        Reason.UNAVAILABLE,
                        "XGBoost's native library for this system",
                        "none that loads",
                        NAME,
                        "run quantloom doctor; on Linux install libgomp1")
                .causedBy(e);
    }
}
