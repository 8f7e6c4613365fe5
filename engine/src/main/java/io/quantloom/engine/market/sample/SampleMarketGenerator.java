package io.quantloom.engine.market.sample;

import io.quantloom.engine.base.Seeds;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.MakeSampleMarket;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Makes three years of hourly bars with regimes, clustered volatility and fat tails, in which the next return depends on
 * past prices and on the regime by a known rule (contracts.md, Sample market; decision record 0010). Every random stream
 * has its own seed by name, and only {@link StrictMath} is used: the same seed gives the same bits everywhere.
 * Immutable.
 *
 * <p>With C the close, s the volatility of the hour, F and S the exponential means over 12 and 26 of log C up to the last
 * close and e a shock of variance 1:
 *
 * <pre>
 * s = 0.005 · v · √h                                v of the regime
 * m = a · tanh((F − S) / (3 · 0.005 · v))           trending
 *   = −a · tanh((log C − S) / (4 · 0.005 · v))      ranging
 *   = 0                                             volatile
 * C ← C · (1 + max(s · (m + e), −0.5))
 * h ← 0.04 + 0.06 · h · e² + 0.90 · h
 * </pre>
 *
 * <p>With {@code a = 0} the close is a martingale.
 */
public final class SampleMarketGenerator {

    /** Open time of the first hour. */
    public static final Instant START = Instant.parse("2023-11-20T00:00:00Z");
    /** Number of hours: three years, one of them a leap year. */
    public static final int HOURS = 26_304;

    private static final double FIRST_PRICE = 100;
    private static final double VOLATILITY = 0.005;
    private static final double FAST = 2.0 / 13;
    private static final double SLOW = 2.0 / 27;
    private static final double LARGEST_LOSS = -0.5;
    private static final double LARGEST_SHOCK = 8;
    private static final int DEGREES = 5;
    private static final double WICK = 0.35;
    private static final double BASE_VOLUME = 1000;

    private static final int FUNDING_HOURS = 8;
    private static final double BASIS_MEAN = 1e-4;
    private static final double BASIS_DEVIATION = 3e-4;
    private static final double BASIS_KEPT = 0.97;
    private static final double LARGEST_FUNDING = 0.0075;

    private final Seeds seeds;

    /** Takes the seed of the whole market. */
    public SampleMarketGenerator(long seed) {
        this.seeds = new Seeds(seed).child("sample-market");
    }

    /** Returns the hourly bars of the instrument, {@link #HOURS} from {@link #START}. */
    public SampleSeries generate(SampleInstrument instrument) {
        if (instrument.role() == SampleInstrument.Role.PERPETUAL) {
            return perpetual(instrument, spot(SampleInstrument.ALL.getFirst()));
        }
        return spot(instrument);
    }

    private SampleSeries spot(SampleInstrument instrument) {
        Seeds own = seeds.child(instrument.symbol().name());
        RandomGenerator chain = own.child("regime").random();
        RandomGenerator shocks = own.child("shock").random();
        RandomGenerator shapes = own.child("shape").random();
        var columns = new Columns();
        Regime[] regimes = new Regime[HOURS];
        double[] volatilities = new double[HOURS];
        double[] expected = new double[HOURS];

        Regime regime = Regime.stationary(chain.nextDouble());
        double close = FIRST_PRICE;
        double logClose = StrictMath.log(close);
        double fast = logClose;
        double slow = logClose;
        double h = 1;
        for (int i = 0; i < HOURS; i++) {
            regime = regime.next(chain.nextDouble());
            double v = regime.volatilityFactor();
            double root = StrictMath.sqrt(h);
            double s = VOLATILITY * v * root;
            double m = instrument.strength() * pull(regime, fast, slow, logClose);
            double e = shock(shocks);
            double open = close;
            close = open * (1 + Math.max(s * (m + e), LARGEST_LOSS));
            columns.draw(i, open, close, s, BASE_VOLUME * v * root, Math.abs(e), shapes);
            regimes[i] = regime;
            volatilities[i] = s;
            expected[i] = s * m;

            h = 0.04 + 0.06 * h * e * e + 0.90 * h;
            logClose = StrictMath.log(close);
            fast += FAST * (logClose - fast);
            slow += SLOW * (logClose - slow);
        }
        FundingRates none = FundingRates.none(instrument.symbol());
        return new SampleSeries(instrument, columns.series(instrument), none, regimes, volatilities, expected);
    }

