package io.quantloom.ui.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.strategy.Decision;
import io.quantloom.engine.strategy.Target;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.chart.layer.Marker;
import java.util.List;
import org.junit.jupiter.api.Test;

class BotSessionTest {

    private final BotSession session = new BotSession();

    @Test
    void aFlipIsAnExitAndAnEntry() {
        session.add(step(0, 1, fill(OrderSide.BUY, 1)));
        session.add(step(1, -1, fill(OrderSide.SELL, 1), fill(OrderSide.SELL, 1)));

        assertThat(session.markers())
                .extracting(Marker::kind)
                .containsExactly(Marker.Kind.LONG, Marker.Kind.EXIT, Marker.Kind.SHORT);
        assertThat(session.fills()).isEqualTo(3);
    }

    @Test
    void anEntryAndItsStopInOneBarLeaveNothingOpen() {
        session.add(step(0, 0, fill(OrderSide.SELL, 2), fill(OrderSide.BUY, 2)));

        assertThat(session.markers()).extracting(Marker::kind).containsExactly(Marker.Kind.SHORT, Marker.Kind.EXIT);
    }

    @Test
    void growsBeyondItsFirstRoom() {
        for (int i = 0; i < 1000; i++) {
            session.add(step(i, 0));
        }

        assertThat(session.bars().size()).isEqualTo(1000);
        assertThat(session.bars().time(999)).isEqualTo(999_000);
        assertThat(session.probability("p").last()).isEqualTo(0.6);
    }

    @Test
    void refusesAGap() {
        assertThatThrownBy(() -> session.add(step(1, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Fill fill(OrderSide side, double units) {
        return new Fill(0, side, 1, units, 100, 0, 0, FillReason.ENTRY);
    }

    private static BotStep step(int sequence, double units, Fill... fills) {
        return new BotStep(
                "bot",
                sequence,
                new Bar(sequence * 1000L, 100, 101, 99, 100, 10),
                List.of(fills),
                10_000,
                10_000,
                units,
                Double.NaN,
                new Decision(Target.HOLD, 0.6, Double.NaN, Double.NaN, ""),
                "");
    }
}
