/**
 * Pruners: {@link io.quantloom.engine.tuning.pruning.MedianPruner},
 * {@link io.quantloom.engine.tuning.pruning.HalvingPruner} and
 * {@link io.quantloom.engine.tuning.pruning.HyperbandPruner}, made by name in
 * {@link io.quantloom.engine.tuning.pruning.Pruners}. All of them compare with trials of earlier batches alone.
 */
@NullMarked
package io.quantloom.engine.tuning.pruning;

import org.jspecify.annotations.NullMarked;
