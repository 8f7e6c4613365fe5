package io.quantloom.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void numbersAreTheShortestTextThatReadsBack() {
        assertThat(json(0.1)).isEqualTo("{\"v\":0.1}");
        assertThat(json(10_000.0)).isEqualTo("{\"v\":10000.0}");
        // The classic case in which Java before 19 printed a digit too many.
        assertThat(json(2.0e-3)).isEqualTo("{\"v\":0.002}");
        assertThat(json(1e23)).isEqualTo("{\"v\":1.0E23}");
        assertThat(json(2.2250738585072014E-308)).isEqualTo("{\"v\":2.2250738585072014E-308}");
        assertThat(json(9_007_199_254_740_993L)).isEqualTo("{\"v\":9007199254740993}");
    }

    @Test
    void whatIsNoNumberIsNull() {
        assertThat(json(Double.NaN)).isEqualTo("{\"v\":null}");
        assertThat(json(Double.NEGATIVE_INFINITY)).isEqualTo("{\"v\":null}");
        assertThat(json(OptionalDouble.empty())).isEqualTo("{\"v\":null}");
        assertThat(json(OptionalInt.empty())).isEqualTo("{\"v\":null}");
        assertThat(json(Optional.empty())).isEqualTo("{\"v\":null}");
    }

    @Test
    void timesHaveSecondsAndZ() {
        assertThat(json(Instant.parse("2020-05-11T00:00:00Z"))).isEqualTo("{\"v\":\"2020-05-11T00:00:00Z\"}");
        assertThat(json(Instant.parse("2020-05-11T01:02:03.456Z"))).isEqualTo("{\"v\":\"2020-05-11T01:02:03Z\"}");
    }

    @Test
    void objectsAndListsKeepTheirOrder() {
        var inner = JsonObject.empty().put("z", 1).put("a", true);

        assertThat(json(Arrays.asList(inner, "x\n\"", null, List.of())))
                .isEqualTo("{\"v\":[{\"z\":1,\"a\":true},\"x\\n\\\"\",null,[]]}");
    }

    private static String json(Object value) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        JsonWriter.write(JsonObject.empty().put("v", value), out);
        out.flush();
        return text.toString().stripTrailing();
    }
}
