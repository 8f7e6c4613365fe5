package io.quantloom.engine.dataset.regime;

import java.util.Optional;

/** {@link RegimeClassifier} bar by bar. Has state; used by one thread. */
public final class RegimeStream {

    private final int window;
    private final double weight;
    private final TrailingRank lengths;
    private final TrailingRank grounds;
    private final TrailingMaximum highest;
    // Of the lows with their signs turned.
    private final TrailingMaximum lowest;
    private int taken;
    private double squares;
    private MarketRegime last = MarketRegime.RANGING;

    RegimeStream(RegimeClassifier classifier) {
        window = classifier.window();
        weight = 2.0 / (window + 1);
        lengths = new TrailingRank(classifier.history(), classifier.least());
        grounds = new TrailingRank(classifier.history(), classifier.least());
        highest = new TrailingMaximum(window);
        lowest = new TrailingMaximum(window);
    }

    /** Takes the bar that has just closed and returns its regime; empty while there is too little history. */
    public Optional<MarketRegime> next(double high, double low) {
        double move = Math.log(high / low);
        double square = move * move / (4 * Math.log(2));
        squares = taken == 0 ? square : squares + weight * (square - squares);
        double top = highest.next(high);
        double bottom = -lowest.next(-low);
        taken++;
        if (taken < window) {
            return Optional.empty();
        }
        double length = lengths.next(Math.sqrt(squares));
        double ground = grounds.next(Math.log(top / bottom));
        if (Double.isNaN(length)) {
            return Optional.empty();
        }
        last = RegimeClassifier.next(last, length, ground);
        return Optional.of(last);
    }
}
