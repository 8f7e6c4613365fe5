package io.quantloom.engine.training.preparation;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;

/**
 * The market data of one symbol.
 *
 * @param bars all of them
 * @param instrument what is traded
 * @param funding without rates where none is known
 * @param hash content hash of the bars
 */
public record Ingested(BarSeries bars, Instrument instrument, FundingRates funding, Sha256 hash) {}
