package io.quantloom.engine.tour;

import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleInstrument.Role;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that the walk runs on: what a person would write. */
final class SampleConfiguration {

    static final String FACTORY_FILE = "sample-market.yaml";
    static final String BOT_FILE = "sample-paper.yaml";

    private SampleConfiguration() {}

    /** Returns the factory configuration over the predictable instruments and the martingales. */
    static String factory() {
        String symbols = Stream.concat(
                        SampleInstrument.of(Role.PREDICTABLE).stream(), SampleInstrument.of(Role.MARTINGALE).stream())
                .map(instrument -> instrument.symbol().name())
                .collect(Collectors.joining(", "));
        return """
            name: sample-market
            symbols: [%s]
            data: {timeframe: 1h, source: %s}
            features: alpha19
            label: {type: triple-barrier, take_profit: 4.0, stop_loss: 4.0, horizon: 24, volatility_span: 100}
            learners: [xgboost]
            validation: {type: walk-forward, train: 365d, test: 90d, mode: rolling, embargo: 24}
            study: {sampler: random, trials: 6, batch: 4, objective: sharpe_ratio,
                    search: {max_depth: [2, 4], eta: 0.05, rounds: [40, 120], min_child_weight: [30, 200],
                             subsample: 0.7, colsample: 0.7, lambda: 5, threshold: [0.57, 0.63]}}
            backtest: {holdout: 180d, exit_threshold: 0.50, side: long-short, execution: {fee: 0.001}}
            gates: [{metric: sharpe_ratio, at_least: 1.0},
                    {metric: deflated_sharpe, at_least: 0.95, on: walk-forward},
                    {metric: max_drawdown, at_most: 0.25}]
            register: {model: "sample-{symbol}", alias: Challenger}
            """.formatted(symbols, MakeSampleMarket.SOURCE);
    }

    /** Returns the file of a bot that follows the Champion of the model from a bar on. */
    static String bot(String model, String symbol, Instant from) {
        return """
            name: sample-paper
            model: models:/%s@Champion
            data: {symbol: %s, timeframe: 1h, source: %s, from: %s}
            account: {cash: 10000, currency: USD, leverage: 1}
            execution: {fee: 0.001}
            """.formatted(model, symbol, MakeSampleMarket.SOURCE, from);
    }
}
