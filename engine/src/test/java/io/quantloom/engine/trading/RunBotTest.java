package io.quantloom.engine.trading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.execution.Bars;
import io.quantloom.engine.execution.ExecutionSpec;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.StrategySpec;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.trading.BotRecord.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunBotTest {

    // A step of the session at 50 at whose close the bot holds a position and keeps it.
    private static final int HOLDING = 17;

    private final BarSeries series = Bars.random(7, 300);
    private final TradingDesk desk = new TradingDesk(series);

    @BeforeEach
    void promoteTheFirstVersion() {
        desk.promoteNext(true);
    }

    @Test
    void writesAStepForEachBarAndTellsOfItAfterwards() {
        List<BotStep> told = new ArrayList<>();
        desk.events.subscribe(BotStep.class, step -> {
            assertThat(desk.bots.stepCount("bot")).isEqualTo(step.sequence() + 1);
            told.add(step);
        });

        BotRecord ended = desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();

        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(told).hasSize(250).isEqualTo(desk.steps());
        assertThat(told).allMatch(step -> step.model().equals("fake/1"));
        assertThat(told.getFirst().bar()).isEqualTo(series.bar(50));
        assertThat(desk.record()).isEqualTo(ended);
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> fractions = new ArrayList<>();
        desk.start.run(TradingDesk.bot(TradingDesk.CROSS, 100), "").orThrow();

        desk.run
                .run("bot", desk.replay(), new JobContext() {
                    @Override
                    public void report(Progress progress) {
                        fractions.add(progress.fraction());
                    }

                    @Override
                    public boolean isCanceled() {
                        return false;
                    }
                })
                .orThrow();

        assertThat(fractions.getLast()).isEqualTo(1);
        assertThat(fractions).hasSize(201);
    }

    @Test
    void aPausedBotKeepsItsPositionAndOpensNone() {
        onStep(HOLDING, () -> desk.active.pause("bot").orThrow());

        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();

        // What was decided at the close of the step of the pause was decided before it, and kept the position.
        double held = step(HOLDING).units();
        assertThat(held).isNotZero();
        List<BotStep> paused =
                desk.steps().stream().filter(step -> step.sequence() > HOLDING).toList();
        assertThat(paused).allMatch(step -> step.fills().isEmpty() && step.units() == held);
        assertThat(paused)
                .allMatch(step -> step.decision().target() == Target.HOLD
                        && step.decision().reason().startsWith("paused: "));
        assertThat(reconcile().isClean()).isTrue();
    }

    @Test
    void aResumedBotDecidesAgain() {
        onStep(60, () -> desk.active.pause("bot").orThrow());
        onStep(100, () -> desk.active.resume("bot").orThrow());

        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();

        assertThat(desk.steps())
                .anyMatch(step -> step.sequence() > 101 && !step.fills().isEmpty());
        assertThat(reconcile().isClean()).isTrue();
    }

    @Test
    void staysPausedOverARestart() {
        onStep(60, () -> {
            desk.active.pause("bot").orThrow();
            desk.active.stop("bot").orThrow();
        });
        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();
        assertThat(desk.record().state()).isEqualTo(State.STOPPED);

        desk.go().orThrow();

        assertThat(step(200).decision().reason()).startsWith("paused: ");
    }

    @Test
    void flattensAtTheNextOpenAndPauses() {
        onStep(HOLDING, () -> {
            assertThat(desk.active.flatten("bot").orThrow().state()).isEqualTo(State.PAUSED);
        });

        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();

        // Asked after a step, decided at the close of the next, filled at the open of the one after that.
        assertThat(step(HOLDING + 1).decision()).isEqualTo(Decision.FLATTEN);
        assertThat(step(HOLDING + 2).fills()).extracting(Fill::reason).containsExactly(FillReason.FLATTEN);
        assertThat(desk.steps())
                .filteredOn(step -> step.sequence() > HOLDING + 2)
                .allMatch(step -> step.units() == 0);
        assertThat(reconcile().isClean()).isTrue();
    }

    @Test
    void stopsBetweenBarsAndGoesOnLater() {
        onStep(20, () -> desk.active.stop("bot").orThrow());

        BotRecord stopped = desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();
        long steps = desk.bots.stepCount("bot");
        BotRecord ended = desk.go().orThrow();

        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(steps).isEqualTo(21);
        assertThat(ended.state()).isEqualTo(State.ENDED);
        assertThat(desk.bots.stepCount("bot")).isEqualTo(300);
    }

    @Test
    void goesOnWhenNewBarsHaveCome() {
        TradingDesk growing = new TradingDesk(series.slice(0, 200));
        growing.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();
        growing.bars.save(Bars.instrument(0.001, false), series);

        growing.go().orThrow();

        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();
        assertThat(growing.steps()).isEqualTo(desk.steps());
    }

    @Test
    void aCanceledContextLeavesItStopped() {
        desk.start.run(TradingDesk.bot(TradingDesk.CROSS, 0), "").orThrow();

        Outcome<BotRecord> outcome = desk.run.run("bot", desk.replay(), new JobContext() {
            @Override
            public void report(Progress progress) {
                // nobody looks
            }

            @Override
            public boolean isCanceled() {
                return desk.bots.stepCount("bot") >= 5;
            }
        });

        assertThat(outcome).isEqualTo(Outcome.canceled());
        assertThat(desk.record().state()).isEqualTo(State.STOPPED);
        assertThat(desk.bots.stepCount("bot")).isEqualTo(5);
    }

    @Test
    void haltsWhenTheRecordedAccountDoesNotComeOut() {
        onStep(100, () -> desk.active.stop("bot").orThrow());
        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();
        InMemoryBotStore tampered = new InMemoryBotStore();
        tampered.begin(desk.record());
        for (BotStep step : desk.steps()) {
            tampered.append(step.fills().isEmpty() ? step : withoutFills(step));
        }
        TradingDesk restarted = new TradingDesk(series, tampered);

        Outcome<BotRecord> outcome = restarted.go();

        assertThat(sentence(outcome))
                .contains("expected the recorded steps to give the recorded account", "recorded fills []");
        assertThat(restarted.record().state()).isEqualTo(State.HALTED);
        assertThat(restarted.record().note()).isEqualTo(sentence(outcome));
        assertThat(restarted.bots.stepCount("bot")).isEqualTo(101);
    }

    @Test
    void followsAMovedAliasFromTheNextDecisionOn() {
        onStep(120, () -> desk.promoteNext(true));

        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();

        assertThat(step(120).model()).isEqualTo("fake/1");
        assertThat(step(121).model()).isEqualTo("fake/2");
        // The new version knows the whole history: it decides as if it had been there from the beginning.
        TradingDesk second = new TradingDesk(series);
        second.promoteNext(true);
        second.promoteNext(true);
        second.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();
        assertThat(step(121).decision().probability())
                .isEqualTo(second.steps().get(121).decision().probability());
        assertThat(reconcile().isClean()).isTrue();
    }

    @Test
    void keepsItsVersionWhenTheNewOneIsNotGated() {
        List<String> notes = new ArrayList<>();
        desk.events.subscribe(BotEvent.class, event -> notes.add(event.bot().note()));
        onStep(120, () -> desk.promoteNext(false));
        onStep(140, () -> desk.promoteNext(true));

        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50)).orThrow();

        assertThat(step(130).model()).isEqualTo("fake/1");
        assertThat(step(141).model()).isEqualTo("fake/3");
        assertThat(notes)
                .filteredOn(note -> !note.isEmpty())
                .singleElement()
                .asString()
                .startsWith(
                        "keeps fake/1: expected a version behind models:/fake@Champion whose gates were run and passed,"
                                + " found fake/2, which is ungated");
        assertThat(desk.record().note()).isEmpty();
    }

    @Test
    void followsAnUngatedVersionWhenItsFileAcceptsThat() {
        onStep(120, () -> desk.promoteNext(false));

        desk.trade(TradingDesk.bot(TradingDesk.CHAMPION, 50, ExecutionSpec.DEFAULT, 0, true))
                .orThrow();

        assertThat(step(121).model()).isEqualTo("fake/2");
    }

    @Test
    void refusesToStartOnAnUngatedVersion() {
        desk.promoteNext(false);

        Outcome<BotRecord> outcome = desk.start.run(TradingDesk.bot(TradingDesk.CHAMPION, 50), "");

        assertThat(sentence(outcome)).contains("fake/2, which is ungated", "accept_ungated: true");
        assertThat(desk.bots.bots()).isEmpty();
    }

    @Test
    void startsAfterTheBarsItsModelWasTrainedOn() {
        var spec = new BotSpec(
                "bot",
                TradingDesk.CHAMPION,
                new io.quantloom.engine.backtest.DataRange(
                        Bars.SYMBOL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                ExecutionSpec.DEFAULT,
                0,
                false);

        // The fake was trained up to bar 100.
        assertThat(desk.start.run(spec, "").orThrow().from()).isEqualTo(Instant.ofEpochMilli(101 * Bars.HOUR));
    }

    @Test
    void aNewSessionForgetsTheOldSteps() {
        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();

        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 250)).orThrow();

        assertThat(desk.bots.stepCount("bot")).isEqualTo(50);
    }

    @Test
    void haltsARuinedAccountAndKeepsIt() {
        double[] prices = new double[40];
        for (int i = 0; i < prices.length; i++) {
            // A rise, a fall that it goes short in, and a jump to the tenfold.
            prices[i] = i < 10 ? 100 + i : i < 30 ? 120 - i : 1_000;
        }
        TradingDesk doomed = new TradingDesk(Bars.flat(prices));

        Outcome<BotRecord> outcome = doomed.trade(TradingDesk.bot(new StrategySpec.SmaCross(1, 3, true), 0));

        assertThat(sentence(outcome)).contains("a ruined account");
        assertThat(doomed.record().state()).isEqualTo(State.HALTED);
        assertThat(doomed.steps().getLast().equity()).isNegative();
        assertThat(sentence(doomed.go())).contains("a ruined account");
    }

    @Test
    void haltsWhenTheStoreFailsAndLosesNothing() {
        InMemoryBotStore disk = new InMemoryBotStore();
        TradingDesk full = new TradingDesk(series, disk, new FullDisk(disk, 30));

        Outcome<BotRecord> outcome = full.trade(TradingDesk.bot(TradingDesk.CROSS, 0));

        assertThat(sentence(outcome)).contains("space on the disk");
        assertThat(full.record().state()).isEqualTo(State.HALTED);
        assertThat(full.record().note()).contains("space on the disk");
        TradingDesk mended = new TradingDesk(series, disk);
        mended.go().orThrow();
        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();
        assertThat(mended.steps()).isEqualTo(desk.steps());
    }

    @Test
    void oneSessionABot() {
        List<String> refused = new ArrayList<>();
        onStep(10, () -> {
            refused.add(sentence(desk.go()));
            refused.add(sentence(desk.start.run(TradingDesk.bot(TradingDesk.CROSS, 0), "")));
        });

        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();

        assertThat(refused).hasSize(2).allMatch(text -> text.contains("one session of bot bot at a time"));
        assertThat(desk.bots.stepCount("bot")).isEqualTo(300);
    }

    @Test
    void tellsOfBotsThatAreNotThereOrDoNotRun() {
        assertThat(sentence(desk.go())).contains("a bot named bot", "no bot at all");
        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();

        assertThat(sentence(desk.active.pause("bot"))).contains("bot, which is ended");
        assertThat(sentence(desk.active.flatten("other"))).contains("only bot");
    }

    @Test
    void stopsABotThatADeadProcessLeftRunning() {
        desk.start.run(TradingDesk.bot(TradingDesk.CROSS, 0), "").orThrow();

        assertThat(desk.active.stop("bot").orThrow().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void findsBarsThatWereRevisedAfterwards() {
        desk.trade(TradingDesk.bot(TradingDesk.CROSS, 0)).orThrow();
        List<io.quantloom.engine.market.Bar> revised = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            io.quantloom.engine.market.Bar bar = series.bar(i);
            revised.add(i == 150 ? Bars.bar(i, bar.open() * 1.01, bar.high() * 1.02, bar.low(), bar.close()) : bar);
        }
        desk.bars.save(Bars.instrument(0.001, false), BarSeries.of(Bars.HOURLY, revised));

        Reconciliation reconciliation = reconcile();

        assertThat(reconciliation.reconciled()).isTrue();
        assertThat(reconciliation.parity()).isFalse();
        assertThat(reconciliation.differences().getFirst())
                .startsWith("data revision: recorded Bar[openTime=540000000");
    }

    private void onStep(long sequence, Runnable action) {
        desk.events.subscribe(BotStep.class, step -> {
            if (step.sequence() == sequence) {
                action.run();
            }
        });
    }

    private BotStep step(int sequence) {
        return desk.steps().get(sequence);
    }

    private Reconciliation reconcile() {
        return desk.reconcile.run("bot", JobContext.none()).orThrow();
    }

    private static BotStep withoutFills(BotStep step) {
        return new BotStep(
                step.bot(),
                step.sequence(),
                step.bar(),
                List.of(),
                step.balance(),
                step.equity(),
                step.units(),
                step.entryPrice(),
                step.decision(),
                step.model());
    }

    private static String sentence(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<?>) outcome).failure().sentence();
    }

    /** Takes so many steps and then no more; records still fit. */
    private record FullDisk(BotStore disk, long room) implements BotStore {
        @Override
        public List<BotRecord> bots() {
            return disk.bots();
        }

        @Override
        public Optional<BotRecord> bot(String name) {
            return disk.bot(name);
        }

        @Override
        public void save(BotRecord bot) {
            disk.save(bot);
        }

        @Override
        public void begin(BotRecord bot) {
            disk.begin(bot);
        }

        @Override
        public void append(BotStep step) {
            if (step.sequence() >= room) {
                throw new StoreException(
                        Failure.of(Failure.Reason.UNAVAILABLE, "space on the disk", "none", "journal", "make room"));
            }
            disk.append(step);
        }

        @Override
        public List<BotStep> steps(String bot, long fromSequence) {
            return disk.steps(bot, fromSequence);
        }

        @Override
        public long stepCount(String bot) {
            return disk.stepCount(bot);
        }
    }
}
