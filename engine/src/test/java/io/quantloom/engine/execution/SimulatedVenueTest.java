package io.quantloom.engine.execution;

import static io.quantloom.engine.execution.Bars.bar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.Bar;
import io.quantloom.engine.market.Timeframe;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.FillReason;
import io.quantloom.engine.order.Order;
import io.quantloom.engine.order.OrderEvent;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.order.OrderType;
import io.quantloom.engine.order.TimeInForce;
import io.quantloom.engine.portfolio.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders of every type and life against bars worked by hand; lots of one unit, no costs unless a test says so. */
class SimulatedVenueTest {

    private final Account account = Account.of(10_000, 1);
    private SimulatedVenue venue = venue(new Specs());

    @Test
    void fillsAMarketOrderAtTheOpen() {
        submit(1, OrderSide.BUY, 10, new OrderType.Market());
        settle(bar(0, 10, 12, 9, 11));

        assertThat(account.position(0).entryPrice()).isEqualTo(10);
        assertThat(account.equity()).isEqualTo(10_010);
    }

    @Test
    void aStopLimitGetsItsLimitOrBetterOnceItsStopIsTouched() {
        submit(1, OrderSide.BUY, 10, new OrderType.StopLimit(11, 11.2));
        settle(bar(0, 10, 10.9, 10, 10.5));
        assertThat(account.isFlat()).isTrue();
        // Touched at 11 on the way up: 11 is within the limit.
        settle(bar(1, 10.5, 11.4, 10.5, 11.3));

        assertThat(account.position(0).entryPrice()).isEqualTo(11);
    }

    @Test
    void aStopLimitThatGapsBeyondItsLimitWaitsForIt() {
        submit(1, OrderSide.BUY, 10, new OrderType.StopLimit(11, 11.2));
        settle(bar(0, 11.5, 11.6, 11.3, 11.4));
        assertThat(account.isFlat()).isTrue();
        // Triggered by the gap; the price comes back to the limit.
        settle(bar(1, 11.4, 11.5, 11.1, 11.2));

        assertThat(account.position(0).entryPrice()).isEqualTo(11.2);
    }

    @Test
    void slippageDoesNotPushAStopLimitBeyondItsLimit() {
        venue = venue(new Specs().costs(Fees.of(0), new Slippage.Bps(300), 0));
        submit(1, OrderSide.BUY, 10, new OrderType.StopLimit(11, 11.2));
        settle(bar(0, 10.5, 11.4, 10.5, 11.3));

        // 11 × 1.03 = 11.33.
        assertThat(account.position(0).entryPrice()).isEqualTo(11.2);
    }

    @Test
    void aDayOrderEndsWithItsTradingDay() {
        // Bars 22 and 23 are the last hours of the first of January 1970, UTC.
        settle(bar(22, 10, 10, 10, 10));
        submit(1, OrderSide.BUY, 10, new OrderType.Limit(9), TimeInForce.DAY);
        settle(bar(23, 10, 10, 9.5, 10));
        venue.poll();
        settle(bar(24, 10, 10, 8, 9));

        assertThat(venue.poll()).hasOnlyElementsOfType(OrderEvent.Expired.class).hasSize(1);
        assertThat(account.isFlat()).isTrue();
    }

    @Test
    void aDayOrderSentOnADayIsFilledOnIt() {
        submit(1, OrderSide.BUY, 10, new OrderType.Limit(9), TimeInForce.DAY);
        settle(bar(1, 10, 10, 9.5, 10));
        settle(bar(23, 10, 10, 8, 9));

        assertThat(account.position(0).entryPrice()).isEqualTo(9);
    }

    @Test
    void immediateOrCancelTakesWhatTheVolumeGivesAndFillOrKillAllOrNothing() {
        venue = venue(new Specs().participation(0.5));
        submit(1, OrderSide.BUY, 80, new OrderType.Market(), TimeInForce.IOC);
        settle(traded(0));
        submit(2, OrderSide.BUY, 80, new OrderType.Market(), TimeInForce.FOK);
        settle(traded(1));
        submit(3, OrderSide.BUY, 50, new OrderType.Market(), TimeInForce.FOK);
        settle(traded(2));
        submit(4, OrderSide.BUY, 5, new OrderType.Limit(9), TimeInForce.IOC);
        settle(new Bar(3 * Bars.HOUR, 10, 10, 8, 10, 100));

        List<OrderEvent> events = venue.poll();
        // Half of 100 units a bar. The limit is touched later in the bar, but not at once.
        assertThat(fills(events)).extracting(Fill::lots).containsExactly(50L, 50L);
        assertThat(events.stream().filter(OrderEvent.Canceled.class::isInstance).map(OrderEvent.Canceled.class::cast))
                .extracting(canceled -> canceled.order().id(), OrderEvent.Canceled::lotsLeft)
                .containsExactly(tuple(1L, 30L), tuple(2L, 80L), tuple(4L, 5L));
    }

    @Test
    void anOrderAgainstASmallerPositionIsTwoFills() {
        submit(1, OrderSide.BUY, 10, new OrderType.Market());
        settle(bar(0, 10, 10, 10, 10));
        submit(2, OrderSide.SELL, 25, new OrderType.Market());
        settle(bar(1, 11, 11, 11, 11));

        assertThat(fills(venue.poll())).extracting(Fill::lots).containsExactly(10L, 10L, 15L);
        assertThat(account.position(0).lots()).isEqualTo(-15);
        assertThat(account.balance()).isEqualTo(10_010);
    }

