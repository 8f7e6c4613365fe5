package io.quantloom.engine.market.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLayoutTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp,open,high,low,close,volume | timestamp | open,high,low,close,volume",
                "volume,close,low,high,open,timestamp | timestamp | open,high,low,close,volume",
                "Date,Open,High,Low,Close,Adj Close,Volume | Date | Open,High,Low,Close,Volume",
                "SNo,Name,Symbol,Date,High,Low,Open,Close,Volume,Marketcap | Date | Open,High,Low,Close,Volume",
                "unix,date,symbol,open,high,low,close,Volume BTC,Volume USD | unix | open,high,low,close,Volume BTC",
                "Open time,Open,High,Low,Close,Volume,Close time,Quote asset volume | Open time"
                        + " | Open,High,Low,Close,Volume",
                "timestamp,1. open,2. high,3. low,4. close,5. volume | timestamp"
                        + " | 1. open,2. high,3. low,4. close,5. volume",
                "t,o,h,l,c | t | o,h,l,c",
                ",open,high,low,close | '' | open,high,low,close",
                "Datetime,Open,High,Low,Close,Volume,Dividends,Stock Splits | Datetime | Open,High,Low,Close,Volume"
            })
    void findsTheColumnsOfBarsInAnyOrder(String header, String time, String numbers) {
        List<String> names = List.of(header.split(",", -1));

        CsvLayout layout = CsvLayout.ofHeader(names).orElseThrow();

        assertThat(layout.kind()).isEqualTo(CsvKind.BARS);
        assertThat(layout.timeName()).isEqualTo(time);
        assertThat(layout.numbers().stream().map(names::get).collect(Collectors.joining(",")))
                .isEqualTo(numbers);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamp,funding_rate | FUNDING",
                "timestamp,symbol,funding_rate | FUNDING",
                "fundingTime,fundingRate,markPrice | FUNDING",
                "timestamp,open_interest | OPEN_INTEREST",
                "timestamp,symbol,sum_open_interest,sum_open_interest_value | OPEN_INTEREST",
                "date,split_ratio | ACTIONS",
                "date,dividend | ACTIONS",
                "last_session_before,kind,value | ACTIONS"
            })
    void recognizesWhatIsNotBars(String header, CsvKind kind) {
        assertThat(CsvLayout.ofHeader(List.of(header.split(",", -1)))
                        .orElseThrow()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void putsDateAndTimeOfDayTogether() {
        CsvLayout layout = CsvLayout.ofHeader(List.of("<DATE>", "<TIME>", "<OPEN>", "<HIGH>", "<LOW>", "<CLOSE>"))
                .orElseThrow();

        assertThat(layout.time()).isZero();
        assertThat(layout.clock()).hasValue(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"timestamp,open,high,low", "open,high,low,close", "a,b,c", "2024-01-01,1,2,3,4,5"})
    void findsNoHeaderWhereThereIsNone(String line) {
        assertThat(CsvLayout.ofHeader(List.of(line.split(",", -1)))).isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(CsvLayout.missing(List.of("when", "open", "low"))).containsExactly("timestamp", "high", "close");
    }
}
