package io.quantloom.ui.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.ui.backtests.comparison.CompareContent;
import io.quantloom.ui.backtests.comparison.CompareViewModel;
import io.quantloom.ui.statistic.ComparedRow;
import io.quantloom.ui.task.ScreenState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {

    private final SomeBacktests some = new SomeBacktests();

    @BeforeEach
    void runThree() {
        some.bench.walk("VEGA", 300, 1);
        some.bench.backtest("VEGA", 5, 20);
        some.bench.backtest("VEGA", 10, 30);
        some.bench.backtest("VEGA", 12, 40);
        some.attach();
    }

    private CompareViewModel open() {
        CompareViewModel compare = some.compare();
        compare.attach();
        return compare;
    }

    @Test
    void isEmptyUntilAnotherIsChosenAndComparesWhatDiffersFirst() {
        CompareViewModel compare = open();
        assertThat(compare.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);

        compare.toggle(some.list.rows().get(1));

        CompareContent content = compare.stateProperty().get().shown().orElseThrow();
        assertThat(content.columns()).extracting(CompareContent.Column::token).containsExactly("accent", "s1");
        assertThat(compare.rows()).extracting(ComparedRow::key).startsWith("fast", "slow");
        assertThat(compare.rows()).allMatch(ComparedRow::differs);
        assertThat(compare.startProperty().get()).contains("2026-11-0");
        compare.differencesOnlyProperty().set(false);
        assertThat(compare.rows()).extracting(ComparedRow::key).contains("fee");
    }

    @Test
    void theChoiceIsRememberedAndADeletedOneIsLeftOut() {
        CompareViewModel first = open();
        first.toggle(some.list.rows().get(1));
        first.toggle(some.list.rows().get(2));
        some.memory.put("backtests.compare", some.memory.text("backtests.compare", "") + " gone");

        CompareViewModel second = open();

        assertThat(second.stateProperty().get().shown().orElseThrow().columns()).hasSize(3);
        assertThat(second.others()).hasSize(3);
    }

    @Test
    void theOpenOneIsNotComparedWithItself() {
        CompareViewModel compare = open();
        compare.toggle(some.list.rows().get(1));

        some.list.open(some.list.rows().get(1).id());

        assertThat(compare.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(compare.token(some.list.rows().get(1).id())).isEqualTo("accent");
    }

    @Test
    void aChosenOneIsTakenAwayAgain() {
        CompareViewModel compare = open();
        compare.toggle(some.list.rows().get(2));
        compare.toggle(some.list.rows().get(2));

        assertThat(compare.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(some.memory.text("backtests.compare", "?")).isEmpty();
    }
}
