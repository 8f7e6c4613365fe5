package io.quantloom.ui.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "total_return; 0.755; +75.5 %",
                "win_rate; 0.51; 51.0 %",
                "max_drawdown; 0.062; −6.2 %",
                "max_drawdown; 0; 0.0 %",
                "sharpe_ratio; 1.6249; 1.62",
                "deflated_sharpe; 0.9684; 0.968",
                "trades; 1469; 1,469",
                "fees; 8812.345; 8,812.35",
                "sharpe_ratio; NaN; —",
                "end; 1092873600000; 2004-08-19",
                "somebody_elses_metric; 0.25; 0.25"
            })
    void writesEachKindInItsUnit(String key, double value, String text) {
        assertThat(StatisticText.of(key).format(value)).isEqualTo(text);
    }

    @Test
    void aSmallerDrawdownIsBetterAndItsChangeIsPositive() {
        StatisticText drawdown = StatisticText.of("max_drawdown");

        assertThat(drawdown.compareGoodness(0.05, 0.10)).isPositive();
        assertThat(drawdown.formatChange(0.125, 0.062)).isEqualTo("+6.3");
    }

    @Test
    void nothingIsBetterThanAnUndefinedValue() {
        assertThat(StatisticText.of("sharpe_ratio").compareGoodness(1, Double.NaN))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total_return",
                "annualized_return",
                "cagr",
                "sharpe_ratio",
                "sortino_ratio",
                "max_drawdown",
                "calmar_ratio",
                "win_rate",
                "profit_factor",
                "exposure",
                "fees",
                "buy_hold_return",
                "deflated_sharpe",
                "sqn",
                "kelly"
            })
    void everyStatisticOfTheTableTellsItsFormula(String key) {
        assertThat(StatisticText.of(key).formula()).isNotBlank();
        assertThat(StatisticText.of(key).label()).isNotEqualTo(key);
    }
}
