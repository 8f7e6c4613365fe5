package io.quantloom.engine.dataset.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quantloom.engine.dataset.label.HandMade;
import io.quantloom.engine.indicator.GeneratedBars;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.sample.SampleInstrument;
import io.quantloom.engine.market.sample.SampleMarketGenerator;
import io.quantloom.engine.market.sample.SampleSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeClassifierTest {

    /** What the sample market hides is found again more often than by always naming its most frequent regime. */
    @ParameterizedTest(name = "instrument {0}: {1} against a majority of {2}")
    @CsvSource({"0, 0.782, 0.604", "2, 0.770, 0.483", "5, 0.690, 0.485"})
    void findsTheRegimesOfTheSampleMarket(int place, double accuracy, double majority) {
        SampleSeries sample = new SampleMarketGenerator(42).generate(SampleInstrument.ALL.get(place));
        Regimes regimes = RegimeClassifier.standard().classify(sample.bars());

        int known = 0;
        int right = 0;
        var counts = new TreeMap<String, Integer>();
        for (int t = 0; t < regimes.size(); t++) {
            Optional<MarketRegime> found = regimes.at(t);
            if (found.isPresent()) {
                known++;
                right += found.get().name().equals(sample.regime(t).name()) ? 1 : 0;
                counts.merge(sample.regime(t).name(), 1, Integer::sum);
            }
        }
        assertThat((double) right / known).isCloseTo(accuracy, within(0.01));
        assertThat((double) Collections.max(counts.values()) / known).isCloseTo(majority, within(0.01));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aRegimeDoesNotDependOnWhatFollows(long seed) {
        BarSeries bars = GeneratedBars.walk(seed, 700);
        var classifier = new RegimeClassifier(10, 200, 50);
        Regimes whole = classifier.classify(bars);
        int cut = 100 + new SplittableRandom(seed).nextInt(500);
        Regimes truncated = classifier.classify(bars.slice(0, cut));
        Regimes poisoned = classifier.classify(GeneratedBars.withPoisonedFuture(bars, cut, 1e6, seed));

        for (int t = 0; t < cut; t++) {
            assertThat(truncated.at(t)).isEqualTo(whole.at(t));
            assertThat(poisoned.at(t)).isEqualTo(whole.at(t));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aRankIsTheShareOfTheLastValuesBelow(long seed) {
        var random = new SplittableRandom(seed);
        double[] values =
                random.doubles(300).map(value -> Math.rint(value * 40)).toArray();
        var rank = new TrailingRank(50, 10);

        for (int t = 0; t < values.length; t++) {
            double value = values[t];
            double[] last = Arrays.copyOfRange(values, Math.max(0, t - 49), t + 1);
            double expected =
                    (double) Arrays.stream(last).filter(other -> other < value).count() / last.length;
            double found = rank.next(value);
            if (t < 9) {
                assertThat(found).isNaN();
            } else {
                assertThat(found).isEqualTo(expected);
            }
        }
    }

    @Test
    void countsRegimesOverWindows() {
        var random = new SplittableRandom(5);
        double[] closes = new double[200];
        for (int t = 0; t < closes.length; t++) {
            // A channel with steps of up to 0.8, then a climb by steps of 0.3.
            closes[t] = t < 120 ? 100 + 0.8 * random.nextDouble() : closes[t - 1] + 0.3;
        }
        Regimes regimes = new RegimeClassifier(5, 100, 20).classify(HandMade.closes(closes));

        assertThat(regimes.at(10)).isEmpty();
        assertThat(regimes.dominant(0, 10)).isEmpty();
        assertThat(regimes.dominant(130, 160)).contains(MarketRegime.TRENDING);
        assertThat(regimes.shares(130, 160).get(MarketRegime.TRENDING)).isCloseTo(1, within(1e-9));
        assertThat(regimes.shares(0, 200).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesImpossibleWindows() {
        assertThatThrownBy(() -> new RegimeClassifier(1, 10, 5)).hasMessageContaining("window");
        assertThatThrownBy(() -> new RegimeClassifier(5, 4, 5)).hasMessageContaining("history");
    }
}
