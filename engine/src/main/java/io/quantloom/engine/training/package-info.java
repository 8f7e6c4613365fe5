/**
 * Loop A, the training factory: a {@code FactorySpec} becomes the stages ingest, label,
 * features, tune, train, validate, backtest, gate, register for each symbol. Uses everything before it.
 */
@NullMarked
package io.quantloom.engine.training;

import org.jspecify.annotations.NullMarked;
