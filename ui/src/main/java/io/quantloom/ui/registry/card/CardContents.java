package io.quantloom.ui.registry.card;

import io.quantloom.engine.model.evaluation.ConfusionMatrix;
import io.quantloom.engine.model.evaluation.Evaluation;
import io.quantloom.engine.model.evaluation.Measure;
import io.quantloom.engine.model.evaluation.Rate;
import io.quantloom.engine.model.evaluation.ReliabilityCurve;
import io.quantloom.engine.model.evaluation.RocCurve;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.model.explanation.FeatureImportance;
import io.quantloom.engine.model.explanation.Waterfall;
import io.quantloom.engine.performance.overfitting.OverfittingReport;
import io.quantloom.engine.performance.overfitting.SharpeEvidence;
import io.quantloom.engine.training.ModelEvidence;
import io.quantloom.engine.training.placebo.Placebo;
import io.quantloom.ui.chart.figure.MatrixChart;
import io.quantloom.ui.chart.figure.PointContent;
import io.quantloom.ui.chart.figure.PointContent.Axis;
import io.quantloom.ui.chart.figure.PointContent.Dot;
import io.quantloom.ui.chart.figure.PointContent.Kind;
import io.quantloom.ui.chart.figure.PointContent.Shape;
import io.quantloom.ui.chart.figure.PointContent.Trace;
import io.quantloom.ui.chart.figure.RankChart.Bar;
import io.quantloom.ui.explanation.Waterfalls;
import io.quantloom.ui.format.Formats;
import io.quantloom.ui.registry.card.CardContent.Example;
import io.quantloom.ui.registry.card.CardContent.Explained;
import io.quantloom.ui.registry.card.CardContent.Figure;
import io.quantloom.ui.registry.card.CardContent.Quality;
import io.quantloom.ui.registry.card.CardContent.Twins;
import io.quantloom.ui.statistic.StatisticText;
import io.quantloom.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Puts evaluation, explanation and placebo of a run into drawings and words. */
final class CardContents {

    private static final Texts TEXTS = Texts.of("registry");
    private static final int MOST_BARS = 12;

    private CardContents() {}

    static CardContent of(ModelEvidence evidence) {
        var search = new ArrayList<Figure>();
        evidence.selection().ifPresent(selection -> search.addAll(figures(selection)));
        evidence.overfitting().ifPresent(report -> search.addAll(figures(report)));
        return new CardContent(
                evidence.holdout().map(CardContents::of),
                evidence.explanation().map(CardContents::of),
                evidence.placebo().map(CardContents::of),
                search);
    }

    private static List<Figure> figures(ModelEvidence.Selection selection) {
        return List.of(
                new Figure(TEXTS.get("search.chosen"), Formats.decimal(selection.chosen(), 2), ""),
                new Figure(
                        TEXTS.get("search.nested"),
                        Formats.decimal(selection.nested(), 2),
                        TEXTS.get("search.nested.remark", Formats.signed(selection.nested() - selection.chosen(), 2))));
    }

