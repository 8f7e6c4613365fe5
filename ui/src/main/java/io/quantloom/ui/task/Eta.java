package io.quantloom.ui.task;

import java.time.Duration;
import java.util.Optional;

/**
 * Estimates the time left from the rate of the last reports, newer ones weighing more. Says nothing before 3 % or 5 s, and
 * never a negative time.
 */
final class Eta {
    private static final double MIN_FRACTION = 0.03;
    private static final double MIN_SECONDS = 5;
    private static final double MEMORY_SECONDS = 15;

    private double lastSeconds;
    private double lastFraction;
    private double rate;

    Optional<Duration> after(Duration elapsed, double fraction) {
        double seconds = elapsed.toNanos() / 1e9;
        if (Double.isNaN(fraction) || fraction <= 0) {
            return Optional.empty();
        }
        double passed = seconds - lastSeconds;
        if (passed > 0 && fraction >= lastFraction) {
            double newest = (fraction - lastFraction) / passed;
            double weight = rate == 0 ? 1 : 1 - Math.exp(-passed / MEMORY_SECONDS);
            rate += weight * (newest - rate);
            lastSeconds = seconds;
            lastFraction = fraction;
        }
        boolean early = fraction < MIN_FRACTION && seconds < MIN_SECONDS;
        if (early || rate <= 0 || fraction >= 1) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round(1000 * (1 - fraction) / rate)));
    }
}
