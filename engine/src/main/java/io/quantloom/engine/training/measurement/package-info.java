/**
 * The stages train, validate, placebo and backtest: the final model of the best trial, and every figure that speaks for or
 * against it.
 */
@NullMarked
package io.quantloom.engine.training.measurement;

import org.jspecify.annotations.NullMarked;
