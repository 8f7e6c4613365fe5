package io.quantloom.engine.model.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.Setting;
import io.quantloom.engine.model.learning.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes and reads the boosters of one learner. Stateless. */
final class LightgbmBoosters {

    /** One native thread: fits run beside each other. The same bits whatever the threads would be. */
    static final String RUNTIME = "num_threads=1 verbosity=-1";

    private static final int ROUNDS_BETWEEN_LOOKS = 8;
    private static final String HEAD = "quantloom lightgbm 1: ";
    private static final Pattern FORM = Pattern.compile(HEAD + "([a-z-]+) columns=([1-9][0-9]{0,5})\n");
    private static final String BODY = "tree\nversion=v";
    private static final int LONGEST_HEAD = 80;

    private final String learner;
    private final List<Setting> settings;

    LightgbmBoosters(String learner, List<Setting> settings) {
        this.learner = learner;
        this.settings = settings;
    }

    /**
     * Fits.
     *
     * @param own what the learner asks of the library beside rounds and rate, as the library writes it
     */
    Outcome<TrainedModel> fit(
            TrainingSet set, Hyperparameters given, Function<Settings, String> own, JobContext context) {
        return PreparedRows.of(learner, settings, set, given).then(rows -> {
            var values = rows.settings();
            String rate = values.has("eta") ? "eta" : "learning_rate";
            String asked = "objective=binary deterministic=true force_row_wise=true " + RUNTIME + " learning_rate="
                    + values.number(rate) + own.apply(values);
            try {
                LightgbmLibrary.load();
                return boost(rows, asked, values.whole("rounds"), context);
            } catch (LGBMException e) {
                return Outcome.failed(libraryFailed(e));
            } catch (LinkageError e) {
                return Outcome.failed(notLoadable(e));
            }
        });
    }

    private Outcome<TrainedModel> boost(PreparedRows rows, String asked, int rounds, JobContext context)
            throws LGBMException {
        try (LGBMDataset dataset = dataset(rows, asked);
                LGBMBooster booster = LGBMBooster.create(dataset, asked)) {
            boolean finished = false;
            for (int round = 0; round < rounds && !finished; round++) {
                if (round % ROUNDS_BETWEEN_LOOKS == 0) {
                    if (context.isCanceled()) {
                        return Outcome.canceled();
                    }
                    context.report(Progress.of("", round, rounds));
                }
                finished = booster.updateOneIter();
            }
            String text = booster.saveModelToString(0, -1, LGBMBooster.FeatureImportanceType.SPLIT);
            // What is predicted with is what the file says, so that a model read back cannot answer otherwise.
            return Outcome.success(model(text, rows.columns()));
        }
    }

    private static LGBMDataset dataset(PreparedRows rows, String asked) throws LGBMException {
        LGBMDataset dataset = LGBMDataset.createFromMat(
                LightgbmModel.pack(rows.rows(), rows.columns()), rows.size(), rows.columns(), true, asked, null);
        float[] classes = new float[rows.size()];
        float[] weights = new float[rows.size()];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = rows.isPositive(i) ? 1 : 0;
            weights[i] = (float) rows.weight(i);
        }
        dataset.setField("label", classes);
        dataset.setField("weight", weights);
        return dataset;
    }

    private LightgbmModel model(String text, int columns) throws LGBMException {
        byte[] bytes = (HEAD + learner + " columns=" + columns + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return new LightgbmModel(learner, LGBMBooster.loadModelFromString(text), columns, bytes);
    }

    /** Reads what {@link #fit} wrote; INVALID for what is plainly none. */
    Outcome<TrainedModel> load(byte[] bytes) {
        String file = new String(bytes, StandardCharsets.UTF_8);
        int end = file.indexOf('\n') + 1;
        Matcher head = FORM.matcher(file.substring(0, end > LONGEST_HEAD ? 0 : end));
        if (!head.matches() || !head.group(1).equals(learner) || !file.startsWith(BODY, end)) {
            return Outcome.failed(noModel(bytes.length + " other bytes"));
        }
        try {
            LightgbmLibrary.load();
            LightgbmModel model = model(file.substring(end), Integer.parseInt(head.group(2)));
            return model.hasItsColumns() ? Outcome.success(model) : Outcome.failed(otherColumns(model));
        } catch (LGBMException e) {
            return Outcome.failed(noModel("bytes that the library refuses").causedBy(e));
        } catch (LinkageError e) {
            return Outcome.failed(notLoadable(e));
        }
    }

    private Failure otherColumns(LightgbmModel model) {
        model.close();
        return noModel("one of another number of features");
    }

    private Failure noModel(String found) {
        return Failure.of(Reason.INVALID, "a model file of " + learner, found, "", "restore the file from a backup");
    }

    private Failure libraryFailed(LGBMException e) {
        return Failure.of(
                        Reason.CALCULATION_FAILED,
                        "LightGBM to fit",
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                        learner,
                        "")
                .causedBy(e);
    }

    private Failure notLoadable(LinkageError e) {
        return Failure.of(
                        Reason.UNAVAILABLE,
                        "LightGBM's native library for this system",
                        "none that loads",
                        learner,
                        "run quantloom doctor; on Linux install libgomp1")
                .causedBy(e);
    }
}
