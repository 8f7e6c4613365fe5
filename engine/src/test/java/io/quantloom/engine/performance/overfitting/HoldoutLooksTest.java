package io.quantloom.engine.performance.overfitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.instrument.Symbol;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldoutLooksTest {

    private static final Symbol BTC = new Symbol("BTC-USDT");
    private static final HoldoutLook NOW = new HoldoutLook(BTC, 1000, 2000);

    @Test
    void countsTheLooksThatShareTime() {
        List<HoldoutLook> earlier = List.of(
                new HoldoutLook(BTC, 1000, 2000),
                new HoldoutLook(BTC, 900, 1001),
                new HoldoutLook(BTC, 500, 1000),
                new HoldoutLook(BTC, 2000, 3000),
                new HoldoutLook(new Symbol("ETH-USDT"), 1000, 2000));

        assertThat(HoldoutLooks.of(NOW, earlier).looks()).isEqualTo(3);
        assertThat(HoldoutLooks.of(NOW, List.of()).looks()).isEqualTo(1);
    }

    // product.md F31: a Sharpe above 1.0 over half a year passes without skill with p = 0.24.
    @Test
    void everyLookCostsItsError() {
        var five = new HoldoutLooks(NOW, 5);

        assertThat(five.error(0.02)).isCloseTo(0.1, within(1e-12));
        assertThat(five.error(0.24)).isEqualTo(1);
        assertThat(five.confidence(0.05)).isCloseTo(0.99, within(1e-12));
    }

    @Test
    void refusesWhatIsNoLook() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutLooks(NOW, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutLook(BTC, 5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new HoldoutLooks(NOW, 1).error(0));
    }
}
