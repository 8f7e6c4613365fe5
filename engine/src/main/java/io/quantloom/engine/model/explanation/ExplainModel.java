package io.quantloom.engine.model.explanation;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.evaluation.Measure;
import io.quantloom.engine.model.explanation.Explanation.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Explains a model by Shapley values: exactly from its trees where it gives contributions, or from its terms where it is a
 * sum of functions of one feature each, in log-odds or decision values before any calibration; elsewhere by
 * {@link KernelShap}, in probability, or in decision values for a learner without probabilities. Rows are an even choice
 * of those given, the last one always among them; the background is a seeded choice. Equal inputs give equal bits.
 * Stateless.
 */
public final class ExplainModel {

    private final ExplainSpec spec;
    private final Seeds seeds;

    /** Takes how much work it may be. */
    public ExplainModel(ExplainSpec spec, Seeds seeds) {
        this.spec = spec;
        this.seeds = seeds;
    }

    /**
     * Ranks the features and gives examples.
     *
     * @param features names of the columns
     * @param subject what to explain
     * @param folds models of the same learner and settings on other windows, to see whether they agree; may be empty
     */
    public Outcome<Explanation> run(
            List<String> features, ExplainedModel subject, List<ExplainedModel> folds, JobContext context) {
        return explained(subject, spec.rows(), seeds, context.part("", 0, folds.isEmpty() ? 1 : 0.5))
                .then(whole -> {
                    List<double[]> importances = new ArrayList<>();
                    for (int i = 0; i < folds.size(); i++) {
                        JobContext part =
                                context.part("folds", 0.5 + 0.5 * i / folds.size(), 0.5 + 0.5 * (i + 1) / folds.size());
                        Outcome<Explained> fold =
                                explained(folds.get(i), spec.foldRows(), seeds.child("fold/" + i), part);
                        if (!(fold instanceof Outcome.Success<Explained>(var each))) {
                            return fold.map(_ -> whole.explanation(features, List.of(), spec.top()));
                        }
                        importances.add(each.values().meanAbsolute());
                    }
                    return Outcome.success(whole.explanation(features, importances, spec.top()));
                });
    }

    /**
     * Explains one row, however far from those of the model.
     *
     * @param features names of the columns
     * @param background rows that stand for the average, at least one
     */
    public Outcome<Waterfall> prediction(
            List<String> features, TrainedModel model, double[][] background, double[] row, JobContext context) {
        return explained(ExplainedModel.of(model, background, new double[][] {row}), 1, seeds, context)
                .map(each -> each.waterfall("prediction", features, 0));
    }

    private Outcome<Explained> explained(ExplainedModel subject, int kernelRows, Seeds own, JobContext context) {
        TrainedModel model = subject.model();
        double[][] first = {subject.rows()[0]};
        boolean additive = model.terms(first)[0].length > 0;
        boolean trees = !additive && model.contributions(first)[0].length > 0;
        int[] places = evenly(subject.rows().length, additive || trees ? spec.treeRows() : kernelRows);
        double[][] rows =
                Arrays.stream(places).mapToObj(place -> subject.rows()[place]).toArray(double[][]::new);
        if (context.isCanceled()) {
            return Outcome.canceled();
        }
        if (additive) {
            // Next to nothing to compute: all rows it was trained on stand for the average.
            OutputSpace space = model.isProbabilistic() ? OutputSpace.LOG_ODDS : OutputSpace.DECISION_VALUE;
            ShapValues values = ShapValues.ofTerms(space, model.terms(rows), model.terms(subject.background()));
            return Outcome.success(new Explained(
                    Method.ADDITIVE, subject.background().length, Arrays.asList(rows), places(places), values));
        }
        if (trees) {
            ShapValues values = ShapValues.ofTrees(model.contributions(rows));
            return Outcome.success(new Explained(Method.TREE, 0, Arrays.asList(rows), places(places), values));
        }
        double[][] background =
                background(subject.background(), own.child("background").random());
        var kernel = new KernelShap(
                model.isProbabilistic() ? model::probabilities : model::scores,
                background,
                KernelShap.budget(background[0].length, spec.sets()),
                own);
        OutputSpace space = model.isProbabilistic() ? OutputSpace.PROBABILITY : OutputSpace.DECISION_VALUE;
        Method method = kernel.isExact() ? Method.KERNEL_EXACT : Method.KERNEL_SAMPLED;
        return kernel.explain(space, rows, context)
                .map(values -> new Explained(method, background.length, Arrays.asList(rows), places(places), values));
    }

    private static List<Integer> places(int[] places) {
        return Arrays.stream(places).boxed().toList();
    }

    /** At most so many of the places from 0 to {@code size}, the last always among them. */
    private static int[] evenly(int size, int most) {
        if (size <= most) {
            return IntStream.range(0, size).toArray();
        }
        return IntStream.rangeClosed(1, most)
                .map(i -> (int) ((long) i * size / most) - 1)
                .toArray();
    }

    /** So many rows without repetition, in their order. */
    private double[][] background(double[][] rows, RandomGenerator random) {
        if (rows.length <= spec.background()) {
            return rows;
        }
        double[][] chosen = new double[spec.background()][];
        int size = 0;
        for (int i = 0; size < chosen.length; i++) {
            // Each row in turn with the chance that makes every choice of so many equally likely.
            if (random.nextInt(rows.length - i) < chosen.length - size) {
                chosen[size++] = rows[i];
            }
        }
        return chosen;
    }

    /** Explained rows of one model. */
    private record Explained(
            Method method, int background, List<double[]> rows, List<Integer> places, ShapValues values) {

        Explanation explanation(List<String> features, List<double[]> folds, int top) {
            double[] absolute = values.meanAbsolute();
            double[] mean = values.mean();
            int counted = Math.min(top, features.size());
            double[] shares = folds.isEmpty() ? new double[0] : RankStability.topShares(folds, counted);
            List<FeatureImportance> importances = new ArrayList<>();
            for (int c : RankStability.descending(absolute)) {
                Measure stability =
                        folds.isEmpty() ? Measure.undefined("there are no folds to compare") : Measure.of(shares[c]);
                importances.add(new FeatureImportance(features.get(c), absolute[c], mean[c], stability));
            }
            return new Explanation(
                    method,
                    values.space(),
                    rows.size(),
                    background,
                    importances,
                    RankStability.of(folds, counted),
                    examples(features));
        }

        private List<Waterfall> examples(List<String> features) {
            int highest = 0;
            int lowest = 0;
            for (int i = 1; i < values.size(); i++) {
                highest = values.output(i) > values.output(highest) ? i : highest;
                lowest = values.output(i) < values.output(lowest) ? i : lowest;
            }
            Map<Integer, Waterfall> examples = new LinkedHashMap<>();
            examples.put(values.size() - 1, waterfall("latest", features, values.size() - 1));
            examples.putIfAbsent(highest, waterfall("highest", features, highest));
            examples.putIfAbsent(lowest, waterfall("lowest", features, lowest));
            return List.copyOf(examples.values());
        }

        Waterfall waterfall(String title, List<String> features, int i) {
            return Waterfall.of(title, places.get(i), features, rows.get(i), values, i);
        }
    }
}
