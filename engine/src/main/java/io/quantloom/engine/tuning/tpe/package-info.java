/**
 * The tree-structured Parzen estimator in its joint form: {@link io.quantloom.engine.tuning.tpe.TpeSampler} splits what was
 * tried into good and rest, lays a mixture of kernels over each ({@code ParzenEstimator}), and takes, of candidates drawn
 * from the good one, the one that it makes most likely against the other.
 */
@NullMarked
package io.quantloom.engine.tuning.tpe;

import org.jspecify.annotations.NullMarked;
