package io.quantloom.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.registry.Gate;
import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.ui.control.GateTable;
import io.quantloom.ui.control.VersionTimeline;
import io.quantloom.ui.task.ScreenState;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VersionsViewModelTest {

    private final SomeRegistry some = new SomeRegistry();

    @Test
    void isEmptyWithoutModels() {
        some.attach();

        assertThat(some.list.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(some.versions.selectedProperty().get()).isEmpty();
    }

    @Test
    void opensTheFirstModelAtItsNewestVersion() {
        some.version("btc", 1.1, SomeVersions.sharpe(1.1));
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.attach();

        assertThat(some.list.selectedProperty().get()).contains("btc");
        assertThat(some.versions.selectedProperty().get().orElseThrow().label()).isEqualTo("v2");
        assertThat(some.versions.timeline())
                .extracting(VersionTimeline.Version::name)
                .containsExactly("v2", "v1");
        assertThat(some.versions.timeline().getFirst().facts()).isEqualTo("Sharpe 1.50 · gate 1 of 1");
    }

    @Test
    void aVersionWhoseGatesWereNotRunIsMarked() {
        some.version("btc", 1.1);
        some.attach();

        assertThat(some.versions.selectedProperty().get().orElseThrow().gated()).isEqualTo(VersionRow.Gated.UNGATED);
        assertThat(some.versions.timeline().getFirst().aliases())
                .extracting(VersionTimeline.AliasChip::text)
                .containsExactly("ungated");
    }

    @Test
    void aDrawdownGateReadsAsALoss() {
        some.version(
                "btc",
                1.1,
                new Gate("max_drawdown", Gate.Basis.HOLDOUT, OptionalDouble.empty(), OptionalDouble.of(0.25))
                        .check(OptionalDouble.of(0.1), ""));
        some.attach();

        GateTable.Gate gate =
                some.versions.selectedProperty().get().orElseThrow().gates().getFirst();

        assertThat(gate.threshold()).isEqualTo("≥ −25.0 %");
        assertThat(gate.actual()).isEqualTo("−10.0 %");
        assertThat(gate.result()).isEqualTo(GateTable.Result.PASS);
    }

    @Test
    void aGateShowsItsOwnBoundAndWhetherTheBoundIsAMiss() {
        some.version(
                "btc", 1.1, Gate.above("overall_score", Gate.Basis.HOLDOUT, 0.6).check(OptionalDouble.of(0.6), ""));
        some.version("btc", 1.1, Gate.atLeast("auc", Gate.Basis.HOLDOUT, 0.5005).check(OptionalDouble.of(0.6), ""));
        some.version(
                "btc", 1.1, Gate.below("max_drawdown", Gate.Basis.HOLDOUT, 0.25).check(OptionalDouble.of(0.1), ""));
        some.attach();

        some.versions.select(1);
        GateTable.Gate score =
                some.versions.selectedProperty().get().orElseThrow().gates().getFirst();
        some.versions.select(2);
        GateTable.Gate area =
                some.versions.selectedProperty().get().orElseThrow().gates().getFirst();
        some.versions.select(3);
        GateTable.Gate loss =
                some.versions.selectedProperty().get().orElseThrow().gates().getFirst();

        assertThat(score.threshold()).isEqualTo("> 0.600");
        assertThat(score.result()).isEqualTo(GateTable.Result.FAIL);
        assertThat(area.threshold()).isEqualTo("≥ 0.5005");
        assertThat(loss.threshold()).isEqualTo("> −25.0 %");
        assertThat(loss.result()).isEqualTo(GateTable.Result.PASS);
    }

    @Test
    void anUndefinedGateTellsWhy() {
        some.version(
                "btc",
                1.1,
                new Gate("deflated_sharpe", Gate.Basis.WALK_FORWARD, OptionalDouble.of(0.95), OptionalDouble.empty())
                        .check(OptionalDouble.empty(), "zero variance"));
        some.attach();

        GateTable.Gate gate =
                some.versions.selectedProperty().get().orElseThrow().gates().getFirst();

        assertThat(gate.basis()).isEqualTo("walk-forward");
        assertThat(gate.actual()).isEqualTo("—");
        assertThat(gate.reason()).contains("zero variance");
    }

    @Test
    void followsATransitionAndKeepsTheVersionLookedAt() {
        some.version("btc", 1.1, SomeVersions.sharpe(1.1));
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.attach();
        some.versions.select(1);

        some.promoteModel.run("btc", 1, "Champion", "first", "cli").orThrow();

        VersionRow row = some.versions.selectedProperty().get().orElseThrow();
        assertThat(row.number()).isEqualTo(1);
        assertThat(row.aliases()).containsExactly("Champion");
        assertThat(some.list.rows().getFirst().aliases()).hasSize(1);
        ModelPage page = some.versions.stateProperty().get().shown().orElseThrow();
        assertThat(page.history().getFirst().text()).isEqualTo("v1 promoted to Champion by cli, 1 of 1 gates");
        assertThat(page.history().getFirst().reason()).isEqualTo("first");
    }

    @Test
    void opensTheVersionAskedForOfAnotherModel() {
        some.version("btc", 1.1);
        some.version("eth", 1.1);
        some.version("eth", 1.2);
        some.attach();

        some.versions.open("eth", OptionalInt.of(1));

        assertThat(some.versions.selectedProperty().get().orElseThrow().model()).isEqualTo("eth");
        assertThat(some.versions.selectedProperty().get().orElseThrow().number())
                .isEqualTo(1);
    }

    @Test
    void theCardTellsHowTheModelTrades() {
        some.version("btc", 1.1);
        some.attach();

        assertThat(some.versions.selectedProperty().get().orElseThrow().card())
                .extracting(VersionRow.CardFact::value)
                .contains(
                        "xgboost", "alpha19", "long at p ≥ 0.60, short at p ≤ 0.40, exit at 0.50", "BTC-USDT 1h file");
    }
}
