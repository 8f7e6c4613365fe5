package io.quantloom.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrainingSetTest {

    private final TrainingSet set = SomeRows.of(1, 6, 2);

    @Test
    void rowsWithoutTimesStandOneBarApart() {
        assertThat(set.bar(4)).isEqualTo(4);
        assertThat(set.end(4)).isEqualTo(4);
    }

    @Test
    void aSelectionKeepsRowClassWeightAndSpan() {
        TrainingSet spans = set.withSpans(new int[] {3, 5, 8, 9, 11, 12}, new int[] {7, 9, 9, 13, 12, 20});
        TrainingSet some = spans.select(new int[] {4, 1});

        assertThat(some.size()).isEqualTo(2);
        assertThat(some.features()).isEqualTo(set.features());
        assertThat(some.rows()[0]).isSameAs(set.rows()[4]);
        assertThat(some.isPositive(1)).isEqualTo(set.isPositive(1));
        assertThat(some.weight(1)).isEqualTo(set.weight(1));
        assertThat(some.bar(0)).isEqualTo(11);
        assertThat(some.end(1)).isEqualTo(9);
        assertThat(spans.part(2, 5).size()).isEqualTo(3);
        assertThat(spans.part(2, 5).bar(2)).isEqualTo(11);
    }

    @Test
    void refusesALabelThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> set.withSpans(new int[6], new int[] {0, 1, 2, -1, 4, 5}))
                .hasMessage("the label of row 3 ends at bar -1, before its event at bar 0");
        assertThatThrownBy(() -> set.withSpans(new int[6], new int[5])).hasMessageContaining("length");
    }
}
