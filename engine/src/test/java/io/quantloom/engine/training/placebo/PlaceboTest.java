package io.quantloom.engine.training.placebo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlaceboTest {

    private static final Placebo PLACEBO = of(1.5, 0.5, -1, Double.NaN, 1.5, 2, 0);

    // By hand: of -1, 0, 0.5, 1.5, 2 three are below 1.5 and one is equal; two are at or above.
    @Test
    void saysWhereTheRealScoreStands() {
        assertThat(PLACEBO.distribution()).containsExactly(-1.0, 0.0, 0.5, 1.5, 2.0);
        assertThat(PLACEBO.percentile()).isCloseTo(3.5 / 5, within(1e-12));
        assertThat(PLACEBO.pValue()).isCloseTo(3.0 / 6, within(1e-12));
    }

    @Test
    void isNeverQuiteSure() {
        assertThat(of(9, 1, 2, 3).percentile()).isEqualTo(1);
        assertThat(of(9, 1, 2, 3).pValue()).isEqualTo(0.25);
        assertThat(of(-9, 1, 2, 3).percentile()).isZero();
        assertThat(of(-9, 1, 2, 3).pValue()).isEqualTo(1);
    }

    @Test
    void readsWhatItWrote() {
        byte[] file = PlaceboJson.write(PLACEBO);

        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("\"twins\":[0.5,-1.0,null,1.5,2.0,0.0],\"real\":1.5,\"percentile\":0.7,\"p_value\":0.5");
        assertThat(PlaceboJson.read(file)).isEqualTo(PLACEBO);
    }

    @Test
    void refusesWhatIsNoPlacebo() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> of(Double.NaN, 1));
        for (String text : new String[] {"nothing", "{}", "{\"format\":1}", "{\"format\":1,\"twins\":[]}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PlaceboJson.read(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static Placebo of(double real, double... twins) {
        return new Placebo(
                "sharpe_ratio", "signs", "removed", Arrays.stream(twins).boxed().toList(), real);
    }
}
