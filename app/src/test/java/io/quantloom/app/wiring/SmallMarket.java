package io.quantloom.app.wiring;

import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleMarketGenerator;
import java.util.List;
import java.util.Optional;

/** 150 days of hourly bars of two sample instruments, and a factory configuration that trains on them in a moment. */
public final class SmallMarket {

    public static final String FIRST = SampleInstrument.ALL.get(0).symbol().name();
    public static final String SECOND = SampleInstrument.ALL.get(1).symbol().name();

    /** Gates that let pass; {@link #STRICT} ones refuse. */
    public static final String LENIENT = "gates: [{metric: max_drawdown, at_most: 0.99}]\n";

    public static final String STRICT = "gates: [{metric: sharpe_ratio, at_least: 1000}]\n";

    private static final List<SampleInstrument> TWO = SampleInstrument.ALL.subList(0, 2);
    private static final List<BarSeries> BARS = TWO.stream()
            .map(each -> new SampleMarketGenerator(5).generate(each).bars().slice(0, 150 * 24))
            .toList();

    private SmallMarket() {}

    public static void save(BarStore store) {
        for (int i = 0; i < TWO.size(); i++) {
            SampleInstrument each = TWO.get(i);
            var instrument = new Instrument(
                    each.symbol(),
                    "USD",
                    TradingCalendar.CRYPTO_24X7,
                    "",
                    Instrument.UNKNOWN_LOT,
                    false,
                    Optional.of("sample market, seed 5"));
            store.save(instrument, BARS.get(i));
        }
    }

    /** Returns a configuration for the symbols with so many trials. */
    public static String factory(String symbols, int trials, String gates) {
        return """
            name: small
            symbols: [%s]
            validation: {train: 60d, test: 30d}
            study: {sampler: random, trials: %d, batch: 2, search: {rounds: [5, 10], min_child_weight: [10, 30], threshold: [0.51, 0.53]}}
            backtest: {holdout: 30d, side: long-short}
            register: {model: "small-{symbol}"}
            """.formatted(symbols, trials) + gates;
    }
}
