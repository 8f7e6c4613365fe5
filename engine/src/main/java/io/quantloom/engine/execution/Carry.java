package io.quantloom.engine.execution;

import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.portfolio.Account;

/**
 * What holding a position costs over time: funding of perpetuals and borrowing for shorts.
 *
 * <p>Funding stamped in [open, open + timeframe) of a bar is {@code units × open × rate}, paid on the position after the
 * fills at its open; a rate in a gap of the data is paid at the last close. Longs pay a positive rate, shorts receive it.
 * Borrowing is {@code |units| × last close × annual rate × days / 365} over the days from the last open to this one
 * (actual/365), paid by what was short all that time.
 */
final class Carry {

    private static final double YEAR_MILLIS = 365.0 * 24 * 3_600_000;

    private final Account account;
    private final int instrument;
    private final long barMillis;
    private final FundingRates funding;
    private final boolean paysFunding;
    private final double borrow;
    private int next;
    private long time;
    private boolean hasBegun;

    Carry(Account account, int instrument, long barMillis, FundingRates funding, boolean paysFunding, double borrow) {
        this.account = account;
        this.instrument = instrument;
        this.barMillis = barMillis;
        this.funding = funding;
        this.paysFunding = paysFunding && funding.size() > 0;
        this.borrow = borrow;
    }

    /** Pays for the time up to the open of the next bar. */
    void begin(long openTime, double lastClose) {
        if (borrow > 0 && hasBegun) {
            account.payBorrow(instrument, borrow * ((openTime - time) / YEAR_MILLIS), lastClose);
        }
        if (paysFunding) {
            if (hasBegun) {
                payUntil(openTime, lastClose);
            } else {
                next = funding.firstAtOrAfter(openTime);
            }
        }
        time = openTime;
        hasBegun = true;
    }

    /** Pays what falls into the bar. */
    void inside(double open) {
        if (paysFunding) {
            payUntil(time + barMillis, open);
        }
    }

    private void payUntil(long end, double price) {
        while (next < funding.size() && funding.time(next) < end) {
            account.payFunding(instrument, funding.rate(next), price);
            next++;
        }
    }
}
