package io.quantloom.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.ui.task.ScreenState;
import org.junit.jupiter.api.Test;

class ChampionViewModelTest {

    private final SomeRegistry some = new SomeRegistry();

    @Test
    void comparesTheVersionWithTheChampion() {
        some.version("btc", 1.0, SomeVersions.sharpe(1.1));
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.promoteModel.run("btc", 1, "Champion", "first", "cli").orThrow();
        some.attach();

        ChampionComparison comparison =
                some.champion.stateProperty().get().shown().orElseThrow();

        assertThat(comparison.subject()).isEqualTo("v2");
        assertThat(comparison.other()).isEqualTo("v1 Champion");
        ChampionComparison.Delta sharpe = comparison.deltas().getFirst();
        assertThat(sharpe.change()).isEqualTo("+0.50");
        assertThat(sharpe.share()).isPositive();
    }

    @Test
    void isPartialWhenNoBacktestWasRecorded() {
        some.version("btc", 1.0);
        some.attach();

        assertThat(some.champion.stateProperty().get()).isInstanceOf(ScreenState.Partial.class);
        assertThat(some.champion.stateProperty().get().shown().orElseThrow().equity())
                .isEmpty();
    }

    @Test
    void isEmptyWithoutAVersion() {
        some.attach();

        assertThat(some.champion.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }
}