    /** {@return the direction of the hidden rule in [−1, 1], from prices up to the last close} */
    private static double pull(Regime regime, double fast, double slow, double logClose) {
        double unit = VOLATILITY * regime.volatilityFactor();
        return switch (regime) {
            case TRENDING -> StrictMath.tanh((fast - slow) / (3 * unit));
            case RANGING -> -StrictMath.tanh((logClose - slow) / (4 * unit));
            case VOLATILE -> 0;
        };
    }

    /** {@return a Student t with 5 degrees, scaled to variance 1 and clipped at ±8} */
    private static double shock(RandomGenerator random) {
        double normal = random.nextGaussian();
        double squares = 0;
        for (int i = 0; i < DEGREES; i++) {
            double z = random.nextGaussian();
            squares += z * z;
        }
        // t = z / √(χ²/5) has variance 5/3; dividing by its root leaves z · √(3/χ²).
        return Math.clamp(normal * StrictMath.sqrt((DEGREES - 2) / squares), -LARGEST_SHOCK, LARGEST_SHOCK);
    }

    /**
     * Prices are the underlying's times exp(b), with a basis b that returns to its mean of 1 bp; each funding rate, due at
     * 00, 08 and 16 UTC, is the mean basis of the eight closes before it.
     */
    private SampleSeries perpetual(SampleInstrument instrument, SampleSeries spot) {
        RandomGenerator random =
                seeds.child(instrument.symbol().name()).child("basis").random();
        BarSeries bars = spot.bars();
        var columns = new Columns();
        int payments = (HOURS - 1) / FUNDING_HOURS;
        long[] times = new long[payments];
        double[] rates = new double[payments];
        double step = BASIS_DEVIATION * StrictMath.sqrt(1 - BASIS_KEPT * BASIS_KEPT);
        double basis = BASIS_MEAN;
        double close = bars.open(0) * StrictMath.exp(basis);
        double sum = 0;
        for (int i = 0; i < HOURS; i++) {
            basis = BASIS_MEAN + BASIS_KEPT * (basis - BASIS_MEAN) + step * random.nextGaussian();
            double open = close;
            close = bars.close(i) * StrictMath.exp(basis);
            double up = bars.high(i) / Math.max(bars.open(i), bars.close(i));
            double down = bars.low(i) / Math.min(bars.open(i), bars.close(i));
            double volume = 2.5 * bars.volume(i) * StrictMath.exp(0.1 * random.nextGaussian());
            columns.set(i, open, Math.max(open, close) * up, Math.min(open, close) * down, close, volume);

            sum += basis;
            int payment = (i + 1) / FUNDING_HOURS - 1;
            if ((i + 1) % FUNDING_HOURS == 0 && payment < payments) {
                times[payment] = columns.openTimes[i] + Timeframe.HOUR.millis();
                rates[payment] = Math.clamp(sum / FUNDING_HOURS, -LARGEST_FUNDING, LARGEST_FUNDING);
                sum = 0;
            }
        }
        return spot.asPerpetual(
                instrument, columns.series(instrument), FundingRates.of(instrument.symbol(), times, rates));
    }

    /** The bars while they are made. */
    private static final class Columns {
        private final long[] openTimes = new long[HOURS];
        private final double[] open = new double[HOURS];
        private final double[] high = new double[HOURS];
        private final double[] low = new double[HOURS];
        private final double[] close = new double[HOURS];
        private final double[] volume = new double[HOURS];

        void set(int i, double itsOpen, double itsHigh, double itsLow, double itsClose, double itsVolume) {
            openTimes[i] = START.toEpochMilli() + i * Timeframe.HOUR.millis();
            open[i] = itsOpen;
            high[i] = itsHigh;
            low[i] = itsLow;
            close[i] = itsClose;
            volume[i] = itsVolume;
        }

        /** Draws wicks and volume of a bar from its volatility, its usual volume and the size of its shock. */
        void draw(int i, double itsOpen, double itsClose, double s, double usual, double size, RandomGenerator shapes) {
            double up = StrictMath.exp(WICK * s * Math.abs(shapes.nextGaussian()));
            double down = StrictMath.exp(-WICK * s * Math.abs(shapes.nextGaussian()));
            double busy = StrictMath.exp(0.5 * size + 0.35 * shapes.nextGaussian());
            set(
                    i,
                    itsOpen,
                    Math.max(itsOpen, itsClose) * up,
                    Math.min(itsOpen, itsClose) * down,
                    itsClose,
                    usual * busy);
        }

        BarSeries series(SampleInstrument instrument) {
            var key = new SeriesKey(instrument.symbol(), Timeframe.HOUR, MakeSampleMarket.SOURCE);
            return BarSeries.ofColumns(key, openTimes, open, high, low, close, volume);
        }
    }
}
