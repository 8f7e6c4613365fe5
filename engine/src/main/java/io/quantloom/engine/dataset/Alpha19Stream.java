package io.quantloom.engine.dataset;

import io.quantloom.engine.indicator.BollingerBands;
import io.quantloom.engine.indicator.stream.Aroon;
import io.quantloom.engine.indicator.stream.Convergence;
import io.quantloom.engine.indicator.stream.CumulatedVolume;
import io.quantloom.engine.indicator.stream.DirectionalMovement;
import io.quantloom.engine.indicator.stream.MoneyFlow;
import io.quantloom.engine.indicator.stream.PriceOscillator;
import io.quantloom.engine.indicator.stream.RelativeStrength;
import io.quantloom.engine.indicator.stream.RunningMean;
import io.quantloom.engine.indicator.stream.SlowStochastic;
import io.quantloom.engine.indicator.stream.TripleExponentialChange;
import io.quantloom.engine.market.Bar;

/** {@link Alpha19} bar by bar, O(1) a bar, the same bits. */
final class Alpha19Stream implements FeatureStream {

    private static final int BANDS = 7;

    private final DirectionalMovement movement = new DirectionalMovement(7);
    private final Aroon aroon = new Aroon(7);
    private final Convergence convergence = new Convergence(12, 26, 9);
    private final RelativeStrength strength = new RelativeStrength(7);
    private final SlowStochastic stochastic = new SlowStochastic(5, 3, 3);
    private final MoneyFlow flow = new MoneyFlow(Alpha19.MFI_PERIOD);
    private final CumulatedVolume cumulated = new CumulatedVolume();
    private final TripleExponentialChange triple = new TripleExponentialChange(7);
    private final RunningMean mean2 = new RunningMean(2);
    private final RunningMean mean10 = new RunningMean(10);
    private final RunningMean mean20 = new RunningMean(20);
    private final PriceOscillator oscillator = new PriceOscillator(12, 26);
    private final double[] closes = new double[BANDS];

    private int taken;
    private int barsSinceUnknown = Integer.MAX_VALUE;

    @Override
    public double[] next(Bar bar) {
        movement.next(bar.high(), bar.low(), bar.close());
        aroon.next(bar.high(), bar.low());
        convergence.next(bar.close());
        stochastic.next(bar.high(), bar.low(), bar.close());
        double fast = mean2.next(bar.close());
        double middle = mean10.next(bar.close());
        double slow = mean20.next(bar.close());
        double[] ofVolume = volumeColumns(bar);
        double[] row = {
            movement.adx(),
            aroon.down(),
            aroon.up(),
            convergence.line(),
            convergence.signal(),
            convergence.histogram(),
            strength.next(bar.close()),
            stochastic.k(),
            stochastic.d(),
            ofVolume[0],
            movement.dx(),
            triple.next(bar.close()) * 100,
            oscillator.next(bar.close()),
            ofVolume[1],
            ofVolume[2],
            bands(bar.close()),
            Alpha19.differencePercent(fast, middle),
            Alpha19.differencePercent(fast, slow),
            Alpha19.differencePercent(middle, slow)
        };
        taken++;
        return row;
    }

    /** The money flow, and the changes of the two cumulated lines. */
    private double[] volumeColumns(Bar bar) {
        boolean unknown = Double.isNaN(bar.volume());
        double volume = unknown ? 0 : bar.volume();
        barsSinceUnknown =
                unknown ? 0 : barsSinceUnknown == Integer.MAX_VALUE ? barsSinceUnknown : barsSinceUnknown + 1;

        double index = flow.next(bar.high(), bar.low(), bar.close(), volume);
        double lastOnBalance = cumulated.onBalance();
        double lastAccumulated = cumulated.accumulated();
        cumulated.next(bar.high(), bar.low(), bar.close(), volume);
        boolean changes = taken > 0 && !unknown;
        return new double[] {
            barsSinceUnknown < Alpha19.MFI_PERIOD ? Double.NaN : index,
            changes ? Alpha19.changePercent(lastOnBalance, cumulated.onBalance()) : Double.NaN,
            changes ? Alpha19.changePercent(lastAccumulated, cumulated.accumulated()) : Double.NaN
        };
    }

    private double bands(double close) {
        System.arraycopy(closes, 1, closes, 0, BANDS - 1);
        closes[BANDS - 1] = close;
        return taken < BANDS - 1 ? Double.NaN : BollingerBands.distancePercent(closes, BANDS, 2)[BANDS - 1];
    }
}
