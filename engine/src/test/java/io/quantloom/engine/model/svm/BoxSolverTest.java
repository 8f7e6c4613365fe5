package io.quantloom.engine.model.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxSolverTest {

    private static final double SHARP = 1e-8;

    static List<SvmCase> cases() {
        return SvmCase.all();
    }

    /** libsvm-3.35.csv holds what LIBSVM found to 1e-9; 32-bit kernels move it by 1e-7 for each unit of C. */
    @ParameterizedTest
    @MethodSource("cases")
    void findsTheOptimumThatLibSvmFinds(SvmCase problem) throws IOException {
        String[] reference = Optional.ofNullable(references().get(problem.name))
                .orElseThrow()
                .split(",", -1);
        double[] margins = Arrays.stream(reference[2].split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();

        BoxProblem sharp = problem.solved(SHARP);
        BoxProblem usual = problem.solved(BoxSolver.TOLERANCE);

        double objective = Double.parseDouble(reference[1]);
        assertThat(sharp.objective()).isCloseTo(objective, within(2e-6 * Math.abs(objective)));
        assertThat(usual.objective()).isCloseTo(objective, within(1e-4 * Math.abs(objective)));
        double most = Arrays.stream(problem.most).max().orElseThrow();
        for (int i = 0; i < margins.length; i++) {
            assertThat(sharp.margin(i, sharp.threshold()))
                    .isCloseTo(margins[i], within(1e-6 * Math.clamp(most, 1, 100)));
            assertThat(usual.margin(i, usual.threshold())).isCloseTo(margins[i], within(0.01));
        }
    }

    private static Map<String, String> references() throws IOException {
        var references = new TreeMap<String, String>();
        try (var in = BoxSolverTest.class.getResourceAsStream("libsvm-3.35.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> references.put(line.substring(0, line.indexOf(',')), line));
        }
        return references;
    }

    /** Karush, Kuhn and Tucker's conditions, checked with kernels by the book rather than the solver's own errors. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void keepsTheConditionsOfTheOptimum(long seed) {
        var random = new SplittableRandom(seed);
        double positiveC = Math.exp(10 * random.nextDouble() - 6);
        double negativeC = Math.exp(10 * random.nextDouble() - 6);
        double gamma = Math.exp(6 * random.nextDouble() - 4);
        keepsConditions(SvmCase.of("some", seed, 80 + random.nextInt(250), 3, gamma, positiveC, negativeC));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-3, 1e5})
    void keepsThemWhereTheBoxIsTinyOrHuge(double c) {
        keepsConditions(SvmCase.of("extreme", 9, 60, 2, 4, c, c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsThemInAllCases(SvmCase problem) {
        keepsConditions(problem);
    }

    private static void keepsConditions(SvmCase given) {
        BoxProblem problem = given.solved(BoxSolver.TOLERANCE);
        double threshold = problem.threshold();
        double sum = 0;
        double size = 0;
        for (double beta : problem.betas) {
            sum += beta;
            size += Math.abs(beta);
        }
        double slack = BoxSolver.TOLERANCE + 1e-6 * size;
        assertThat(sum).isCloseTo(0, within(1e-9 * Math.max(1e-6, size)));
        for (int i = 0; i < problem.size(); i++) {
            assertThat(problem.betas[i]).isBetween(problem.bottoms[i], problem.tops[i]);
            double margin = -threshold;
            for (int j = 0; j < problem.size(); j++) {
                margin += problem.betas[j] * given.kernel(i, j);
            }
            assertThat(problem.margin(i, threshold)).isCloseTo(margin, within(1e-6 * Math.max(1, size)));
            double sure = margin * problem.classes[i];
            double alpha = Math.abs(problem.betas[i]);
            if (alpha < given.most[i]) {
                assertThat(sure).isGreaterThan(1 - slack);
            }
            if (alpha > 0) {
                assertThat(sure).isLessThan(1 + slack);
            }
        }
    }

    /** Begun at the optimum of all rows, a fold ends where one that begins at zero ends. */
    @ParameterizedTest
    @MethodSource("cases")
    void aFoldEndsWhereItEndsFromTheStart(SvmCase problem) {
        int[] left =
                IntStream.range(0, problem.rows.length).filter(i -> i % 5 == 2).toArray();
        double[] most = problem.most.clone();
        for (int i : left) {
            most[i] = 0;
        }
        BoxProblem cold = BoxProblem.of(problem.positive, most);
        BoxSolver solver = problem.solver(SHARP);
        solver.solve(cold);

        BoxProblem warm = solver.without(problem.solved(SHARP), left);
        assertThat(Arrays.stream(warm.betas).sum()).isCloseTo(0, within(1e-6));
        solver.solve(warm);

        double room = 1e-6 * Math.max(1, Arrays.stream(problem.most).max().orElseThrow());
        for (int i = 0; i < problem.rows.length; i++) {
            assertThat(warm.margin(i, warm.threshold())).isCloseTo(cold.margin(i, cold.threshold()), within(room));
        }
    }

    @Test
    void equalProblemsGiveEqualBits() {
        SvmCase problem = SvmCase.of("some", 3, 700, 6, 0.2, 1, 1);
        assertThat(problem.solved(1e-3).betas).isEqualTo(problem.solved(1e-3).betas);
    }

    @Test
    void knowsTheOnlyClassThatMayMove() {
        boolean[] positive = {true, false, true};
        assertThat(BoxProblem.of(positive, new double[] {1, 1, 1}).onlyClass()).isZero();
        assertThat(BoxProblem.of(positive, new double[] {1, 0, 1}).onlyClass()).isEqualTo(1);
        assertThat(BoxProblem.of(positive, new double[] {0, 1, 0}).onlyClass()).isEqualTo(-1);
    }
}
