package io.quantloom.engine.tuning.tpe;

import java.util.random.RandomGenerator;

/** The kernels of one dimension, one for each observation in order, and the prior's behind them. */
interface Kernels {

    /** Draws a coordinate from a kernel. */
    double draw(int kernel, RandomGenerator random);

    /** Returns the logarithm of each kernel's density, or probability, at a coordinate; callers do not change it. */
    double[] logDensities(double coordinate);
}
