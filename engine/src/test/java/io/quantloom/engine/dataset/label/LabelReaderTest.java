package io.quantloom.engine.dataset.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.dataset.label.TripleBarrier.Entry;
import org.junit.jupiter.api.Test;

class LabelReaderTest {

    @Test
    void readsEveryKindWithItsDefaults() {
        assertThat(read("take_profit: 3")).isEqualTo(TripleBarrier.of(3, 4, 24));
        assertThat(read("{barriers: fixed, take_profit: 0.03, stop_loss: 0.02, horizon: 5}"))
                .isEqualTo(TripleBarrier.fixed(0.03, 0.02, 5));
        assertThat(read("label: {type: forward-return, horizon: 6, cost: 0.001, class: down}"))
                .isEqualTo(new ForwardReturn(6, 0.001, Entry.NEXT_OPEN, Direction.DOWN));
        assertThat(read("{type: sma-trend, class: down}")).isEqualTo(SmaTrend.of(Direction.DOWN));
        assertThat(read("{type: meta, primary: {type: momentum, lookback: 8, threshold: 0.01}, horizon: 12}"))
                .isEqualTo(new MetaLabel(new PrimarySignal.Momentum(8, 0.01), TripleBarrier.of(4, 4, 12)));
    }

    @Test
    void findsEverythingThatIsWrongAtOnce() {
        assertThat(LabelReader.read("l.yaml", "{barriers: fixed, stop_loss: 2, volatility_span: 9, horizon: 0}"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("4 findings")
                                .contains("take_profit: expected a number above 0, found nothing")
                                .contains("stop_loss: expected a fraction in (0, 1), found '2'")
                                .contains("the unknown key 'volatility_span'")
                                .contains("horizon: expected a whole number in [1, 100000], found '0'"));
        assertThat(LabelReader.read("l.yaml", "{type: meta, events: {cusum: 0.1}, primary: {fast: 9, slow: 3}}"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.failure().sentence())
                                .contains("primary.slow: expected more than fast, which is 9")
                                .contains("the unknown key 'events'"));
    }

    @Test
    void findsDefinitionsByNameAndByText() {
        LabelCatalog.all().forEach((name, definition) -> {
            assertThat(LabelCatalog.named(name).orThrow()).isEqualTo(definition);
            assertThat(LabelCatalog.named(definition.text()).orThrow()).isEqualTo(definition);
        });
        assertThat(LabelCatalog.named("trend")).isInstanceOf(Outcome.Failed.class);
    }

    private static LabelDefinition read(String text) {
        return LabelReader.read("l.yaml", text).orThrow();
    }
}
