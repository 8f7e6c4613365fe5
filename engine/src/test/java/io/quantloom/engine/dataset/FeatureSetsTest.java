package io.quantloom.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSetsTest extends FeatureSetContract {

    @Override
    FeatureSet features() {
        return FeatureSets.ofColumns(List.of("PPO", "MACD", "7_day_RSI")).orThrow();
    }

    @Test
    void everyBuiltInSetIsItselfWithoutOtherValues() {
        assertThat(FeatureSets.builtIn().all()).isNotEmpty().allSatisfy(set -> {
            assertThat(set.with(new TreeMap<>()).orThrow()).isSameAs(set);
            assertThat(set.with(new TreeMap<>(Map.of("window", "3")))).isInstanceOf(Outcome.Failed.class);
        });
    }

    @Test
    void findsASetByItsName() {
        assertThat(FeatureSets.builtIn().named("alpha19").orThrow()).isSameAs(FeatureSets.alpha19());
    }

    @Test
    void selectedColumnsAreThoseOfTheWholeSet() {
        BarSeries bars = GeneratedBars.walk(2, 100);
        FeatureMatrix whole = FeatureSets.alpha19().compute(bars);
        FeatureMatrix part = features().compute(bars);

        assertThat(part.names()).containsExactly("PPO", "MACD", "7_day_RSI");
        assertThat(part.value(50, 0)).isEqualTo(whole.value(50, whole.names().indexOf("PPO")));
    }

    @Test
    void aSelectionIsFoundAgainByItsName() {
        FeatureSet again = FeatureSets.builtIn().named(features().name()).orThrow();

        assertThat(again.columns()).isEqualTo(features().columns());
        assertThat(again.fingerprint()).isEqualTo(features().fingerprint());
        assertThat(again.fingerprint()).isNotEqualTo(FeatureSets.alpha19().fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpha20", "alpha19:NOPE", "alpha19:PPO,PPO", "alpha19:", ""})
    void refusesWhatItDoesNotHave(String name) {
        assertThat(FeatureSets.builtIn().named(name)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void namesWhatThereIsWhenTheNameIsUnknown() {
        assertThat(FeatureSets.builtIn().named("alpha20"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .isEqualTo(
                                        "expected one of the feature sets alpha19, live4, found \"alpha20\" (features);"
                                                + " name one of them, or list columns"));
    }
}
