package io.quantloom.ui.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunSelectionTest {

    private final RunSelection selection = new RunSelection();

    @Test
    void aRunKeepsItsColorWhenAnotherIsTakenOut() {
        selection.add("a", "A");
        selection.add("b", "B");
        selection.add("c", "C");

        selection.remove("a");

        assertThat(selection.color("b")).isEqualTo(1);
        assertThat(selection.color("c")).isEqualTo(2);
        selection.add("d", "D");
        assertThat(selection.color("d")).isZero();
    }

    @Test
    void theNinthRunIsGray() {
        for (int i = 0; i < 9; i++) {
            selection.add("run " + i, "");
        }

        assertThat(selection.color("run 7")).isEqualTo(7);
        assertThat(selection.color("run 8")).isEqualTo(RunSelection.GRAY);
    }

    @Test
    void choosingTwiceTakesOut() {
        selection.toggle("a", "A");
        selection.toggle("a", "A");

        assertThat(selection.runs()).isEmpty();
        assertThat(selection.color("a")).isEqualTo(RunSelection.GRAY);
    }
}
