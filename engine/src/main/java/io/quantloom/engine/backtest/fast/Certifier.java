package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.backtest.fast.Certificate.Basis;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.EquityCurve;
import io.quantloom.engine.portfolio.RoundTrip;
import io.quantloom.engine.strategy.Strategy;
import java.util.List;
import java.util.Optional;

/** Compares what the kernel gave with what the fast path gives under the same conditions. Immutable. */
public final class Certifier {

    private final ExecutionSpec execution;
    private final Finalization finalization;
    private final Instrument instrument;
    private final FundingRates funding;
    private final int cooldownBars;

    /** Takes how the kernel traded what. */
    public Certifier(
            ExecutionSpec execution,
            Finalization finalization,
            Instrument instrument,
            FundingRates funding,
            int cooldownBars) {
        this.execution = execution;
        this.finalization = finalization;
        this.instrument = instrument;
        this.funding = funding;
        this.cooldownBars = cooldownBars;
    }

    /**
     * Returns what a certificate for the strategy holds for; empty when the fast path does not do it.
     *
     * @param strategy used or not
     */
    public Optional<Basis> basis(BarSeries bars, Strategy strategy) {
        return FastBacktest.refusal(execution).isEmpty()
                        && Signals.of(strategy) instanceof Outcome.Success<Signals>(var signals)
                ? Optional.of(basis(bars, signals))
                : Optional.empty();
    }

    /**
     * Compares.
     *
     * @param bars what the kernel traded
     * @param strategy what it traded by, used or not
     * @param fills the kernel's
     * @param trades the kernel's
     * @param equity the kernel's
     */
    public Certificate compare(
            BarSeries bars, Strategy strategy, List<Fill> fills, List<RoundTrip> trades, EquityCurve equity) {
        Outcome<FastBacktest> backtest =
                FastBacktest.of(FastMarket.of(bars, funding, instrument), execution, finalization, cooldownBars);
        Outcome<Certificate> certificate =
                backtest.then(fast -> Signals.of(strategy).map(signals -> {
                    FastRun run = fast.run(signals, new Scratch());
                    Optional<String> difference = Comparison.difference(fills, trades, equity, run);
                    String same = fills.size() + " fills and the equity at " + equity.size()
                            + " bars are the kernel's to the bit";
                    return new Certificate(
                            Optional.of(difference.isEmpty()),
                            difference.orElse(same),
                            Optional.of(basis(bars, signals)));
                }));
        return switch (certificate) {
            case Outcome.Success<Certificate>(var given) -> given;
            case Outcome.Failed<Certificate>(var failure) ->
                Certificate.none("the fast path does not do " + failure.found());
            case Outcome.Canceled<Certificate> _ -> Certificate.none("canceled");
        };
    }

    private Basis basis(BarSeries bars, Signals signals) {
        boolean pays = instrument.perpetual() && execution.costs().funding();
        String data = bars.contentHash().hex() + (pays ? funding.contentHash().hex() : "");
        String specification = signals.fingerprint() + "|" + execution + "|" + finalization + "|" + cooldownBars + "|"
                + instrument.lot() + "|" + instrument.perpetual();
        return new Basis(Sha256.ofText(data), Sha256.ofText(specification), FastBacktest.VERSION);
    }
}
