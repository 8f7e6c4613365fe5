package io.quantloom.app.service;

import java.util.function.LongSupplier;

/** A bucket of permits that fills at a steady rate: so many requests a second, and a burst. Safe for several threads. */
final class RequestRate {

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private double permits;
    private long last;

    RequestRate(double perSecond, double burst, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
        this.permits = burst;
        this.last = nanos.getAsLong();
    }

    /** Takes a permit; false when there is none. */
    synchronized boolean take() {
        long now = nanos.getAsLong();
        permits = Math.min(burst, permits + (now - last) / NANOS * perSecond);
        last = now;
        if (permits < 1) {
            return false;
        }
        permits -= 1;
        return true;
    }
}
