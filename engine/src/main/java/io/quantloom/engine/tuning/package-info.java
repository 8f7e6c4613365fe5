/**
 * Search for settings: a {@link io.quantloom.engine.tuning.SearchSpace}, a {@link io.quantloom.engine.tuning.Sampler}
 * and a study of {@link io.quantloom.engine.tuning.Trial}s, run by {@link io.quantloom.engine.tuning.RunStudy} through the
 * port {@link io.quantloom.engine.tuning.TrialRunner} and each recorded before the next. Uses {@code model},
 * {@code experiment}.
 */
@NullMarked
package io.quantloom.engine.tuning;

import org.jspecify.annotations.NullMarked;