    @Test
    void reduceOnlyIsCutToThePositionAndRejectedWithoutOne() {
        submit(1, OrderSide.BUY, 10, new OrderType.Market());
        settle(bar(0, 10, 10, 10, 10));
        venue.submit(order(2, OrderSide.SELL, 25, new OrderType.Market(), TimeInForce.GTC, true, 0));
        settle(bar(1, 11, 11, 11, 11));
        venue.submit(order(3, OrderSide.SELL, 1, new OrderType.Market(), TimeInForce.GTC, true, 0));

        assertThat(account.isFlat()).isTrue();
        assertThat(venue.poll().getLast()).isInstanceOf(OrderEvent.Rejected.class);
    }

    @Test
    void oneOfAGroupCancelsTheOther() {
        submit(1, OrderSide.BUY, 10, new OrderType.Market());
        settle(bar(0, 10, 10, 10, 10));
        venue.submit(order(2, OrderSide.SELL, 10, new OrderType.Stop(9), TimeInForce.GTC, true, 7));
        venue.submit(order(3, OrderSide.SELL, 10, new OrderType.Limit(11), TimeInForce.GTC, true, 7));
        settle(bar(1, 10, 12, 10, 11));
        settle(bar(2, 10, 10, 8, 8));

        // The limit at 11; the stop of 9 is gone with it.
        assertThat(account.balance()).isEqualTo(10_010);
        assertThat(venue.poll())
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.Canceled.class,
                        canceled -> assertThat(canceled.order().id()).isEqualTo(2));
    }

    @Test
    void aPartOfALimitShrinksItsGroup() {
        venue = venue(new Specs().participation(0.5));
        submit(1, OrderSide.BUY, 10, new OrderType.Market());
        settle(traded(0));
        venue.submit(order(2, OrderSide.SELL, 10, new OrderType.Limit(11), TimeInForce.GTC, true, 7));
        venue.submit(order(3, OrderSide.SELL, 10, new OrderType.Stop(9), TimeInForce.GTC, true, 7));
        settle(new Bar(Bars.HOUR, 10, 12, 10, 11, 12));
        settle(new Bar(2 * Bars.HOUR, 10, 10, 8, 8, 100));

        // Half of 12 units are sold at 11, the other 4 at the stop.
        assertThat(fills(venue.poll()))
                .extracting(Fill::lots, Fill::price)
                .containsExactly(tuple(10L, 10.0), tuple(6L, 11.0), tuple(4L, 9.0));
    }

    @Test
    void aStopWithoutVolumeIsAMarketOrderForTheNextOpen() {
        venue = venue(new Specs().participation(0.5));
        submit(1, OrderSide.BUY, 10, new OrderType.Market());
        settle(traded(0));
        venue.submit(order(2, OrderSide.SELL, 10, new OrderType.Stop(9), TimeInForce.GTC, true, 0));
        settle(new Bar(Bars.HOUR, 10, 10, 8, 8, 0));
        settle(new Bar(2 * Bars.HOUR, 8.5, 10, 8, 8, 100));

        assertThat(fills(venue.poll()).getLast().price()).isEqualTo(8.5);
    }

    @Test
    void anOrderForTheCloseGetsIt() {
        submit(1, OrderSide.SELL, 10, new OrderType.AtClose());
        settle(bar(0, 10, 12, 9, 11));

        assertThat(account.position(0).entryPrice()).isEqualTo(11);
        assertThat(account.position(0).lots()).isEqualTo(-10);
    }

    @Test
    void whatIsTakenBackIsNotFilled() {
        submit(1, OrderSide.BUY, 10, new OrderType.Limit(9));
        venue.cancel(1);
        venue.cancel(99);
        settle(bar(0, 10, 10, 8, 9));

        assertThat(account.isFlat()).isTrue();
        assertThat(venue.poll()).hasSize(2);
        assertThat(venue.poll()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotTrade() {
        Order other = Order.market(1, new Symbol("OTHER"), OrderSide.BUY, 1, false, FillReason.ENTRY);

        assertThatIllegalArgumentException().isThrownBy(() -> venue.submit(other));
    }

    private SimulatedVenue venue(Specs specs) {
        return new SimulatedVenue(specs.spec(), List.of(Bars.instrument(1, false)), Timeframe.HOUR, account);
    }

    private void settle(Bar bar) {
        venue.settle(0, bar);
    }

    private void submit(long id, OrderSide side, long lots, OrderType type) {
        submit(id, side, lots, type, TimeInForce.GTC);
    }

    private void submit(long id, OrderSide side, long lots, OrderType type, TimeInForce life) {
        venue.submit(order(id, side, lots, type, life, false, 0));
    }

    private static Order order(
            long id, OrderSide side, long lots, OrderType type, TimeInForce life, boolean reduceOnly, long group) {
        return new Order(id, Bars.SYMBOL, side, lots, type, life, reduceOnly, group, FillReason.ENTRY);
    }

    private static Bar traded(int index) {
        return new Bar(index * Bars.HOUR, 10, 10, 10, 10, 100);
    }

    private static List<Fill> fills(List<OrderEvent> events) {
        return events.stream()
                .filter(OrderEvent.Filled.class::isInstance)
                .map(event -> ((OrderEvent.Filled) event).fill())
                .toList();
    }
}
