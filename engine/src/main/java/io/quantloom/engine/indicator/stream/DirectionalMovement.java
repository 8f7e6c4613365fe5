package io.quantloom.engine.indicator.stream;

/**
 * Wilder's directional movement: DX in [0, 100], first at bar {@code period}, and its average ADX, first at bar
 * {@code 2·period − 1}, as TA-Lib's functions of these names.
 */
public final class DirectionalMovement {

    private final int period;
    private int taken;
    private double lastHigh;
    private double lastLow;
    private double lastClose;
    private double plus;
    private double minus;
    private double range;
    private double dx = Double.NaN;
    private double sumOfFirst;
    private double adx = Double.NaN;

    /**
     * Begins without bars.
     *
     * @param period above one
     */
    public DirectionalMovement(int period) {
        this.period = period;
    }

    /** Takes the bar that has just closed. */
    public void next(double high, double low, double close) {
        if (taken > 0) {
            if (taken >= period) {
                plus -= plus / period;
                minus -= minus / period;
                range -= range / period;
            }
            double up = high - lastHigh;
            double down = lastLow - low;
            if (down > 0 && up < down) {
                minus += down;
            } else if (up > 0 && up > down) {
                plus += up;
            }
            range += AverageRange.trueRange(high, low, lastClose);
            if (taken >= period) {
                smooth();
            }
        }
        lastHigh = high;
        lastLow = low;
        lastClose = close;
        taken++;
    }

    /** {@return DX at the last bar; NaN while it is undefined} */
    public double dx() {
        return dx;
    }

    /** {@return ADX at the last bar; NaN while it is undefined} */
    public double adx() {
        return adx;
    }

    /** {@return the rising share of the range in percent, TA-Lib's PLUS_DI; NaN before bar {@code period}} */
    public double plus() {
        return share(plus);
    }

    /** {@return the falling share of the range in percent, TA-Lib's MINUS_DI; NaN before bar {@code period}} */
    public double minus() {
        return share(minus);
    }

    private double share(double movement) {
        return taken <= period ? Double.NaN : Zero.is(range) ? 0 : 100 * (movement / range);
    }

    /** DX keeps its value where nothing moved; the average takes no part of such a bar. */
    private void smooth() {
        double plusShare = 100 * (plus / range);
        double minusShare = 100 * (minus / range);
        boolean moved = !Zero.is(range) && !Zero.is(minusShare + plusShare);
        if (moved) {
            dx = 100 * (Math.abs(minusShare - plusShare) / (minusShare + plusShare));
        } else if (Double.isNaN(dx)) {
            dx = 0;
        }
        int count = taken - period + 1;
        if (count <= period) {
            sumOfFirst += moved ? dx : 0;
            adx = count == period ? sumOfFirst / period : Double.NaN;
        } else if (moved) {
            adx = (adx * (period - 1) + dx) / period;
        }
    }
}
