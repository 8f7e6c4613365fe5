/**
 * What decides: a {@link io.quantloom.engine.strategy.Strategy} sees closed bars only and answers with a
 * {@link io.quantloom.engine.strategy.Decision}; sizing and exits are values beside it. Uses {@code model} through
 * {@code ModelSource}, never the registry.
 */
@NullMarked
package io.quantloom.engine.strategy;

import org.jspecify.annotations.NullMarked;
