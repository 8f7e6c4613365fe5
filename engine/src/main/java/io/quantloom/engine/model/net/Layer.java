package io.quantloom.engine.model.net;

import java.util.random.RandomGenerator;

/** One dense layer: {@code bias + Σ input·weight}, in 32 bits. */
final class Layer {

    final float[][] weights;
    final float[] biases;

    Layer(float[][] weights, float[] biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * Returns a layer of weights drawn evenly from ±√(6/(inputs + outputs)) (Glorot).
     *
     * @param randomBiases whether biases are drawn alike, as scikit-learn does, or zero, as Keras
     */
    static Layer drawn(int inputs, int outputs, boolean randomBiases, RandomGenerator random) {
        double bound = Math.sqrt(6.0 / (inputs + outputs));
        var layer = new Layer(new float[inputs][outputs], new float[outputs]);
        for (float[] row : layer.weights) {
            draw(row, bound, random);
        }
        if (randomBiases) {
            draw(layer.biases, bound, random);
        }
        return layer;
    }

    private static void draw(float[] values, double bound, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /** {@return a layer of the same shape, all zero} */
    Layer zeros() {
        return new Layer(new float[inputs()][outputs()], new float[outputs()]);
    }

    int inputs() {
        return weights.length;
    }

    int outputs() {
        return biases.length;
    }

    /** Writes the layer's sums for each of the first {@code size} inputs. */
    void forward(float[][] inputs, float[][] sums, int size) {
        if (outputs() == 1) {
            float[] column = column();
            for (int b = 0; b < size; b++) {
                sums[b][0] = Products.dot(biases[0], inputs[b], column);
            }
            return;
        }
        for (int b = 0; b < size; b++) {
            System.arraycopy(biases, 0, sums[b], 0, biases.length);
        }
        Products.add(inputs, weights, sums, size);
    }

    /** Adds {@code input·delta} of every row of a batch to these gradients. */
    void collect(float[][] inputs, float[][] deltas, int size) {
        Products.sum(deltas, biases, size);
        if (outputs() > 1) {
            Products.addTurned(inputs, deltas, weights, size);
            return;
        }
        float[] column = column();
        float[] factors = new float[size];
        for (int b = 0; b < size; b++) {
            factors[b] = deltas[b][0];
        }
        Products.combine(inputs, factors, size, column);
        for (int i = 0; i < column.length; i++) {
            weights[i][0] = column[i];
        }
    }

    /** The weights of the only output beside each other. */
    private float[] column() {
        float[] column = new float[weights.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = weights[i][0];
        }
        return column;
    }
}
