/**
 * Search for settings: a {@code SearchSpace}, a {@code Sampler}
 * and a study of {@link io.quantloom.engine.tuning.Trial}s, each recorded before the next. Uses {@code model},
 * {@code experiment}.
 */
@NullMarked
package io.quantloom.engine.tuning;

import org.jspecify.annotations.NullMarked;
