/**
 * Loop A, the training factory: a configuration becomes the stages ingest, label, features, tune, train, validate, placebo,
 * backtest, gate, register for each symbol. {@code configuration} says what is asked for, {@code tracking} keeps what was
 * done, {@code preparation}, {@code search} and {@code measurement} are the stages up to a candidate with its figures; this
 * package judges candidates, registers them, and runs whole configurations. Uses everything before it.
 */
@NullMarked
package io.quantloom.engine.training;

import org.jspecify.annotations.NullMarked;
