package io.quantloom.engine.model.comparison;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.model.Learner;
import io.quantloom.engine.model.SomeRows;
import io.quantloom.engine.model.TrainedModel;
import io.quantloom.engine.model.TrainingSet;
import io.quantloom.engine.model.explanation.ExplainModel;
import io.quantloom.engine.model.explanation.ExplainSpec;
import io.quantloom.engine.model.explanation.ExplainedModel;
import io.quantloom.engine.model.explanation.Explanation;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What explaining costs, as a program: seconds for each explained row of a model of 1,500 rows of 19 features, and how far
 * the importances of two rows are from those of 200 background rows and 2,048 sets, as a share of the largest. Run by hand on
 * a quiet machine.
 */
public final class ExplanationBenchmark {

    private static final int ROWS = 2;
    private static final List<String> NAMES =
            IntStream.range(0, 19).mapToObj(i -> "f" + i).toList();

    private ExplanationBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        TrainingSet training = SomeRows.of(1, 1_500, 19);
        double[][] asked = SomeRows.of(2, 60, 19).rows();
        for (Learner learner : PoolLearners.all()) {
            try (TrainedModel model = learner.fit(training, Hyperparameters.empty(), new Seeds(1), JobContext.none())
                    .orThrow()) {
                var subject = ExplainedModel.of(model, training.rows(), asked);
                Explanation gold = run(subject, new ExplainSpec(200, ROWS, 2, ROWS, 2_048, 5));
                StringBuilder line = new StringBuilder(String.format("%-22s", learner.name()));
                int[][] choices = {{20, 2_048}, {200, 64}, {200, 128}, {200, 256}};
                for (int[] choice : choices) {
                    var spec = new ExplainSpec(choice[0], ROWS, 2, ROWS, choice[1], 5);
                    long begin = System.nanoTime();
                    Explanation found = run(subject, spec);
                    double seconds = (System.nanoTime() - begin) / 1e9 / ROWS;
                    line.append(String.format(
                            "  %d x (38 + %d): %.2f s, off %.3f", choice[0], choice[1], seconds, off(gold, found)));
                }
                System.out.println(line);
            }
        }
    }

    private static Explanation run(ExplainedModel subject, ExplainSpec spec) {
        return new ExplainModel(spec, new Seeds(7))
                .run(NAMES, subject, List.of(), JobContext.none())
                .orThrow();
    }

    private static double off(Explanation gold, Explanation found) {
        double largest = gold.features().getFirst().meanAbsolute();
        return gold.features().stream()
                        .mapToDouble(each -> found.features().stream()
                                .filter(other -> other.feature().equals(each.feature()))
                                .mapToDouble(other -> Math.abs(other.meanAbsolute() - each.meanAbsolute()))
                                .sum())
                        .max()
                        .orElse(Double.NaN)
                / largest;
    }
}
