package io.quantloom.engine.model.xgboost;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Makes and reads the boosters of one learner. Stateless. */
final class BoosterFile {

    private static final int ROUNDS_BETWEEN_LOOKS = 8;
    private static final byte[] FIRST_KEY = "learner".getBytes(StandardCharsets.US_ASCII);
    /** The attribute that names the learner; absent in files of xgboost itself, which are the library's own. */
    private static final String MARK = "quantloom";

    private final String learner;

    BoosterFile(String learner) {
        this.learner = learner;
    }

    Outcome<TrainedModel> fit(TrainingSet set, BoosterPlan plan, JobContext context) {
        int columns = set.features().size();
        float[] rows = FloatRows.pack(Arrays.asList(set.rows()), columns);
        try (Native<DMatrix> matrix = Native.of(matrix(rows, set, plan), DMatrix::dispose)) {
            Native<Booster> booster = Native.of(
                    XGBoost.train(matrix.get(), plan.library(), 0, new LinkedHashMap<>(), null, null),
                    Booster::dispose);
            try {
                booster.get().setFeatureNames(set.features().toArray(String[]::new));
                if (!learner.equals(XgboostLearner.NAME)) {
                    booster.get().setAttr(MARK, learner);
                }
                for (int round = 0; round < plan.rounds(); round++) {
                    if (round % ROUNDS_BETWEEN_LOOKS == 0) {
                        if (context.isCanceled()) {
                            booster.close();
                            return Outcome.canceled();
                        }
                        context.report(Progress.of("", round, plan.rounds()));
                    }
                    booster.get().update(matrix.get(), round);
                }
                return Outcome.success(new XgboostModel(
                        learner, booster, columns, booster.get().toByteArray("ubj")));
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

    private static DMatrix matrix(float[] rows, TrainingSet set, BoosterPlan plan) throws XGBoostError {
        DMatrix matrix = new DMatrix(rows, set.size(), set.features().size(), Float.NaN);
        float[] classes = new float[set.size()];
        float[] weights = new float[set.size()];
        boolean weighted = false;
        for (int i = 0; i < set.size(); i++) {
            classes[i] = set.isPositive(i) ? 1 : 0;
            weights[i] = (float) plan.classes().of(set, i);
            weighted |= weights[i] != 1;
        }
        matrix.setLabel(classes);
        if (weighted) {
            matrix.setWeight(weights);
        }
        return matrix;
    }

    /** Reads what {@link #fit} wrote; INVALID for what is plainly none. */
    Outcome<TrainedModel> load(byte[] bytes) {
        if (!looksLikeModel(bytes)) {
            return Outcome.failed(noModel(bytes.length + " other bytes"));
        }
        try {
            Booster booster = XGBoost.loadModel(bytes);
            booster.setParams(BoosterPlan.runtime());
            String mark = booster.getAttr(MARK);
            String maker = mark == null ? XgboostLearner.NAME : mark;
            if (!maker.equals(learner)) {
                booster.dispose();
                return Outcome.failed(noModel("one of " + maker));
            }
            int columns = Math.toIntExact(booster.getNumFeature());
            return Outcome.success(
                    new XgboostModel(learner, Native.of(booster, Booster::dispose), columns, bytes.clone()));
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

    private Failure noModel(String found) {
        return Failure.of(Reason.INVALID, "a model file of " + learner, found, "", "restore the file from a backup");
    }

    private Failure libraryFailed(XGBoostError e) {
        String message = String.valueOf(e.getMessage());
        return Failure.of(
                        Reason.CALCULATION_FAILED,
                        "XGBoost to fit",
                        message.lines().findFirst().orElse(""),
                        learner,
                        "")
                .causedBy(e);
    }

    private Failure notLoadable(LinkageError e) {
        return Failure.of(
                        Reason.UNAVAILABLE,
                        "XGBoost's native library for this system",
                        "none that loads",
                        learner,
                        "run quantloom doctor; on Linux install libgomp1")
                .causedBy(e);
    }
}
