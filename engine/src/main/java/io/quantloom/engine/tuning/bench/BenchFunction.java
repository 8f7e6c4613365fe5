package io.quantloom.engine.tuning.bench;

import io.quantloom.engine.model.Hyperparameters;
import io.quantloom.engine.tuning.Dimension;
import io.quantloom.engine.tuning.Dimension.Choice;
import io.quantloom.engine.tuning.Dimension.Real;
import io.quantloom.engine.tuning.Dimension.When;
import io.quantloom.engine.tuning.Dimension.Whole;
import io.quantloom.engine.tuning.SearchSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A function to minimise whose minimum is known. Pure. */
@SuppressWarnings("ImmutableEnumChecker") // spaces are immutable, functions pure
public enum BenchFunction {
    /** Branin's, two real parameters, minimum 0.397887. */
    BRANIN(braninSpace(), BenchFunction::branin),
    /** Hartmann's in six real parameters, minimum −3.32237. */
    HARTMANN6(hartmannSpace(), BenchFunction::hartmann6),
    /** A logarithmic, a whole, a stepped number, a choice of four and a flag; minimum 0. */
    MIXED(mixedSpace(), BenchFunction::mixed),
    /** Three models with two parameters each, minimum 0.05. */
    CONDITIONAL(conditionalSpace(), BenchFunction::conditional);

    // Hartmann's constants as in Dixon and Szegö, The global optimisation problem, 1978.
    private static final double[] HARTMANN_ALPHA = {1.0, 1.2, 3.0, 3.2};
    private static final double[][] HARTMANN_A = {
        {10, 3, 17, 3.5, 1.7, 8}, {0.05, 10, 17, 0.1, 8, 14}, {3, 3.5, 1.7, 10, 17, 8}, {17, 8, 0.05, 10, 0.1, 14}
    };
    private static final double[][] HARTMANN_P = {
        {0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886},
        {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
        {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650},
        {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}
    };
    private static final Map<Object, Double> KERNELS = Map.of("a", 0.6, "b", 0.3, "c", 0.0, "d", 0.9);

    private final SearchSpace space;
    private final ToDoubleFunction<Hyperparameters> function;

    BenchFunction(SearchSpace space, ToDoubleFunction<Hyperparameters> function) {
        this.space = space;
        this.function = function;
    }

    /** Returns the function of the name in lower case. */
    public static Optional<BenchFunction> parse(String name) {
        return Arrays.stream(values())
                .filter(function -> function.text().equals(name))
                .findFirst();
    }

    /** {@return its name in commands} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return where it is defined} */
    public SearchSpace space() {
        return space;
    }

    /** Returns its value. */
    public double value(Hyperparameters parameters) {
        return function.applyAsDouble(parameters);
    }

    private static double branin(Hyperparameters at) {
        double x = at.number("x", Double.NaN);
        double y = at.number("y", Double.NaN);
        double curve = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return curve * curve + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
    }

    private static double hartmann6(Hyperparameters at) {
        double sum = 0;
        for (int i = 0; i < HARTMANN_ALPHA.length; i++) {
            double exponent = 0;
            for (int j = 0; j < HARTMANN_A[i].length; j++) {
                double distance = at.number("x" + j, Double.NaN) - HARTMANN_P[i][j];
                exponent += HARTMANN_A[i][j] * distance * distance;
            }
            sum += HARTMANN_ALPHA[i] * Math.exp(-exponent);
        }
        return -sum;
    }

    private static double mixed(Hyperparameters at) {
        double lr = Math.log10(at.number("lr", Double.NaN)) + 2.5;
        double depth = at.number("depth", Double.NaN);
        double sub = at.number("sub", Double.NaN) - 0.8;
        Object kernel = at.values().get("kernel");
        boolean flag = Boolean.TRUE.equals(at.values().get("flag"));
        double value = lr * lr
                + 0.05 * (depth - 6) * (depth - 6)
                + KERNELS.getOrDefault(kernel, Double.NaN)
                + 4 * sub * sub
                + (flag ? 0 : 0.25);
        return "c".equals(kernel) && flag ? value + 0.02 * Math.abs(depth - 7) : value;
    }

    private static double conditional(Hyperparameters at) {
        return switch (String.valueOf(at.values().get("model"))) {
            case "tree" -> 0.1 + 0.01 * square(at.number("depth", Double.NaN) - 7) + square(log10(at, "lr") + 1);
            case "svm" -> 0.05 + 0.3 * square(log10(at, "c") - 1) + 0.3 * square(log10(at, "g") + 2);
            default ->
                0.2
                        + 0.05 * square(Math.log(at.number("h", Double.NaN)) / Math.log(2) - 6)
                        + 0.1 * square(log10(at, "a") + 3);
        };
    }

    private static double log10(Hyperparameters at, String name) {
        return Math.log10(at.number(name, Double.NaN));
    }

    private static double square(double x) {
        return x * x;
    }

    private static SearchSpace braninSpace() {
        return SearchSpace.of(List.of(new Real("x", -5, 10, false), new Real("y", 0, 15, false)));
    }

    private static SearchSpace hartmannSpace() {
        var dimensions = new ArrayList<Dimension>();
        for (int i = 0; i < 6; i++) {
            dimensions.add(new Real("x" + i, 0, 1, false));
        }
        return SearchSpace.of(dimensions);
    }

    private static SearchSpace mixedSpace() {
        return SearchSpace.of(List.of(
                new Real("lr", 1e-5, 1e-1, true),
                new Whole("depth", 1, 12),
                Choice.of("kernel", "a", "b", "c", "d"),
                new Real("sub", 0.5, 1, false, 0.05),
                Choice.flag("flag")));
    }

    private static SearchSpace conditionalSpace() {
        return SearchSpace.of(List.of(
                Choice.of("model", "tree", "svm", "mlp"),
                new When(new Whole("depth", 1, 16), "model", "tree"),
                new When(new Real("lr", 1e-3, 1, true), "model", "tree"),
                new When(new Real("c", 1e-3, 1e3, true), "model", "svm"),
                new When(new Real("g", 1e-4, 10, true), "model", "svm"),
                new When(new Whole("h", 8, 256, true, 1), "model", "mlp"),
                new When(new Real("a", 1e-6, 1e-1, true), "model", "mlp")));
    }
}
