package io.quantloom.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.model.DecisionRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStrategyTest {

    private static final DecisionRule LONG_ONLY = new DecisionRule(0.6, 0.5, false);
    private static final DecisionRule LONG_SHORT = new DecisionRule(0.6, 0.45, true);

    @ParameterizedTest
    @CsvSource({
        "0.60, FLAT, LONG,  p 0.60 ≥ 0.60",
        "0.599, FLAT, FLAT, p 0.599 < 0.60",
        "0.55, LONG, HOLD,  p 0.55 keeps long",
        "0.50, LONG, HOLD,  p 0.50 keeps long",
        "0.499, LONG, FLAT, p 0.499 < 0.50",
        "0.1,  FLAT, FLAT,  p 0.10 < 0.60"
    })
    void longOnlyFollowsTheHysteresis(double p, Target held, Target expected, String reason) {
        Decision decision = decide(LONG_ONLY, p, held);

        assertThat(decision.target()).isEqualTo(expected);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.probability()).isEqualTo(p);
    }

    @ParameterizedTest
    @CsvSource({
        "0.40,   FLAT,  SHORT, p 0.40 ≤ 0.40",
        "0.4001, FLAT,  FLAT,  p 0.4001 < 0.60",
        "0.55,   SHORT, HOLD,  p 0.55 keeps short",
        "0.5501, SHORT, FLAT,  p 0.5501 > 0.55",
        "0.61,   SHORT, LONG,  p 0.61 ≥ 0.60",
        "0.45,   LONG,  HOLD,  p 0.45 keeps long",
        "0.44,   LONG,  FLAT,  p 0.44 < 0.45",
        "0.3,    LONG,  SHORT, p 0.30 ≤ 0.40"
    })
    void longShortMirrorsIt(double p, Target held, Target expected, String reason) {
        Decision decision = decide(LONG_SHORT, p, held);

        assertThat(decision.target()).isEqualTo(expected);
        assertThat(decision.reason()).isEqualTo(reason);
    }

    @Test
    void keepsWhatIsThereWhileFeaturesAreUndefined() {
        assertThat(decide(LONG_ONLY, Double.NaN, Target.LONG).target()).isEqualTo(Target.HOLD);
    }

    @ParameterizedTest
    @CsvSource({
        "0.449, LONG, FLAT, p 0.449 < 0.50",
        "0.45,  LONG, HOLD, p 0.45 abstains",
        "0.55,  FLAT, HOLD, p 0.55 abstains",
        "0.60,  FLAT, LONG, p 0.60 ≥ 0.60"
    })
    void decidesNothingInTheBandOfAbstention(double p, Target held, Target expected, String reason) {
        Forecast forecast = BatchForecast.of(new double[] {p});
        var strategy = new ModelStrategy(
                LONG_ONLY, forecast, Optional.of(new Abstention(0.45, 0.55)), TradableModel.LabelExits.none());

        Decision decision = strategy.onClose(Bars.bar(0, 1, 1, 1, 1), held);

        assertThat(decision.target()).isEqualTo(expected);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.probability()).isEqualTo(p);
    }

    @ParameterizedTest
    @CsvSource({
        "0.60, 1,  FLAT,  LONG,  p 0.60 ≥ 0.60 for long",
        "0.60, -1, FLAT,  SHORT, p 0.60 ≥ 0.60 for short",
        "0.60, -1, LONG,  SHORT, p 0.60 ≥ 0.60 for short",
        "0.55, 1,  LONG,  HOLD,  p 0.55 keeps long",
        "0.55, -1, SHORT, HOLD,  p 0.55 keeps short",
        "0.55, 1,  SHORT, FLAT,  p 0.55 < 0.60 for long",
        "0.55, 1,  FLAT,  FLAT,  p 0.55 < 0.60 for long",
        "0.49, -1, SHORT, FLAT,  p 0.49 < 0.50 for short",
        "0.99, 0,  LONG,  FLAT,  no signal to judge",
        "NaN,  1,  SHORT, HOLD,  features undefined"
    })
    void takesTheSideOfTheSignalsItJudges(double p, int side, Target held, Target expected, String reason) {
        var strategy =
                new ModelStrategy(LONG_ONLY, BatchForecast.of(new double[] {p}).judging(new int[] {side}));

        Decision decision = strategy.onClose(Bars.bar(0, 1, 1, 1, 1), held);

        assertThat(decision.target()).isEqualTo(expected);
        assertThat(decision.reason()).isEqualTo(reason);
    }

    @Test
    void carriesTheBarriersOfTheLabelWhereAskedFor() {
        double[] p = {0.7};
        Forecast forecast = BatchForecast.of(p, new double[] {0.02}, new double[] {0.03}, 0);
        var strategy = new ModelStrategy(LONG_ONLY, forecast, true, false);

        Decision decision = strategy.onClose(Bars.bar(0, 1, 1, 1, 1), Target.FLAT);

        assertThat(decision.stopLoss()).isEqualTo(0.02);
        assertThat(decision.takeProfit()).isNaN();
    }

    @Test
    void isDefinedFromTheFirstProbabilityOn() {
        Forecast forecast = BatchForecast.of(new double[] {Double.NaN, Double.NaN, 0.5});

        assertThat(new ModelStrategy(LONG_ONLY, forecast).firstDefined()).isEqualTo(2);
    }

    private static Decision decide(DecisionRule rule, double p, Target held) {
        var strategy = new ModelStrategy(rule, BatchForecast.of(new double[] {p}));
        return strategy.onClose(Bars.bar(0, 1, 1, 1, 1), held);
    }
}
