package io.quantloom.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.control.Tone;
import io.quantloom.ui.task.ScreenState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BotViewModelTest {

    private static final int BARS = 150;

    private final SomeBots some = new SomeBots();

    @BeforeEach
    void storeBars() {
        some.bench.walk("VEGA", BARS, 3);
    }

    @Test
    void isEmptyWithoutBots() {
        some.attach();

        assertThat(some.list.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
        assertThat(some.bot.stateProperty().get()).isInstanceOf(ScreenState.Empty.class);
    }

    @Test
    void followsASessionBarByBarAndDropsNothing() {
        some.begin("vega");
        some.attach();
        assertThat(snapshot().account().bars()).isZero();

        some.run("vega");

        List<BotStep> steps = some.bench.bots.steps("vega", 0);
        assertThat(some.bot.decisions()).hasSize(steps.size()).hasSize(BARS);
        assertThat(some.bot.decisions().getFirst().time())
                .isEqualTo(steps.getLast().bar().openTime());
        assertThat(some.bot.fills())
                .hasSize(steps.stream().mapToInt(step -> step.fills().size()).sum())
                .isNotEmpty();
        assertThat(snapshot().bars().size()).isEqualTo(BARS);
        assertThat(snapshot().account().equity()).isEqualTo(steps.getLast().equity());
        assertThat(snapshot().markers()).hasSameSizeAs(some.bot.fills());
        assertThat(some.bot.botProperty().get().orElseThrow().state()).isEqualTo(BotState.ENDED);
    }

    @Test
    void opensASessionThatIsUnderWay() {
        some.begin("vega");
        some.run("vega");

        some.attach();

        assertThat(some.bot.decisions()).hasSize(BARS);
        assertThat(snapshot().setup().strategy()).isEqualTo("SMA 5/20");
        assertThat(snapshot().setup().synthetic()).contains("random walk");
    }

    @Test
    void readsStepsThatItDidNotHear() {
        some.begin("vega");
        some.attach();
        some.bot.detach();
        some.run("vega");
        assertThat(some.bot.decisions()).isEmpty();

        some.bot.attach();

        assertThat(some.bot.decisions()).hasSize(BARS);
    }

    @Test
    void aNewSessionReplacesTheOldOne() {
        some.begin("vega");
        some.run("vega");
        some.attach();

        some.begin("vega");
        some.run("vega");

        assertThat(some.bot.decisions()).hasSize(BARS);
        assertThat(snapshot().account().bars()).isEqualTo(BARS);
    }

    @Test
    void aNewSessionThatBeganWhileThePageWasClosedReplacesTheOldOne() {
        some.begin("vega");
        some.run("vega");
        some.attach();
        some.bot.detach();
        some.begin("vega");

        some.bot.attach();

        assertThat(some.bot.decisions()).isEmpty();
        assertThat(snapshot().account().bars()).isZero();
    }

    @Test
    void stepsOfOtherBotsAreNotShown() {
        some.begin("a");
        some.begin("b");
        some.attach();

        some.run("b");

        assertThat(some.bot.botProperty().get().orElseThrow().name()).isEqualTo("a");
        assertThat(some.bot.decisions()).isEmpty();
        some.list.open("b");
        assertThat(some.bot.decisions()).hasSize(BARS);
    }

    @Test
    void aWishOfABotThatDoesNotRunTellsWhyNot() {
        some.begin("vega");
        some.run("vega");
        some.attach();

        some.bot.pause();

        assertThat(some.bot.problemProperty().get()).contains("running");
    }

    @Test
    void pausesStopsAndFlattensARunningSession() {
        some.begin("vega");
        some.attach();
        var states = new ArrayList<BotState>();

        some.runBot.run("vega", some.feeds(), at(90, () -> {
            some.bot.flatten();
            some.list.load();
            states.add(some.bot.botProperty().get().orElseThrow().state());
        }));

        assertThat(states).containsExactly(BotState.PAUSED);
        assertThat(snapshot().account().units()).isZero();
        assertThat(some.bot.fills().getFirst().reason()).isEqualTo("flatten");
    }

    @Test
    void theTwinOfAnEndedSessionIsEqual() {
        some.begin("vega");
        some.attach();
        some.run("vega");

        assertThat(some.twin.badgeProperty().get().text()).isEqualTo("twin equal");
        assertThat(some.twin.badgeProperty().get().tone()).isEqualTo(Tone.OK);
    }

    private BotSnapshot snapshot() {
        return some.bot.stateProperty().get().shown().orElseThrow().snapshot();
    }

    /** A context that acts once, when the session asks whether to go on for the given time. */
    private static JobContext at(int asked, Runnable action) {
        return new JobContext() {
            private int count;

            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                if (++count == asked) {
                    action.run();
                }
                return false;
            }
        };
    }
}
