package io.quantloom.ui.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.registry.SomeVersions;
import io.quantloom.engine.registry.Transition;
import io.quantloom.ui.control.Tone;
import org.junit.jupiter.api.Test;

class PromotionViewModelTest {

    private final SomeRegistry some = new SomeRegistry();
    private final PromotionViewModel viewModel = some.promotion;

    @Test
    void promotesAVersionWhoseGatesPass() {
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.attach();
        viewModel.reasonProperty().set("better than nothing");

        assertThat(viewModel.whyNotPromoteProperty().get()).isEmpty();
        viewModel.promote();

        assertThat(some.registry.model("btc").orElseThrow().version("Champion")).hasValue(1);
        assertThat(viewModel.messageProperty().get().orElseThrow().text()).isEqualTo("v1 is Champion now.");
        assertThat(viewModel.reasonProperty().get()).isEmpty();
        assertThat(viewModel.whyNotPromoteProperty().get()).contains("already");
    }

    @Test
    void needsAReason() {
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.attach();
        viewModel.reasonProperty().set("  ");

        viewModel.promote();

        assertThat(some.registry.history("btc")).isEmpty();
    }

    @Test
    void saysWhyAFailingVersionCannotBePromotedAndRecordsTheRefusal() {
        some.version("btc", 0.5, SomeVersions.sharpe(0.5));
        some.attach();

        assertThat(viewModel.whyNotPromoteProperty().get()).isEqualTo("1 of 1 gates fail: the promotion is refused.");
        assertThat(viewModel.refusableProperty().get()).isTrue();

        viewModel.reasonProperty().set("let me see");
        viewModel.promote();

        assertThat(some.registry.history("btc").getFirst().kind()).isEqualTo(Transition.Kind.REFUSED);
        assertThat(some.registry.model("btc").orElseThrow().aliases()).isEmpty();
        assertThat(viewModel.messageProperty().get().orElseThrow().tone()).isEqualTo(Tone.BAD);
    }

    @Test
    void anUngatedVersionCannotBePromoted() {
        some.version("btc", 1.5);
        some.attach();

        assertThat(viewModel.whyNotPromoteProperty().get()).contains("Gates were not run on v1");
    }

    @Test
    void rollsBackToTheVersionBefore() {
        some.version("btc", 1.1, SomeVersions.sharpe(1.1));
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.promoteModel.run("btc", 1, "Champion", "first", "cli").orThrow();
        some.attach();
        assertThat(viewModel.whyNotRollBackProperty().get()).isNotEmpty();
        viewModel.reasonProperty().set("better");
        viewModel.promote();

        assertThat(viewModel.whyNotRollBackProperty().get()).isEmpty();
        viewModel.rollBack("it drifts");

        assertThat(some.registry.model("btc").orElseThrow().version("Champion")).hasValue(1);
        assertThat(viewModel.messageProperty().get().orElseThrow().text()).isEqualTo("Champion is v1 again.");
    }

    @Test
    void tellsTheEffectBeforeItHappens() {
        some.version("btc", 1.1, SomeVersions.sharpe(1.1));
        some.version("btc", 1.5, SomeVersions.sharpe(1.5));
        some.promoteModel.run("btc", 1, "Champion", "first", "cli").orThrow();
        some.attach();

        assertThat(viewModel.effectProperty().get()).startsWith("Champion moves from v1 to v2. No paper bot");
        viewModel.aliasProperty().set("Challenger");
        assertThat(viewModel.effectProperty().get()).startsWith("Challenger moves from nothing to v2");
    }
}
