package io.quantloom.engine.tuning.tpe;

/** The weights of a mixture. Pure functions. */
final class Weights {

    /** So many of the newest observations count in full. */
    private static final int NEWEST = 25;

    private Weights() {}

    /**
     * Returns the weights of observations, oldest first, and of the prior behind them, normalized. Up to 25 observations
     * weigh 1; of more, the newest 25, and the others rise evenly from 1/n to 1. The prior weighs 1.
     */
    static double[] byAge(int observations) {
        var weights = new double[observations + 1];
        int old = observations - NEWEST;
        double sum = 0;
        for (int i = 0; i <= observations; i++) {
            double first = 1.0 / observations;
            weights[i] = i >= old ? 1 : old == 1 ? first : first + (1 - first) * i / (old - 1);
            sum += weights[i];
        }
        for (int i = 0; i <= observations; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Returns the place in the list of weights, whose sum is 1, at which their running sum passes the share. */
    static int draw(double[] weights, double share) {
        double sum = 0;
        for (int i = 0; i < weights.length - 1; i++) {
            sum += weights[i];
            if (share < sum) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
