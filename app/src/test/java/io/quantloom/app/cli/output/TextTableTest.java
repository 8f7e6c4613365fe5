package io.quantloom.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void textStandsLeftAndNumbersRight() {
        assertThat(print(TextTable.of("symbol", "rows").row("BTC-USDT", 12).row("X", 7001)))
                .isEqualTo("symbol    rows\nBTC-USDT    12\nX         7001\n");
    }

    @Test
    void anEmptyTableSaysSo() {
        assertThat(print(TextTable.of("symbol"))).isEqualTo("nothing\n");
    }

    @Test
    void undefinedNumbersAreADash() {
        assertThat(TextTable.number(Double.NaN)).isEqualTo("—");
        assertThat(TextTable.number(0.123456)).isEqualTo("0.1235");
        assertThat(TextTable.number(66.0)).isEqualTo("66");
        assertThat(TextTable.number(51_422.9876)).isEqualTo("51422.99");
    }

    @Test
    void aRowHasACellForEachHeading() {
        assertThatThrownBy(() -> TextTable.of("a", "b").row("x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String print(TextTable table) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        table.print(out, "nothing");
        out.flush();
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
