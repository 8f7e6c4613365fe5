/**
 * What decides: a {@link io.quantloom.engine.strategy.Strategy} sees closed bars and its position only and answers with a
 * {@link io.quantloom.engine.strategy.Decision}. {@link io.quantloom.engine.strategy.ModelStrategy} turns the
 * probabilities of a {@link io.quantloom.engine.strategy.Forecast} into decisions. Uses {@code model} through
 * {@code ModelSource}, never the registry.
 */
@NullMarked
package io.quantloom.engine.strategy;

import org.jspecify.annotations.NullMarked;
