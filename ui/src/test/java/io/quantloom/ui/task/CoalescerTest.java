package io.quantloom.ui.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Event;
import io.quantloom.engine.base.Events;
import io.quantloom.engine.base.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoalescerTest {

    private record Tick(int number) implements Event {}

    private final QueueThread ui = new QueueThread();
    private final Events events = new Events();
    private final UiEvents uiEvents = new UiEvents(events, ui);
    private final List<Integer> shown = new ArrayList<>();

    @Test
    void showsTheFirstAtOnceAndThenTheNewestAfterThePause() {
        Coalescer<Integer> coalescer = new Coalescer<>(ui, shown::add);

        coalescer.offer(1);
        ui.runAll();
        coalescer.offer(2);
        coalescer.offer(3);
        ui.runAll();
        assertThat(shown).containsExactly(1);
        ui.passTime();

        assertThat(shown).containsExactly(1, 3);
    }

    @Test
    void asksForOneTurnHoweverManyValuesCome() {
        Coalescer<Integer> coalescer = new Coalescer<>(ui, shown::add);

        for (int i = 0; i < 10_000; i++) {
            coalescer.offer(i);
        }

        assertThat(ui.runAll()).isEqualTo(1);
        assertThat(shown).containsExactly(9_999);
    }

    @Test
    void dropsNoEventOfASubscriptionToEvery() {
        uiEvents.onEvery(Tick.class, batch -> batch.forEach(tick -> shown.add(tick.number())));

        for (int i = 0; i < 100; i++) {
            events.publish(new Tick(i));
            if (i % 30 == 0) {
                ui.runAll();
            }
        }
        ui.passTime();

        assertThat(shown).hasSize(100).isSorted();
    }

    @Test
    void runsAnActionOnceForManyEventsInThePause() {
        uiEvents.onAny(Duration.ofSeconds(1), () -> shown.add(shown.size()), List.of(Tick.class));

        events.publish(new Tick(0));
        ui.runAll();
        events.publish(new Tick(1));
        events.publish(new Tick(2));
        ui.runAll();
        ui.passTime();

        assertThat(shown).hasSize(2);
    }

    @Test
    void deliversNothingAfterTheSubscriptionWasClosed() {
        Subscription subscription = uiEvents.onLatest(Tick.class, tick -> shown.add(tick.number()));
        events.publish(new Tick(1));

        subscription.close();
        ui.runAll();
        events.publish(new Tick(2));
        ui.passTime();

        assertThat(shown).isEmpty();
    }
}
