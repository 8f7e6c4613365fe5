package io.quantloom.engine.model.net;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.model.learning.PreparedRows;
import io.quantloom.engine.model.learning.RowForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Trains a net on the weighted binary cross-entropy with Adam, batch by batch of rows shuffled anew each epoch. */
final class NetTraining {

    private static final double TOLERANCE = 1e-4;
    private static final double LEAST = Math.ulp(1f);

    private final NetPlan plan;
    private final PreparedRows rows;
    private final float[][] inputs;
    private final RandomGenerator random;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Layer> gradients;
    private final List<Layer> means;
    private final List<Layer> squares;
    private final List<float[][]> turned = new ArrayList<>();
    private final List<float[][]> sums = new ArrayList<>();
    private final List<float[][]> deltas = new ArrayList<>();
    private final Adam adam;

    NetTraining(NetPlan plan, PreparedRows rows, RandomGenerator random) {
        this.plan = plan;
        this.rows = rows;
        this.random = random;
        this.adam = new Adam(plan.rate(), plan.epsilon());
        this.inputs = new float[rows.size()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = NetForm.narrowed(rows.rows()[i]);
        }
        int width = rows.columns();
        var widths = new ArrayList<>(plan.hidden());
        widths.add(1);
        int batch = Math.min(plan.batch(), rows.size());
        for (int next : widths) {
            layers.add(Layer.drawn(width, next, plan.randomBiases(), random));
            turned.add(new float[next][width]);
            sums.add(new float[batch][next]);
            deltas.add(new float[batch][next]);
            width = next;
        }
        gradients = layers.stream().map(Layer::zeros).toList();
        means = layers.stream().map(Layer::zeros).toList();
        squares = layers.stream().map(Layer::zeros).toList();
    }

    /** Trains; empty when canceled. */
    Optional<List<Layer>> run(JobContext context) {
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        double best = Double.POSITIVE_INFINITY;
        int still = 0;
        int batch = Math.min(plan.batch(), order.length);
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
            context.report(Progress.of("", epoch, plan.epochs()));
            shuffle(order);
            double loss = 0;
            for (int from = 0; from < order.length; from += batch) {
                if (context.isCanceled()) {
                    return Optional.empty();
                }
                loss += step(order, from, Math.min(order.length, from + batch));
            }
            loss /= order.length;
            still = loss > best - TOLERANCE ? still + 1 : 0;
            best = Math.min(best, loss);
            if (plan.patience() > 0 && still > plan.patience()) {
                break;
            }
        }
        return Optional.of(layers);
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    /** One step of Adam on the rows [from, to) of the order; returns the sum of their losses. */
    private double step(int[] order, int from, int to) {
        int size = to - from;
        double loss = 0;
        float[][] batch = new float[size][];
        for (int b = 0; b < size; b++) {
            batch[b] = inputs[order[from + b]];
        }
        NetForm.forward(layers, batch, sums, size);
        for (int b = 0; b < size; b++) {
            loss += lossAndDelta(order[from + b], b, size);
        }
        double squared = 0;
        for (int l = layers.size() - 1; l >= 0; l--) {
            squared += plan.penalty() > 0 ? penalize(l, size) : clear(l);
            gradients.get(l).collect(l == 0 ? batch : sums.get(l - 1), deltas.get(l), size);
            if (l > 0) {
                handDown(l, size);
            }
        }
        move();
        return loss + plan.penalty() * squared / 2;
    }

    private double lossAndDelta(int row, int b, int size) {
        double p = RowForm.sigmoid(sums.getLast()[b][0]);
        boolean positive = rows.isPositive(row);
        deltas.getLast()[b][0] = (float) (rows.weight(row) * (p - (positive ? 1 : 0)) / size);
        // Who never ends early does not look at the loss.
        return plan.patience() > 0 ? -rows.weight(row) * StrictMath.log(Math.max(positive ? p : 1 - p, LEAST)) : 0;
    }

    /** Begins the gradients with those of the penalty; returns the sum of squared weights. */
    private double penalize(int l, int size) {
        float strength = (float) (plan.penalty() / size);
        double squared = 0;
        for (int i = 0; i < layers.get(l).inputs(); i++) {
            float[] weights = layers.get(l).weights[i];
            float[] gradient = gradients.get(l).weights[i];
            for (int j = 0; j < weights.length; j++) {
                gradient[j] = strength * weights[j];
                squared += weights[j] * weights[j];
            }
        }
        Arrays.fill(gradients.get(l).biases, 0);
        return squared;
    }

    private double clear(int l) {
        for (float[] gradient : gradients.get(l).weights) {
            Arrays.fill(gradient, 0);
        }
        Arrays.fill(gradients.get(l).biases, 0);
        return 0;
    }

    /** Deltas of the layer below: through the weights, where its output was not cut off. */
    private void handDown(int l, int size) {
        float[][] weights = layers.get(l).weights;
        float[][] across = turned.get(l);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < across.length; j++) {
                across[j][i] = weights[i][j];
            }
        }
        float[][] below = deltas.get(l - 1);
        for (int b = 0; b < size; b++) {
            Arrays.fill(below[b], 0);
        }
        Products.add(deltas.get(l), across, below, size);
        for (int b = 0; b < size; b++) {
            cutOff(below[b], sums.get(l - 1)[b]);
        }
    }

    /** The output is zero or above, and its sign a factor: a choice would not run in vectors. */
    private static void cutOff(float[] delta, float[] out) {
        for (int i = 0; i < delta.length; i++) {
            delta[i] *= Math.signum(out[i]);
        }
    }

    private void move() {
        float corrected = adam.nextRate();
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            for (int i = 0; i < layer.inputs(); i++) {
                adam.move(
                        layer.weights[i],
                        gradients.get(l).weights[i],
                        means.get(l).weights[i],
                        squares.get(l).weights[i],
                        corrected);
            }
            adam.move(layer.biases, gradients.get(l).biases, means.get(l).biases, squares.get(l).biases, corrected);
        }
    }
}
