package io.quantloom.engine.market.twin;

/**
 * The discrete Fourier transform {@code X[k] = Σ x[t]·exp(−2πi·k·t/n)} of any length in O(n log n): radix two, and L. I.
 * Bluestein's chirps (1970) for lengths that are no power of two. Immutable.
 */
final class Fourier {

    private final int size;
    private final int padded;
    private final double[] cos;
    private final double[] sin;
    private final double[] chirpRe;
    private final double[] chirpIm;
    private final double[] kernelRe;
    private final double[] kernelIm;

    Fourier(int size) {
        this.size = size;
        boolean isPower = Integer.bitCount(size) == 1;
        this.padded = isPower ? size : Integer.highestOneBit(2 * size - 1) << 1;
        this.cos = new double[padded / 2];
        this.sin = new double[padded / 2];
        for (int i = 0; i < padded / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / padded);
            sin[i] = Math.sin(2 * Math.PI * i / padded);
        }
        this.chirpRe = new double[isPower ? 0 : size];
        this.chirpIm = new double[isPower ? 0 : size];
        this.kernelRe = new double[isPower ? 0 : padded];
        this.kernelIm = new double[isPower ? 0 : padded];
        if (!isPower) {
            prepareChirps();
        }
    }

    private void prepareChirps() {
        for (int t = 0; t < size; t++) {
            // t² mod 2n, so that the angle stays small and exact.
            double angle = Math.PI * ((long) t * t % (2L * size)) / size;
            chirpRe[t] = Math.cos(angle);
            chirpIm[t] = -Math.sin(angle);
            kernelRe[t] = chirpRe[t];
            kernelIm[t] = -chirpIm[t];
            if (t > 0) {
                kernelRe[padded - t] = kernelRe[t];
                kernelIm[padded - t] = kernelIm[t];
            }
        }
        radixTwo(kernelRe, kernelIm);
    }

    /** Transforms in place. */
    void transform(double[] re, double[] im) {
        if (padded == size) {
            radixTwo(re, im);
            return;
        }
        double[] a = new double[padded];
        double[] b = new double[padded];
        for (int t = 0; t < size; t++) {
            a[t] = re[t] * chirpRe[t] - im[t] * chirpIm[t];
            b[t] = re[t] * chirpIm[t] + im[t] * chirpRe[t];
        }
        radixTwo(a, b);
        for (int k = 0; k < padded; k++) {
            double real = a[k] * kernelRe[k] - b[k] * kernelIm[k];
            b[k] = a[k] * kernelIm[k] + b[k] * kernelRe[k];
            a[k] = real;
        }
        // Swapped parts transform back, but for the factor 1/padded.
        radixTwo(b, a);
        for (int k = 0; k < size; k++) {
            re[k] = (a[k] * chirpRe[k] - b[k] * chirpIm[k]) / padded;
            im[k] = (a[k] * chirpIm[k] + b[k] * chirpRe[k]) / padded;
        }
    }

    private void radixTwo(double[] re, double[] im) {
        reverseBits(re, im);
        for (int length = 2; length <= padded; length *= 2) {
            int half = length / 2;
            int step = padded / length;
            for (int start = 0; start < padded; start += length) {
                for (int i = 0; i < half; i++) {
                    int even = start + i;
                    int odd = even + half;
                    double c = cos[i * step];
                    double s = sin[i * step];
                    double real = re[odd] * c + im[odd] * s;
                    double imaginary = im[odd] * c - re[odd] * s;
                    re[odd] = re[even] - real;
                    im[odd] = im[even] - imaginary;
                    re[even] += real;
                    im[even] += imaginary;
                }
            }
        }
    }

    private void reverseBits(double[] re, double[] im) {
        int bits = Integer.numberOfTrailingZeros(padded);
        for (int i = 0; i < padded; i++) {
            int other = bits == 0 ? 0 : Integer.reverse(i) >>> (Integer.SIZE - bits);
            if (other > i) {
                double moved = re[i];
                re[i] = re[other];
                re[other] = moved;
                moved = im[i];
                im[i] = im[other];
                im[other] = moved;
            }
        }
    }
}
