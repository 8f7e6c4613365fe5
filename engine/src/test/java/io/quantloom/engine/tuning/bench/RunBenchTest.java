package io.quantloom.engine.tuning.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.SearchMethod.SamplerName;
import io.quantloom.engine.tuning.TrialRunner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunBenchTest {

    // Minima as published: Branin at (π, 2.275), Hartmann at Picheny's six digits; ours where every square vanishes.
    @Test
    void knowsTheMinima() {
        assertThat(BenchFunction.BRANIN.value(Hyperparameters.of(Map.of("x", Math.PI, "y", 2.275))))
                .isCloseTo(0.397887, within(1e-6));
        assertThat(BenchFunction.HARTMANN6.value(Hyperparameters.of(Map.of(
                        "x0", 0.20169, "x1", 0.150011, "x2", 0.476874, "x3", 0.275332, "x4", 0.311652, "x5", 0.6573))))
                .isCloseTo(-3.32237, within(1e-5));
        assertThat(BenchFunction.CONDITIONAL.value(Hyperparameters.of(Map.of("model", "svm", "c", 10.0, "g", 0.01))))
                .isCloseTo(0.05, within(1e-12));
        assertThat(BenchFunction.CONDITIONAL.value(Hyperparameters.of(Map.of("model", "mlp", "h", 64L, "a", 1e-3))))
                .isCloseTo(0.2, within(1e-12));
        assertThat(BenchFunction.MIXED.value(Hyperparameters.of(
                        Map.of("lr", Math.pow(10, -2.5), "depth", 6L, "kernel", "c", "sub", 0.8, "flag", true))))
                .isCloseTo(0.02, within(1e-12));
        assertThat(BenchFunction.MIXED.value(Hyperparameters.of(
                        Map.of("lr", Math.pow(10, -2.5), "depth", 6L, "kernel", "d", "sub", 0.8, "flag", false))))
                .isCloseTo(1.15, within(1e-12));
    }

    // Between random search (0.78, −2.12, 0.28 after 100 trials, models-and-tuning.md 6) and what TPE reaches (0.42,
    // −3.2,
    // 0.03): a sampler that does not learn, or learns from the wrong side, cannot pass.
    @ParameterizedTest
    @CsvSource({"BRANIN,0.52", "HARTMANN6,-2.9", "MIXED,0.1"})
    void learnsWhereToLook(BenchFunction function, double atMost) {
        BenchResult result = bench(function, SamplerName.TPE, 5);

        assertThat(result.median()).isLessThan(atMost);
    }

    @Test
    void drawsAtRandomAsBadlyAsItShould() {
        assertThat(bench(BenchFunction.BRANIN, SamplerName.RANDOM, 20).median()).isBetween(0.53, 1.14);
    }

    @Test
    void givesTheSameWithManyWorkers() {
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            BenchResult together = new RunBench(TrialRunner.on(pool, 4))
                    .run(BenchFunction.CONDITIONAL, SamplerName.TPE, 4, 30, JobContext.none())
                    .orThrow();

            assertThat(together)
                    .isEqualTo(new RunBench(TrialRunner.onCaller())
                            .run(BenchFunction.CONDITIONAL, SamplerName.TPE, 4, 30, JobContext.none())
                            .orThrow());
        }
    }

    // numpy.percentile([4, 1, 3, 2], [25, 50, 75]) is 1.75, 2.5, 3.25.
    @Test
    void takesQuantilesBetweenNeighbors() {
        var result = new BenchResult(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(List.of(result.quantile(0.25), result.median(), result.quantile(0.75)))
                .containsExactly(1.75, 2.5, 3.25);
    }

    // The upper quartiles of Optuna 5.0 over 20 seeds, models-and-tuning.md 6.
    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"BRANIN,0.4280", "HARTMANN6,-3.1461", "MIXED,0.0585", "CONDITIONAL,0.1025"})
    void isNoWorseThanOptunaOverSixtySeeds(BenchFunction function, double upperQuartile) {
        assertThat(bench(function, SamplerName.TPE, 60).median()).isLessThanOrEqualTo(upperQuartile);
    }

    private static BenchResult bench(BenchFunction function, SamplerName sampler, int seeds) {
        return new RunBench(TrialRunner.onCaller())
                .run(function, sampler, seeds, 100, JobContext.none())
                .orThrow();
    }
}
