/**
 * How well samplers search: {@link io.quantloom.engine.tuning.bench.RunBench} runs studies over
 * {@link io.quantloom.engine.tuning.bench.BenchFunction}s whose optima are known.
 */
@NullMarked
package io.quantloom.engine.tuning.bench;

import org.jspecify.annotations.NullMarked;
