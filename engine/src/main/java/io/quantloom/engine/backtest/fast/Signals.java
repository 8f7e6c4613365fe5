package io.quantloom.engine.backtest.fast;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.model.DecisionRule;
import io.quantloom.engine.strategy.Abstention;
import io.quantloom.engine.strategy.BatchForecast;
import io.quantloom.engine.strategy.ModelStrategy;
import io.quantloom.engine.strategy.MomentumStrategy;
import io.quantloom.engine.strategy.SmaCrossStrategy;
import io.quantloom.engine.strategy.Strategy;
import io.quantloom.engine.strategy.StrategySpec;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a strategy decides, known for all bars before the run. A code for each bar says what its close asks for: go long, go
 * short, leave a long position, leave a short one. With the position that is held, a code is the strategy's decision.
 * Immutable and safe for use by several threads.
 */
public sealed interface Signals {

    /** Nothing is asked for. */
    byte NONE = 0;
    /** Go long, whatever is held. */
    byte LONG = 1;
    /** Go short, whatever is held. */
    byte SHORT = 2;
    /** Go flat when long. */
    byte LEAVE_LONG = 4;
    /** Go flat when short. */
    byte LEAVE_SHORT = 8;

    /** Returns the signals of {@code sma-cross}. */
    static Signals of(StrategySpec.SmaCross spec) {
        return new Cross(spec.fast(), spec.slow(), spec.longShort());
    }

    /** Returns the signals of source 0's momentum rule. */
    static Signals of(StrategySpec.Momentum spec) {
        return new Momentum(spec.lookback(), spec.threshold(), spec.longShort());
    }

    /**
     * Returns the signals of a model.
     *
     * @param model whose forecast has a probability for each bar that will be traded
     */
    static Signals of(ModelStrategy model, BatchForecast forecast) {
        return new Model(model.rule(), model.abstention(), forecast, model.stopFromLabel(), model.takeFromLabel());
    }

    /** Returns the signals of the strategy; NOT_APPLICABLE when its decisions cannot be known before the run. */
    static Outcome<Signals> of(Strategy strategy) {
        if (strategy instanceof SmaCrossStrategy cross) {
            return Outcome.success(of(cross.spec()));
        }
        if (strategy instanceof ModelStrategy model && model.forecast() instanceof BatchForecast forecast) {
            return Outcome.success(of(model, forecast));
        }
        if (strategy instanceof MomentumStrategy momentum) {
            return Outcome.success(of(momentum.spec()));
        }
        return Outcome.failed(Failure.of(
                Reason.NOT_APPLICABLE,
                "sma-cross, momentum, or a model with its probabilities computed before the run",
                "a strategy whose decisions are not known before the run",
                "the fast path of backtests",
                "use the trading kernel"));
    }

    /** {@return the index of the first bar on which every indicator is defined; {@code buy_hold_return} starts there} */
    int firstDefined();

    /**
     * Writes the code of each bar.
     *
     * @param codes at least as long as the market's bars
     */
    void write(FastMarket market, byte[] codes);

    /** {@return distance of the stop that a decision at the bar carries, a fraction of the entry price; NaN for none} */
    double stopDistance(int bar);

    /** {@return distance of the target likewise} */
    double takeDistance(int bar);

    /** {@return a text that differs for signals that decide differently} */
    String fingerprint();

    /** Two moving averages, see {@link SmaCrossStrategy}. */
    record Cross(int fast, int slow, boolean longShort) implements Signals {
        @Override
        public int firstDefined() {
            return slow - 1;
        }

        @Override
        public void write(FastMarket market, byte[] codes) {
            market.sums().writeCrossings(fast, slow, LONG, longShort ? SHORT : LEAVE_LONG, codes);
        }

        @Override
        public double stopDistance(int bar) {
            return Double.NaN;
        }

        @Override
        public double takeDistance(int bar) {
            return Double.NaN;
        }

