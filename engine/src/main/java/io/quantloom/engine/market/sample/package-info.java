/**
 * The seeded, synthetic sample market: {@link io.quantloom.engine.market.sample.SampleInstrument} lists what is in it,
 * {@link io.quantloom.engine.market.sample.SampleMarketGenerator} makes the
 * {@link io.quantloom.engine.market.sample.SampleSeries} of each, with the hidden
 * {@link io.quantloom.engine.market.sample.Regime} and drift that real prices never show. Formulas and measured figures
 * stand in decision record 0010. Uses {@code market}, {@code instrument}, {@code base}.
 */
@NullMarked
package io.quantloom.engine.market.sample;

import org.jspecify.annotations.NullMarked;
