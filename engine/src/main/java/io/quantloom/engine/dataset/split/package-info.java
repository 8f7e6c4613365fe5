/**
 * Keeps training and test apart in time: a {@link io.quantloom.engine.dataset.split.Validation} makes
 * {@link io.quantloom.engine.dataset.split.Splits} of a data set, each {@link io.quantloom.engine.dataset.split.Fold} with
 * the samples to train on and the windows to test on, purged of labels that reach across. Uses {@code dataset},
 * {@code document}, {@code market}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.dataset.split;

import org.jspecify.annotations.NullMarked;