        @Override
        public String fingerprint() {
            return toString();
        }
    }

    /** Source 0's rule, see {@link MomentumStrategy}: at each close it is the level that asks. */
    record Momentum(int lookback, double threshold, boolean longShort) implements Signals {
        @Override
        public int firstDefined() {
            return lookback;
        }

        @Override
        public void write(FastMarket market, byte[] codes) {
            double[] closes = market.closes();
            byte flat = LEAVE_LONG | LEAVE_SHORT;
            byte down = longShort ? SHORT : flat;
            Arrays.fill(codes, 0, Math.min(lookback, closes.length), NONE);
            for (int i = lookback; i < closes.length; i++) {
                double change = MomentumStrategy.change(closes[i - lookback], closes[i]);
                codes[i] = change > threshold ? LONG : change < -threshold ? down : flat;
            }
        }

        @Override
        public double stopDistance(int bar) {
            return Double.NaN;
        }

        @Override
        public double takeDistance(int bar) {
            return Double.NaN;
        }

        @Override
        public String fingerprint() {
            return toString();
        }
    }

    /** A model's probabilities, see {@link ModelStrategy}. */
    record Model(
            DecisionRule rule,
            Optional<Abstention> abstention,
            BatchForecast forecast,
            boolean stopFromLabel,
            boolean takeFromLabel)
            implements Signals {
        @Override
        public int firstDefined() {
            return forecast.firstDefined();
        }

        @Override
        public void write(FastMarket market, byte[] codes) {
            int n = market.bars().size();
            if (forecast.size() != n) {
                throw new IllegalArgumentException("a forecast of " + forecast.size() + " bars for " + n);
            }
            for (int i = 0; i < n; i++) {
                OptionalInt side = forecast.side(i);
                codes[i] = side.isPresent()
                        ? judged(forecast.probability(i), side.getAsInt())
                        : code(forecast.probability(i));
            }
        }

        private byte judged(double p, int side) {
            if (Double.isNaN(p) || (abstention.isPresent() && abstention.get().contains(p))) {
                return NONE;
            }
            if (side != 0 && p >= rule.threshold()) {
                return side > 0 ? LONG : SHORT;
            }
            boolean leaves = side == 0 || p < rule.exitThreshold();
            int leaveLong = leaves || side < 0 ? LEAVE_LONG : NONE;
            int leaveShort = leaves || side > 0 ? LEAVE_SHORT : NONE;
            return (byte) (leaveLong | leaveShort);
        }

        // Every comparison with an undefined probability is false: nothing is asked for.
        private byte code(double p) {
            if (abstention.isPresent() && abstention.get().contains(p)) {
                return NONE;
            }
            if (p >= rule.threshold()) {
                return LONG;
            }
            if (rule.longShort() && p <= 1 - rule.threshold()) {
                return SHORT;
            }
            int leaveLong = p < rule.exitThreshold() ? LEAVE_LONG : NONE;
            int leaveShort = p > 1 - rule.exitThreshold() ? LEAVE_SHORT : NONE;
            return (byte) (leaveLong | leaveShort);
        }

        @Override
        public double stopDistance(int bar) {
            return stopFromLabel ? forecast.stopLoss(bar) : Double.NaN;
        }

        @Override
        public double takeDistance(int bar) {
            return takeFromLabel ? forecast.takeProfit(bar) : Double.NaN;
        }

        @Override
        public String fingerprint() {
            MessageDigest digest = Sha256.digest();
            ByteBuffer row = ByteBuffer.allocate(24);
            for (int i = 0; i < forecast.size(); i++) {
                row.clear();
                row.putDouble(forecast.probability(i))
                        .putDouble(stopDistance(i))
                        .putDouble(takeDistance(i));
                digest.update(row.array());
                forecast.side(i).ifPresent(side -> digest.update((byte) side));
            }
            return rule + "|" + abstention + "|" + Sha256.of(digest).hex();
        }
    }
}
