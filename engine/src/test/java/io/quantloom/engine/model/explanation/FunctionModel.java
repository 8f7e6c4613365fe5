package io.quantloom.engine.model.explanation;

import io.quantloom.engine.model.TrainedModel;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** A model that is a function of a row, without contributions. */
final class FunctionModel implements TrainedModel {

    private final ToDoubleFunction<double[]> function;
    private final boolean probabilistic;

    FunctionModel(ToDoubleFunction<double[]> function, boolean probabilistic) {
        this.function = function;
        this.probabilistic = probabilistic;
    }

    @Override
    public String learner() {
        return "function";
    }

    @Override
    public double[] probabilities(double[][] rows) {
        return probabilistic ? scores(rows) : new double[rows.length];
    }

    @Override
    public double[] scores(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(function).toArray();
    }

    @Override
    public boolean isProbabilistic() {
        return probabilistic;
    }

    @Override
    public double[][] contributions(double[][] rows) {
        return new double[rows.length][0];
    }

    @Override
    public byte[] bytes() {
        return new byte[0];
    }

    @Override
    public void close() {
        // holds nothing
    }
}
