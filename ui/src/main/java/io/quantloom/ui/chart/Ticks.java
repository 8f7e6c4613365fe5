package io.quantloom.ui.chart;

import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.Plot;
import io.quantloom.ui.format.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Where the ticks of the bar axis sit and what they say. */
sealed interface Ticks {

    /** Gives the bar numbers of at most about so many ticks between two bars, both included. */
    void collect(int first, int last, double wanted, IntConsumer tick);

    /** The text under a tick. */
    String label(int bar);

    /** The text of the crosshair. */
    String crosshair(int bar);

    /** How many bars there are. */
    int size();

    /**
     * Ticks on calendar borders, in UTC. Borders are stepped through in time and looked up among the bars, so that the cost
     * does not depend on the number of bars.
     */
    final class Calendar implements Ticks {
        private static final long MINUTE = 60_000;
        private static final long HOUR = 60 * MINUTE;
        private static final long DAY = 24 * HOUR;

        /** Distances from fine to coarse; a tick is the first bar at or after a border. */
        private enum Level {
            MINUTE_1(MINUTE, "HH:mm"),
            MINUTE_5(5 * MINUTE, "HH:mm"),
            MINUTE_15(15 * MINUTE, "HH:mm"),
            MINUTE_30(30 * MINUTE, "HH:mm"),
            HOUR_1(HOUR, "HH:mm"),
            HOUR_3(3 * HOUR, "HH:mm"),
            HOUR_6(6 * HOUR, "HH:mm"),
            HOUR_12(12 * HOUR, "HH:mm"),
            DAY_1(DAY, "d MMM"),
            DAY_3(3 * DAY, "d MMM"),
            WEEK(7 * DAY, "d MMM"),
            WEEK_2(14 * DAY, "d MMM"),
            MONTH(30 * DAY, "MMM"),
            QUARTER(91 * DAY, "MMM"),
            HALF(182 * DAY, "MMM"),
            YEAR(365 * DAY, "yyyy"),
            YEAR_2(2 * 365 * DAY, "yyyy"),
            YEAR_5(5 * 365 * DAY, "yyyy"),
            YEAR_10(10 * 365 * DAY, "yyyy");

            private final long length;
            private final DateTimeFormatter label;

            Level(long length, String pattern) {
                this.length = length;
                label = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            }

            /** The last border at or before the time. */
            LocalDateTime floor(LocalDateTime time) {
                LocalDate date = time.toLocalDate();
                return switch (this) {
                    case MONTH -> date.withDayOfMonth(1).atStartOfDay();
                    case QUARTER -> months(date, 3);
                    case HALF -> months(date, 6);
                    case YEAR -> years(date, 1);
                    case YEAR_2 -> years(date, 2);
                    case YEAR_5 -> years(date, 5);
                    case YEAR_10 -> years(date, 10);
                    default -> {
                        // Weeks begin on Mondays: 1970-01-05 was one.
                        long origin = length % (7 * DAY) == 0 ? 4 * DAY : 0;
                        long millis = millis(time) - origin;
                        yield time(Math.floorDiv(millis, length) * length + origin);
                    }
                };
            }

            LocalDateTime next(LocalDateTime border) {
                return switch (this) {
                    case MONTH -> border.plusMonths(1);
                    case QUARTER -> border.plusMonths(3);
                    case HALF -> border.plusMonths(6);
                    case YEAR -> border.plusYears(1);
                    case YEAR_2 -> border.plusYears(2);
                    case YEAR_5 -> border.plusYears(5);
                    case YEAR_10 -> border.plusYears(10);
                    default -> time(millis(border) + length);
                };
            }

            private static LocalDateTime months(LocalDate date, int step) {
                int month = (date.getMonthValue() - 1) / step * step + 1;
                return LocalDate.of(date.getYear(), month, 1).atStartOfDay();
            }

            private static LocalDateTime years(LocalDate date, int step) {
                return LocalDate.of(Math.floorDiv(date.getYear(), step) * step, 1, 1)
                        .atStartOfDay();
            }
        }

        private final long[] times;
        private final boolean daily;
        private Level level = Level.DAY_1;

