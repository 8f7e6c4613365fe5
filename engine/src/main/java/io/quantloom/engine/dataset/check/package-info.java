/**
 * Proof that nothing reads the future: {@link io.quantloom.engine.dataset.check.FeatureCheck} cuts the future off, poisons
 * it and computes bar by bar, and names the first value that notices; {@link io.quantloom.engine.dataset.check.LabelCheck}
 * does the same with labels behind their end, {@link io.quantloom.engine.dataset.check.ScalerCheck} with what is fitted on
 * a training window, {@link io.quantloom.engine.dataset.check.SplitCheck} looks for training labels that reach into tests.
 * Uses {@code dataset}, {@code market}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.dataset.check;

import org.jspecify.annotations.NullMarked;
