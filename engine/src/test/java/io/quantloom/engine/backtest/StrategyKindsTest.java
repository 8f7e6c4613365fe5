package io.quantloom.engine.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.StrategySpec.Accounting;
import io.quantloom.engine.strategy.StrategySpec.Side;
import io.quantloom.engine.strategy.ta4j.SomeRules;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The kinds of strategy in a backtest specification, right and wrong. */
class StrategyKindsTest {

    @Test
    void readsTheMomentumRuleWithItsDefaults() {
        assertThat(strategy("{type: momentum}"))
                .isEqualTo(new StrategySpec.Momentum(14, 0.02, true, Accounting.KERNEL));
        assertThat(strategy("{type: momentum, lookback: 4, threshold: 0.01, side: long, accounting: source-0}"))
                .isEqualTo(new StrategySpec.Momentum(4, 0.01, false, Accounting.SOURCE_0));
    }

    @Test
    void readsRulesByTheNamesOfTa4j() {
        var expected = new StrategySpec.TechnicalRules(
                SomeRules.crossedUp(10, 20), SomeRules.crossedDown(10, 20), Side.LONG_SHORT);
        String rules = """
              side: long-short
              entry:
                type: CrossedUpIndicatorRule
                components:
                  - {type: SMAIndicator, parameters: {barCount: 10}}
                  - {type: SMAIndicator, parameters: {barCount: 20}, components: [{type: ClosePriceIndicator}]}
              exit: {"type":"CrossedDownIndicatorRule","label":"exit","components":[{"type":"SMAIndicator",
                "parameters":{"barCount":10},"components":[{"type":"ClosePriceIndicator"}]},
                {"type":"SMAIndicator","parameters":{"barCount":20}}]}
            """;

        assertThat(parse("strategy:\n  type: rules\n" + rules).orThrow().strategy())
                .isEqualTo(expected);
        assertThat(parse("rules:\n" + rules).orThrow().strategy()).isEqualTo(expected);
    }

    @Test
    void tellsEverythingThatIsWrongWithRules() {
        assertThat(sentence(parse("""
            strategy:
              type: rules
              entry:
                type: AndRule
                components:
                  - {type: OverIndikatorRule, components: [{type: RSIIndicator}]}
                  - {type: OverIndicatorRule, components: [{type: RSIIndicator, parameters: {barCount: 0, k: 1}}]}
                  - {type: StopLossRule, parameters: {lossPercentage: 3}}
              exit:
                type: NotRule
                components: [{type: UnderIndicatorRule, components: [{type: ChikouIndicator}, {type: SMAIndicator}]}]
              side: both
            """)))
                .contains(
                        "line 7, strategy.entry.components[0].type: expected a rule like OverIndicatorRule,"
                                + " UnderIndicatorRule, OverOrEqualIndicatorRule, found 'OverIndikatorRule'",
                        "line 8, strategy.entry.components[1].components[0].parameters.barCount:"
                                + " expected a whole number in [1, 10000], found '0'",
                        "line 8, strategy.entry.components[1].components[0].parameters.k: expected one of barCount,"
                                + " found the unknown key 'k'",
                        "line 8, strategy.entry.components[1].components: expected 2 indicators for"
                                + " OverIndicatorRule, found 1",
                        "line 9, strategy.entry.components[2].type: expected a rule that looks at bars alone; stops"
                                + " stand under exits, found StopLossRule",
                        "line 12, strategy.exit.components[0].components[0].type: expected an indicator like",
                        "line 12, strategy.exit.components[0].components[1].parameters.barCount: expected a whole"
                                + " number in [1, 10000], found nothing",
                        "line 13, strategy.side: expected one of long, short, long-short, found 'both'")
                .contains("8 findings");
    }

    @Test
    void readsACustomStrategy() {
        assertThat(strategy("{type: custom, name: last-move, version: 1.0, parameters: {rise: 0.05, turbo: true}}"))
                .isEqualTo(new StrategySpec.Custom(
                        "last-move", Optional.of("1.0"), new TreeMap<>(Map.of("rise", "0.05", "turbo", "true"))));
    }

    @Test
    void readsCooldownAndAbstentionOfAModel() {
        var model = (StrategySpec.Model) strategy(
                "{type: model, model: models:/btc@Champion, threshold: 0.6, cooldown: 3, abstain: [0.45, 0.55]}");

        assertThat(model.cooldownBars()).isEqualTo(3);
        assertThat(model.ownCooldownBars()).isEqualTo(3);
        assertThat(model.abstention()).contains(new Abstention(0.45, 0.55));
    }

    @Test
    void refusesABandThatIsNone() {
        assertThat(sentence(parse("strategy: {type: model, model: models:/x/1, abstain: [0.6, 0.4]}")))
                .contains("two probabilities in ascending order, like [0.45, 0.55]");
        assertThat(sentence(parse("strategy: {type: model, model: models:/x/1, threshold: 0.6, abstain: [0.5, 0.7]}")))
                .contains("a band below the threshold of 0.6");
    }

    @Test
    void namesTheKindsOfStrategy() {
        assertThat(sentence(parse("strategy: {type: magic}")))
                .contains("one of sma-cross, momentum, rules, custom, model, found 'magic'");
    }

    private static StrategySpec strategy(String section) {
        return parse("strategy: " + section).orThrow().strategy();
    }

    private static Outcome<BacktestSpec> parse(String strategy) {
        return BacktestFile.parse("spec.yaml", "data: {symbol: GOOG}\n" + strategy);
    }

    private static String sentence(Outcome<BacktestSpec> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<BacktestSpec>) outcome).failure().sentence();
    }
}
