package io.quantloom.ui.features;

import io.quantloom.engine.dataset.label.DescribeLabels.Description;
import io.quantloom.engine.dataset.label.LabelSanity;
import io.quantloom.engine.dataset.label.Labels;
import io.quantloom.engine.dataset.label.Predictability;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.chart.layer.ChartBars;
import io.quantloom.ui.chart.layer.Layers.Stretch;
import io.quantloom.ui.features.LabelContent.Fact;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts labels into words and drawings. */
final class LabelContents {

    private static final Texts TEXTS = Texts.of("features");

    private LabelContents() {}

    static LabelContent of(Description description, String synthetic) {
        BarSeries bars = description.bars();
        LabelSanity sanity = description.sanity();
        return new LabelContent(
                sanity.definition(),
                bars.key().toString(),
                synthetic,
                bars(bars),
                stretches(bars, description.labels()),
                sanity.size(),
                balance(sanity),
                facts(sanity),
                guesses(sanity));
    }

    private static ChartBars bars(BarSeries bars) {
        long[] times = new long[bars.size()];
        double[][] columns = new double[5][bars.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = bars.openTime(i);
            columns[0][i] = bars.open(i);
            columns[1][i] = bars.high(i);
            columns[2][i] = bars.low(i);
            columns[3][i] = bars.close(i);
            columns[4][i] = bars.volume(i);
        }
        return ChartBars.of(times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /** Labels overlap; drawn is each one that begins when the one drawn before has ended. */
    private static List<Stretch> stretches(BarSeries bars, Labels labels) {
        boolean atClose = labels.definition().contains("entry=close");
        var stretches = new ArrayList<Stretch>();
        int free = 0;
        for (int i = 0; i < labels.size(); i++) {
            int bar = labels.bar(i);
            if (bar < free) {
                continue;
            }
            free = labels.end(i) + 1;
            double entry = atClose || bar + 1 >= bars.size() ? bars.close(bar) : bars.open(bar + 1);
            stretches.add(new Stretch(
                    bar,
                    labels.end(i),
                    entry,
                    entry * (1 + labels.realizedReturn(i)),
                    labels.label(i) > 0 ? "up" : labels.label(i) < 0 ? "down" : "muted"));
        }
        return stretches;
    }

    private static List<Bar> balance(LabelSanity sanity) {
        return List.of(
                kind("labels.positive", sanity.positive(), sanity.size(), "up"),
                kind("labels.neutral", sanity.neutral(), sanity.size(), "muted"),
                kind("labels.negative", sanity.negative(), sanity.size(), "down"));
    }

    private static Bar kind(String key, int count, int size, String token) {
        return Bar.of(TEXTS.get(key), count, token, Formats.share((double) count / size, 1));
    }

    private static List<Fact> facts(LabelSanity sanity) {
        return List.of(
                fact("labels.size", Formats.integer(sanity.size())),
                fact("labels.ambiguous", Formats.integer(sanity.ambiguous())),
                fact("labels.length", Formats.decimal(sanity.meanLength(), 1)),
                fact("labels.concurrency", Formats.decimal(sanity.meanConcurrency(), 1)),
                fact("labels.uniqueness", Formats.decimal(sanity.meanUniqueness(), 3)),
                fact("labels.effective", Formats.decimal(sanity.effectiveSize(), 0)),
                fact("labels.return", Formats.percent(sanity.meanReturn(), 2)));
    }

    private static Fact fact(String key, String value) {
        return new Fact(TEXTS.get(key), value);
    }

    /** The engine names scorers for files: {@code distance-24}. */
    private static String words(String scorer) {
        int dash = scorer.lastIndexOf('-');
        String kind = "labels.guess." + (dash < 0 ? scorer : scorer.substring(0, dash));
        return TEXTS.has(kind) ? TEXTS.get(kind, scorer.substring(dash + 1)) : scorer;
    }

    /** The area under the curve from 0.5, where a coin stands; the whisker spans the placebo twins. */
    private static List<Bar> guesses(LabelSanity sanity) {
        var bars = new ArrayList<Bar>();
        for (Predictability guess : sanity.predictability()) {
            double[] twins =
                    guess.twins().stream().mapToDouble(Double::doubleValue).toArray();
            double auc = guess.auc().orElse(Double.NaN);
            bars.add(new Bar(
                    words(guess.scorer()),
                    0,
                    Double.isNaN(auc) ? 0 : auc - 0.5,
                    Arrays.stream(twins).min().orElse(Double.NaN) - 0.5,
                    Arrays.stream(twins).max().orElse(Double.NaN) - 0.5,
                    "accent",
                    Formats.decimal(auc, 3)));
        }
        return bars;
    }
}
