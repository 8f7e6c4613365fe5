package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.backtest.fast.Certificate;
import io.quantloom.engine.backtest.fast.Certifier;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.EntryRule;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.execution.Finalization;
import io.quantloom.engine.execution.Matching;
import io.quantloom.engine.execution.Scripted;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.performance.SharpeSignificance.Trials;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CertifyStrategyTest {

    private static final BarSeries BARS = Bars.random(1, 300);
    private static final Instrument INSTRUMENT = Bars.instrument(0.001, false);
    private static final FundingRates NO_FUNDING = FundingRates.none(Bars.SYMBOL);

    @Test
    void certifiesACrossing() {
        Certificate certificate = certificate(ExecutionSpec.DEFAULT, cross(5));

        assertThat(certificate.equal()).contains(true);
        assertThat(certificate.reason()).contains("the equity at 300 bars");
        assertThat(certificate.basis()).isPresent();
    }

    @Test
    void saysWhyTheFastPathDoesNotDoAStrategy() {
        Certificate certificate = certificate(ExecutionSpec.DEFAULT, Scripted.of(Target.LONG));

        assertThat(certificate.equal()).isEmpty();
        assertThat(certificate.reason()).contains("does not do a strategy whose decisions");
    }

    @Test
    void saysWhyTheFastPathDoesNotDoAnExecution() {
        ExecutionSpec plain = ExecutionSpec.DEFAULT;
        var trailing = new ExecutionSpec(
                plain.account(),
                plain.sizing(),
                plain.costs(),
                new ExecutionSpec.Exits(
                        ExecutionSpec.ExitLevel.none(), ExecutionSpec.ExitLevel.none(), OptionalDouble.of(0.05)),
                Matching.DEFAULT,
                EntryRule.MARKET);

        Certificate certificate = new Certifier(trailing, Finalization.NONE, INSTRUMENT, NO_FUNDING, 0)
                .compare(BARS, cross(5), List.of(), List.of(), result(cross(5)).equity());

        assertThat(certificate.equal()).isEmpty();
        assertThat(certificate.reason()).isEqualTo("the fast path does not do a trailing stop");
    }

    @Test
    void namesTheFirstDifference() {
        BacktestResult result = result(cross(5));
        List<Fill> other = new ArrayList<>(result.fills());
        Fill third = other.get(2);
        other.set(
                2,
                new Fill(
                        third.time(),
                        third.side(),
                        third.lots() + 1,
                        third.units(),
                        third.price(),
                        third.fee(),
                        third.slippage(),
                        third.reason()));

        Certificate certificate = new Certifier(ExecutionSpec.DEFAULT, Finalization.NONE, INSTRUMENT, NO_FUNDING, 0)
                .compare(BARS, cross(5), other, result.trades(), result.equity());

        assertThat(certificate.equal()).contains(false);
        assertThat(certificate.reason()).startsWith("fill 3 is Fill[").contains("on the fast path");
    }

    @Test
    void isRenewedOnlyWhenSomethingChanged() {
        Certificate known = new Certificate(
                certificate(ExecutionSpec.DEFAULT, cross(5)).equal(),
                "the one from before",
                certificate(ExecutionSpec.DEFAULT, cross(5)).basis());

        assertThat(renewed(known, BARS, cross(5))).isSameAs(known);
        assertThat(renewed(known, BARS, cross(6)).reason()).isNotEqualTo(known.reason());
        assertThat(renewed(known, BARS.slice(0, 299), cross(5)).reason()).isNotEqualTo(known.reason());
        assertThat(renewed(Certificate.none("never compared"), BARS, cross(5)).equal())
                .contains(true);
    }

    private static Strategy cross(int fast) {
        return new SmaCrossStrategy(new StrategySpec.SmaCross(fast, 20, true));
    }

    private static CertifyStrategy certify(ExecutionSpec execution) {
        return new CertifyStrategy(execution, Finalization.NONE, INSTRUMENT, NO_FUNDING, 0);
    }

    private static Certificate certificate(ExecutionSpec execution, Strategy strategy) {
        return certify(execution).run(BARS, () -> strategy, JobContext.none()).orThrow();
    }

    private static Certificate renewed(Certificate known, BarSeries bars, Strategy strategy) {
        return certify(ExecutionSpec.DEFAULT)
                .renew(known, bars, () -> strategy, JobContext.none())
                .orThrow();
    }

    private static BacktestResult result(Strategy strategy) {
        return new SimulateBacktest(ExecutionSpec.DEFAULT, Finalization.NONE, INSTRUMENT, NO_FUNDING)
                .run("kernel", BARS, strategy, Trials.single(), OptionalLong.empty(), JobContext.none())
                .orThrow();
    }
}
