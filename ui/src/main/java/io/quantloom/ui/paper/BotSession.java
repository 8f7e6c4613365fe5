package io.quantloom.ui.paper;

import io.quantloom.engine.market.Bar;
import io.quantloom.engine.order.Fill;
import io.quantloom.engine.order.OrderSide;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.ui.chart.EquityChart;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.ChartLine;
import io.quantloom.ui.chart.layer.Marker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fold of the steps of one session: what the charts and the account need. Grows by {@link #add}; used by one thread at
 * a time.
 */
final class BotSession {

    private static final int FIRST_ROOM = 256;
    private static final double FLAT = 1e-12;

    private final List<Marker> markers = new ArrayList<>();
    private long[] times = new long[FIRST_ROOM];
    // Rows: open, high, low, close, volume, equity, probability.
    private double[][] columns = new double[7][FIRST_ROOM];
    private int size;
    private double before;
    private long fills;

    /** Takes the next step of the session, and no other. */
    void add(BotStep step) {
        if (step.sequence() != size) {
            throw new IllegalArgumentException("the next step is " + size + ", was " + step.sequence());
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            columns = Arrays.stream(columns)
                    .map(column -> Arrays.copyOf(column, 2 * size))
                    .toArray(double[][]::new);
        }
        Bar bar = step.bar();
        times[size] = bar.openTime();
        double[] row = {
            bar.open(),
            bar.high(),
            bar.low(),
            bar.close(),
            bar.volume(),
            step.equity(),
            step.decision().probability()
        };
        for (int i = 0; i < row.length; i++) {
            columns[i][size] = row[i];
        }
        step.fills().forEach(fill -> mark(fill, bar));
        fills += step.fills().size();
        before = step.units();
        size++;
    }

    /** A fill from flat or over the other side opens a position; one to flat closes it. */
    private void mark(Fill fill, Bar bar) {
        double after = before + (fill.side() == OrderSide.BUY ? fill.units() : -fill.units());
        boolean closes = Math.abs(before) > FLAT && Math.abs(after) < Math.abs(before);
        if (closes) {
            markers.add(new Marker(size, fill.price(), Marker.Kind.EXIT));
        } else if (after > 0) {
            markers.add(new Marker(size, bar.low(), Marker.Kind.LONG));
        } else {
            markers.add(new Marker(size, bar.high(), Marker.Kind.SHORT));
        }
        before = Math.abs(after) > FLAT ? after : 0;
    }

    /** {@return the number of steps taken} */
    int size() {
        return size;
    }

    /** {@return the number of fills} */
    long fills() {
        return fills;
    }

    /** {@return the bars of the session} */
    ChartBars bars() {
        return ChartBars.of(Arrays.copyOf(times, size), column(0), column(1), column(2), column(3), column(4));
    }

    /** {@return the probabilities of a rise, NaN where no model decided} */
    ChartLine probability(String name) {
        return ChartLine.of(name, "s1", column(6));
    }

    /** {@return entries and exits on the bars} */
    List<Marker> markers() {
        return List.copyOf(markers);
    }

    /** Returns the account over time, from its cash on. */
    EquityChart.Content equity(String key, String name, double cash, String synthetic) {
        var moved = new long[size + 1];
        var values = new double[size + 1];
        System.arraycopy(times, 0, moved, 1, size);
        System.arraycopy(columns[5], 0, values, 1, size);
        values[0] = cash;
        moved[0] = size > 1 ? times[0] - (times[1] - times[0]) : size == 1 ? times[0] - 1 : 0;
        return EquityChart.Content.of(key, size == 0 ? new long[0] : moved, synthetic)
                .withSubject(name, size == 0 ? new double[0] : values);
    }

    private double[] column(int i) {
        return Arrays.copyOf(columns[i], size);
    }
}