        Calendar(long[] times) {
            this.times = times;
            daily = ChartBars.isDaily(times);
        }

        @Override
        public int size() {
            return times.length;
        }

        @Override
        public void collect(int first, int last, double wanted, IntConsumer tick) {
            if (first >= last) {
                return;
            }
            long span = times[last] - times[first];
            List<Level> levels = List.of(Level.values());
            for (Level candidate : levels) {
                // Gaps only take borders away: twice too many in time may still be right in bars.
                if (span > 3 * wanted * candidate.length) {
                    continue;
                }
                int[] found = borders(candidate, first, last);
                if (found.length <= wanted || candidate == levels.getLast()) {
                    level = candidate;
                    Arrays.stream(found).forEach(tick);
                    return;
                }
            }
        }

        private int[] borders(Level candidate, int first, int last) {
            int[] found = new int[64];
            int count = 0;
            LocalDateTime border =
                    candidate.next(candidate.floor(time(times[first]).minusNanos(1)));
            for (long at = millis(border); at <= times[last]; border = candidate.next(border), at = millis(border)) {
                int index = Arrays.binarySearch(times, at);
                int bar = index >= 0 ? index : -index - 1;
                if (bar >= first && bar <= last && (count == 0 || found[count - 1] != bar)) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = bar;
                }
            }
            return Arrays.copyOf(found, count);
        }

        @Override
        public String label(int bar) {
            LocalDateTime time = time(times[bar]);
            LocalDateTime earlier = bar == 0 ? time.minusNanos(1) : time(times[bar - 1]);
            // The coarser border wins: a new day shows its date, a new year its number.
            if (level.compareTo(Level.DAY_1) >= 0 && time.getYear() != earlier.getYear()) {
                return Level.YEAR.label.format(time);
            }
            if (level.compareTo(Level.DAY_1) < 0 && time.getDayOfYear() != earlier.getDayOfYear()) {
                return Level.DAY_1.label.format(time);
            }
            return level.label.format(time);
        }

        @Override
        public String crosshair(int bar) {
            return Formats.barTime(times[bar], daily);
        }

        private static LocalDateTime time(long millis) {
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        }

        private static long millis(LocalDateTime time) {
            return time.toInstant(ZoneOffset.UTC).toEpochMilli();
        }
    }

    /** Ticks on round numbers: steps of training, ranks, lags. */
    record Steps(int size, String unit) implements Ticks {
        @Override
        public void collect(int first, int last, double wanted, IntConsumer tick) {
            if (first > last) {
                return;
            }
            double wish = Math.max(1, (last - first) / Math.max(1, wanted));
            int step = (int) Math.ceil(Plot.niceStep(wish));
            for (int bar = Math.ceilDiv(first, step) * step; bar <= last; bar += step) {
                tick.accept(bar);
            }
        }

        @Override
        public String label(int bar) {
            return Formats.integer(bar);
        }

        @Override
        public String crosshair(int bar) {
            return unit + " " + Formats.integer(bar);
        }
    }

    /** Ticks on round numbers where a bar stands for a number of its own: every tenth of many steps. */
    final class Numbers implements Ticks {
        private final int[] numbers;
        private final String unit;

        Numbers(int[] numbers, String unit) {
            this.numbers = numbers;
            this.unit = unit;
        }

        @Override
        public int size() {
            return numbers.length;
        }

        @Override
        public void collect(int first, int last, double wanted, IntConsumer tick) {
            if (first > last || numbers.length == 0) {
                return;
            }
            double wish = Math.max(1, (numbers[last] - numbers[first]) / Math.max(1, wanted));
            int step = (int) Math.ceil(Plot.niceStep(wish));
            for (int number = Math.ceilDiv(numbers[first], step) * step; number <= numbers[last]; number += step) {
                int found = Arrays.binarySearch(numbers, number);
                tick.accept(found >= 0 ? found : -found - 1);
            }
        }

        @Override
        public String label(int bar) {
            return Formats.integer(numbers[bar]);
        }

        @Override
        public String crosshair(int bar) {
            return unit + " " + Formats.integer(numbers[bar]);
        }
    }
}