    private static List<Figure> figures(OverfittingReport report) {
        SharpeEvidence sharpe = report.sharpe();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                TEXTS.get("search.deflated"),
                Formats.decimal(sharpe.deflated(), 3),
                TEXTS.get("search.deflated.remark", Formats.integer(sharpe.trials()))));
        figures.add(new Figure(TEXTS.get("search.probabilistic"), Formats.decimal(sharpe.probabilistic(), 3), ""));
        figures.add(report.probability()
                .map(pbo -> new Figure(
                        TEXTS.get("search.pbo"),
                        Formats.decimal(pbo.probability(), 3),
                        TEXTS.get("search.pbo.remark", Formats.integer(pbo.trials()))))
                .orElseGet(() ->
                        new Figure(TEXTS.get("search.pbo"), "—", report.notes().getOrDefault("pbo", ""))));
        figures.add(new Figure(
                TEXTS.get("search.track"),
                Double.isFinite(sharpe.minimumTrackBars())
                        ? Formats.integer((long) Math.ceil(sharpe.minimumTrackBars()))
                        : "—",
                TEXTS.get("search.track.remark", Formats.integer(sharpe.bars()))));
        report.adjustedPValue()
                .ifPresent(adjusted ->
                        figures.add(new Figure(TEXTS.get("search.adjusted"), Formats.decimal(adjusted, 3), "")));
        report.looks()
                .ifPresent(looks ->
                        figures.add(new Figure(TEXTS.get("search.looks"), Formats.integer(looks.looks()), "")));
        return figures;
    }

    static Quality of(Evaluation evaluation) {
        return new Quality(
                confusion(evaluation.confusion()),
                roc(evaluation),
                evaluation.fit().map(fit -> reliability(fit.reliability())),
                figures(evaluation),
                TEXTS.get(
                        "quality.note",
                        Formats.integer(evaluation.confusion().rows()),
                        Formats.decimal(evaluation.effectiveRows(), 0)));
    }

    private static MatrixChart.Content confusion(ConfusionMatrix matrix) {
        List<Double> counts = List.of(
                (double) matrix.falseNegatives(),
                (double) matrix.truePositives(),
                (double) matrix.trueNegatives(),
                (double) matrix.falsePositives());
        return new MatrixChart.Content(
                TEXTS.get("confusion.said"),
                List.of(TEXTS.get("confusion.no"), TEXTS.get("confusion.yes")),
                TEXTS.get("confusion.was"),
                List.of(TEXTS.get("confusion.yes"), TEXTS.get("confusion.no")),
                counts,
                OptionalInt.empty(),
                MatrixChart.Content.strongestOf(counts),
                value -> Formats.decimal(value, 0));
    }

    private static Axis share(String key) {
        return Axis.of(TEXTS.get(key), value -> Formats.decimal(value, 2)).between(0, 1);
    }

    /** Where chance stands, or where what is said comes true. */
    private static Trace diagonal() {
        return Trace.of("", "faint", Trace.Form.THIN, new double[] {0, 1}, new double[] {0, 1});
    }

    private static PointContent roc(Evaluation evaluation) {
        List<RocCurve.Point> points = evaluation.roc().points();
        String auc = text(evaluation.auc());
        Trace curve = Trace.of(
                TEXTS.get("roc.auc", auc),
                "accent",
                Trace.Form.STRAIGHT,
                array(points, RocCurve.Point::falsePositiveRate),
                array(points, RocCurve.Point::truePositiveRate));
        return new PointContent(
                share("roc.false"),
                share("roc.true"),
                List.of(),
                List.of(),
                List.of(diagonal(), curve),
                TEXTS.get("roc.auc", auc));
    }

    private static PointContent reliability(ReliabilityCurve curve) {
        List<ReliabilityCurve.Bin> bins =
                curve.bins().stream().filter(bin -> bin.rows() > 0).toList();
        Trace line = Trace.of(
                "",
                "accent",
                Trace.Form.STRAIGHT,
                array(bins, ReliabilityCurve.Bin::meanProbability),
                array(bins, ReliabilityCurve.Bin::positiveShare));
        var traces = new ArrayList<Trace>(List.of(diagonal(), line));
        for (ReliabilityCurve.Bin bin : bins) {
            traces.add(Trace.of(
                    "",
                    "bar",
                    Trace.Form.STRAIGHT,
                    new double[] {bin.meanProbability(), bin.meanProbability()},
                    new double[] {bin.interval().low(), bin.interval().high()}));
        }
        return new PointContent(
                share("reliability.said"),
                share("reliability.was"),
                List.of(new Kind("", "accent", Shape.DISC)),
                bins.stream()
                        .map(bin -> new Dot(
                                bin.meanProbability(),
                                bin.positiveShare(),
                                0,
                                false,
                                TEXTS.get(
                                        "reliability.words",
                                        Formats.decimal(bin.meanProbability(), 2),
                                        Formats.decimal(bin.positiveShare(), 2),
                                        Formats.integer(bin.rows()))))
                        .toList(),
                traces,
                TEXTS.get("reliability.summary", Formats.decimal(curve.calibrationError(), 3)));
    }

    private static <T> double[] array(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    private static List<Figure> figures(Evaluation evaluation) {
        var figures = new ArrayList<Figure>();
        for (Rate rate : evaluation.rates()) {
            figures.add(new Figure(
                    label(rate.name()),
                    text(rate.value()),
                    rate.interval()
                            .map(interval ->
                                    Formats.decimal(interval.low(), 3) + " – " + Formats.decimal(interval.high(), 3))
                            .orElse("")));
        }
        Set<String> told = evaluation.rates().stream().map(Rate::name).collect(Collectors.toSet());
        evaluation.measures().forEach((name, measure) -> {
            if (!told.contains(name)) {
                figures.add(new Figure(label(name), text(measure), measure.reason()));
            }
        });
        return figures;
    }

    private static String label(String name) {
        return TEXTS.has("measure." + name) ? TEXTS.get("measure." + name) : name;
    }

    private static String text(Measure measure) {
        return Formats.decimal(measure.value().orElse(Double.NaN), 3);
    }

    static Explained of(Explanation explanation) {
        return new Explained(
                explanation.features().stream().map(CardContents::bar).toList(),
                explanation.examples().stream().map(CardContents::example).toList(),
                TEXTS.get(
                        "explanation.note",
                        explanation.method().text(),
                        Formats.integer(explanation.rows()),
                        text(explanation.stability().rankCorrelation())));
    }

    private static Bar bar(FeatureImportance feature) {
        return Bar.of(
                feature.feature(),
                feature.meanAbsolute(),
                feature.mean() < 0 ? "down" : "up",
                Formats.signed(feature.mean(), 3));
    }

    private static Example example(Waterfall waterfall) {
        return new Example(
                TEXTS.get("explanation.example." + waterfall.title()),
                Waterfalls.way(waterfall),
                Waterfalls.bars(waterfall, MOST_BARS));
    }

    static Twins of(Placebo placebo) {
        return new Twins(
                StatisticText.of(placebo.score()).label(),
                placebo.distribution(),
                placebo.real(),
                TEXTS.get(
                        "placebo.verdict",
                        Formats.share(placebo.percentile(), 0),
                        placebo.distribution().size(),
                        Formats.decimal(placebo.pValue(), 3)));
    }
}
