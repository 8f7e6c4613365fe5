package io.quantloom.engine.model.net;

import java.util.random.RandomGenerator;

/** One dense layer: {@code bias + Σ input·weight}, in 32 bits. The loops run along the outputs, in vectors. */
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

    /** Writes the layer's sums for the input. */
    void forward(float[] input, float[] sums) {
        System.arraycopy(biases, 0, sums, 0, sums.length);
        combine(weights, input, sums);
    }

    /** {@code out += Σ factors[i]·rows[i]}, four rows a walk. */
    static void combine(float[][] rows, float[] factors, float[] out) {
        int i = 0;
        for (; i + 3 < rows.length; i += 4) {
            add4(
                    rows[i],
                    factors[i],
                    rows[i + 1],
                    factors[i + 1],
                    rows[i + 2],
                    factors[i + 2],
                    rows[i + 3],
                    factors[i + 3],
                    out);
        }
        for (; i < rows.length; i++) {
            add(rows[i], factors[i], out);
        }
    }

    static void add4(float[] a, float fa, float[] b, float fb, float[] c, float fc, float[] d, float fd, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    static void add(float[] a, float factor, float[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * a[j];
        }
    }
}
