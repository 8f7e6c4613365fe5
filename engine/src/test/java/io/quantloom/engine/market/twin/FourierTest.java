package io.quantloom.engine.market.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {

    // Against the definition, term by term.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 17, 64, 97, 100, 128, 255})
    void isTheSumOfTheDefinition(int n) {
        var random = new SplittableRandom(n);
        double[] re = random.doubles(n, -1, 1).toArray();
        double[] im = random.doubles(n, -1, 1).toArray();
        double[] expectedRe = new double[n];
        double[] expectedIm = new double[n];
        for (int k = 0; k < n; k++) {
            for (int t = 0; t < n; t++) {
                double angle = -2 * Math.PI * k * t / n;
                expectedRe[k] += re[t] * Math.cos(angle) - im[t] * Math.sin(angle);
                expectedIm[k] += re[t] * Math.sin(angle) + im[t] * Math.cos(angle);
            }
        }

        new Fourier(n).transform(re, im);

        assertThat(re).containsExactly(expectedRe, within(1e-10));
        assertThat(im).containsExactly(expectedIm, within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(ints = {4_096, 30_011})
    void comesBackWithItsPartsSwapped(int n) {
        double[] values = new SplittableRandom(n).doubles(n, -1, 1).toArray();
        double[] re = values.clone();
        double[] im = new double[n];
        var fourier = new Fourier(n);

        fourier.transform(re, im);
        fourier.transform(im, re);

        for (int t = 0; t < n; t++) {
            re[t] /= n;
        }
        assertThat(re).containsExactly(values, within(1e-11));
    }
}
