/**
 * The trading kernel: one account, one instrument, bar by bar; the same class serves backtest and paper. Its settings
 * are {@link io.quantloom.engine.execution.ExecutionSpec}. Uses {@code strategy}, {@code portfolio}, {@code order}.
 */
@NullMarked
package io.quantloom.engine.execution;

import org.jspecify.annotations.NullMarked;
