package io.quantloom.engine.model.net;

/**
 * The Adam step: moving means of the gradient (0.9) and of its square (0.999), bias corrected,
 * {@code weight −= rate·√(1 − 0.999ᵗ)/(1 − 0.9ᵗ)·mean/(√square + epsilon)}. One for each array of weights. Source:
 * D. Kingma and J. Ba, Adam: a method for stochastic optimization, ICLR 2015, with the factors drawn into the rate as in
 * its section 2.
 */
final class Adam {

    private static final float MEAN = 0.9f;
    private static final float SQUARE = 0.999f;

    private final double rate;
    private final float epsilon;
    private double means = 1;
    private double squares = 1;

    Adam(double rate, double epsilon) {
        this.rate = rate;
        this.epsilon = (float) epsilon;
    }

    /** Begins the next step; returns its corrected rate. */
    float nextRate() {
        means *= 0.9;
        squares *= 0.999;
        return (float) (rate * Math.sqrt(1 - squares) / (1 - means));
    }

    /** Moves the weights against their gradients and updates the means. */
    void move(float[] weights, float[] gradients, float[] mean, float[] square, float corrected) {
        for (int i = 0; i < weights.length; i++) {
            float gradient = gradients[i];
            float m = MEAN * mean[i] + (1 - MEAN) * gradient;
            float s = SQUARE * square[i] + (1 - SQUARE) * gradient * gradient;
            mean[i] = m;
            square[i] = s;
            weights[i] -= corrected * m / ((float) Math.sqrt(s) + epsilon);
        }
    }
}
