package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.model.explanation.Contribution;
import io.quantloom.engine.model.explanation.Explanation;
import io.quantloom.engine.model.explanation.FeatureImportance;
import io.quantloom.engine.model.explanation.ServedExplanation;
import io.quantloom.engine.model.explanation.Waterfall;
import java.io.PrintWriter;

/** How an explanation is printed. */
final class ExplanationDocument {

    private ExplanationDocument() {}

    static Reply reply(ServedExplanation served) {
        Explanation explanation = served.explanation();
        var document = JsonObject.empty()
                .put("model", served.model())
                .put("version", served.version())
                .put("learner", served.learner())
                .put("series", served.series().toString())
                .put("as_of", served.asOf())
                .put("probability", served.probability())
                .put("method", explanation.method().text())
                .put("space", explanation.space().text())
                .put("rows", explanation.rows())
                .put("background", explanation.background())
                .put(
                        "features",
                        explanation.features().stream()
                                .map(ExplanationDocument::feature)
                                .toList())
                .put("waterfall", waterfall(served.latest()));
        return Reply.done(document, out -> print(served, out));
    }

    private static JsonObject feature(FeatureImportance each) {
        return JsonObject.empty()
                .put("feature", each.feature())
                .put("mean_abs", each.meanAbsolute())
                .put("mean", each.mean());
    }

    private static JsonObject waterfall(Waterfall waterfall) {
        return JsonObject.empty()
                .put("base", waterfall.base())
                .put("output", waterfall.output())
                .put(
                        "contributions",
                        waterfall.contributions().stream()
                                .map(ExplanationDocument::contribution)
                                .toList());
    }

    private static JsonObject contribution(Contribution each) {
        return JsonObject.empty()
                .put("feature", each.feature())
                .put("value", each.value())
                .put("contribution", each.contribution());
    }

    private static void print(ServedExplanation served, PrintWriter out) {
        Explanation explanation = served.explanation();
        String space = explanation.space().text().replace('_', ' ');
        out.println(served.model() + "/" + served.version() + " (" + served.learner() + ") on " + served.series()
                + ", contributions in " + space + " over " + explanation.rows() + " bars");
        var importance = TextTable.of("feature", "mean |contribution|", "mean");
        explanation.features().forEach(each -> importance.row(each.feature(), each.meanAbsolute(), each.mean()));
        importance.print(out, "");
        Waterfall latest = served.latest();
        out.println();
        out.println("Latest bar " + served.asOf() + ": probability "
                + TextTable.number(served.probability()) + ", from " + TextTable.number(latest.base()) + " to "
                + TextTable.number(latest.output()));
        var steps = TextTable.of("feature", "value", "contribution");
        latest.contributions().forEach(each -> steps.row(each.feature(), each.value(), each.contribution()));
        steps.print(out, "");
    }
}
