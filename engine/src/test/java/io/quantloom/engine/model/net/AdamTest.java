package io.quantloom.engine.model.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {

    /** Algorithm 1 of Kingma and Ba, in its first form with corrected means, in 64 bits. */
    @Test
    void movesAsItsAuthorsWrite() {
        double[] gradients = {3, -0.5, 0.25, 0.25, -8};
        float[] weights = {1};
        float[] mean = {0};
        float[] square = {0};
        var adam = new Adam(0.01, 1e-8);
        double w = 1;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= gradients.length; t++) {
            double gradient = gradients[t - 1];
            m = 0.9 * m + 0.1 * gradient;
            v = 0.999 * v + 0.001 * gradient * gradient;
            w -= 0.01 * (m / (1 - Math.pow(0.9, t))) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);

            adam.move(weights, new float[] {(float) gradient}, mean, square, adam.nextRate());

            assertThat((double) weights[0]).isCloseTo(w, within(1e-6));
        }
    }

    /** The first step is as long as the rate, whatever the gradient: a step that multiplies instead is not. */
    @Test
    void theFirstStepIsAsLongAsTheRate() {
        for (float gradient : new float[] {1e-3f, 1, 1e3f}) {
            float[] weights = {0};
            var adam = new Adam(0.01, 1e-8);
            adam.move(weights, new float[] {gradient}, new float[1], new float[1], adam.nextRate());
            assertThat((double) weights[0]).isCloseTo(-0.01, within(1e-5));
        }
    }
}
