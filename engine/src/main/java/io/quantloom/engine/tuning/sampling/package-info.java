/**
 * Samplers that do not learn, and {@link io.quantloom.engine.tuning.sampling.Permutation} behind the grid's order.
 */
@NullMarked
package io.quantloom.engine.tuning.sampling;

import org.jspecify.annotations.NullMarked;
