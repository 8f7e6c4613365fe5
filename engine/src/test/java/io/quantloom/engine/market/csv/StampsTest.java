package io.quantloom.engine.market.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2024-01-31T05:06:07Z, 2024-01-31T05:06:07Z",
        "2024-01-31T05:06:07.250Z, 2024-01-31T05:06:07.250Z",
        "2024-01-31T05:06:07, 2024-01-31T05:06:07Z",
        "2024-01-31 05:06:07, 2024-01-31T05:06:07Z",
        "2024-01-31 05:06, 2024-01-31T05:06:00Z",
        "2024-01-31, 2024-01-31T00:00:00Z",
        "2024/01/31 5:06, 2024-01-31T05:06:00Z",
        "2024.01.31 05:06, 2024-01-31T05:06:00Z",
        "31.01.2024 05:06:07.000, 2024-01-31T05:06:07Z",
        "20240131, 2024-01-31T00:00:00Z",
        "20240131 05:06, 2024-01-31T05:06:00Z",
        "20240131050607, 2024-01-31T05:06:07Z",
        "2024-01-31 05-PM, 2024-01-31T17:00:00Z",
        "2024-01-31 12-AM, 2024-01-31T00:00:00Z",
        "2024-01-31 12:30:00 PM, 2024-01-31T12:30:00Z",
        "2024-01-31 00:00:00-05:00, 2024-01-31T05:00:00Z",
        "2024-01-31 00:00:00+0530, 2024-01-30T18:30:00Z",
        "2024-01-31 00:00:00 UTC, 2024-01-31T00:00:00Z",
        "2024-01-31T00:00:00+01:00[Europe/Berlin], 2024-01-30T23:00:00Z",
        "2024-07-31T00:00:00[Europe/Berlin], 2024-07-30T22:00:00Z",
        "1706677567, 2024-01-31T05:06:07Z",
        "1706677567.0, 2024-01-31T05:06:07Z",
        "1706677567000, 2024-01-31T05:06:07Z",
        "1706677567000000, 2024-01-31T05:06:07Z",
        "1706677567000000000, 2024-01-31T05:06:07Z"
    })
    void readsEveryCommonForm(String text, Instant expected) {
        long millis = new Stamps(Optional.empty()).millis(text);

        assertThat(Instant.ofEpochMilli(millis)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2024-13-01",
                "0024-01-01",
                "9024-01-01",
                "2024-06-31",
                "02-10-17 23:59",
                "1/2/2024",
                "2/6/2013 12:00:00 AM",
                "1.70668E+12",
                "12345",
                "99999999999999999999",
                "9999999999999999999",
                "2024-01-31T25:00:00Z",
                "2024-01-31 13:00 PM",
                "2024-01-31T00:00:00[Atlantis/Capital]"
            })
    void readsNothingIntoWhatIsNoStampOrLeavesTheDayOpen(String text) {
        assertThat(new Stamps(Optional.empty()).millis(text)).isEqualTo(Stamps.UNREADABLE);
        assertThat(Stamps.why(text)).isNotBlank();
    }

    @Test
    void appliesTheGivenZoneToStampsWithoutOffsetOnly() {
        var stamps = new Stamps(Optional.of(NEW_YORK));

        assertThat(Instant.ofEpochMilli(stamps.millis("2024-01-31 09:30"))).isEqualTo("2024-01-31T14:30:00Z");
        assertThat(Instant.ofEpochMilli(stamps.millis("2024-01-31 09:30Z"))).isEqualTo("2024-01-31T09:30:00Z");
    }

    @Test
    void readsTheHourThatTheClockShowsTwiceInItsOrder() {
        // New York left daylight saving time on 2024-11-03 at 02:00, 06:00 UTC.
        var stamps = new Stamps(Optional.of(NEW_YORK));

        assertThat(Instant.ofEpochMilli(stamps.millis("2024-11-03 01:00"))).isEqualTo("2024-11-03T05:00:00Z");
        assertThat(Instant.ofEpochMilli(stamps.millis("2024-11-03 01:00"))).isEqualTo("2024-11-03T06:00:00Z");
        assertThat(Instant.ofEpochMilli(stamps.millis("2024-11-03 02:00"))).isEqualTo("2024-11-03T07:00:00Z");
    }

    @Test
    void readsNoHourThatTheClockSkips() {
        // New York began daylight saving time on 2024-03-10 at 02:00.
        assertThat(new Stamps(Optional.of(NEW_YORK)).millis("2024-03-10 02:30")).isEqualTo(Stamps.UNREADABLE);
    }

    @Test
    void saysWhereTheZoneCameFrom() {
        var unix = new Stamps(Optional.empty());
        unix.millis("1706677567");
        var local = new Stamps(Optional.empty());
        local.millis("2024-01-31");
        var given = new Stamps(Optional.of(NEW_YORK));
        given.millis("2024-01-31");
        var offset = new Stamps(Optional.empty());
        offset.millis("2024-01-31T00:00:00Z");

        assertThat(unix.concludedZone()).contains("Unix time");
        assertThat(local.concludedZone()).isEqualTo("UTC: the stamps state no offset");
        assertThat(given.concludedZone()).isEqualTo("America/New_York as given");
        assertThat(offset.concludedZone()).isEqualTo("the stamps state their offset");
    }
}
