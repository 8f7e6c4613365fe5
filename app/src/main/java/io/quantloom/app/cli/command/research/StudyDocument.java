package io.quantloom.app.cli.command.research;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.training.search.StudiesReport;
import io.quantloom.engine.training.search.StudyOverview;
import io.quantloom.engine.tuning.Trial;
import io.quantloom.engine.tuning.analysis.Recommendation;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Studies as documents and for people. */
final class StudyDocument {

    private static final int BEST_SHOWN = 10;

    private StudyDocument() {}

    /** A study in a list. */
    static JsonObject summary(StudyOverview study) {
        var spec = study.study().spec();
        return JsonObject.empty()
                .put("study", study.id())
                .put("run", study.run().value())
                .put("symbol", study.symbol().map(Symbol::name))
                .put("learner", study.learner())
                .put("status", study.status().text())
                .put("created", study.study().created())
                .put("sampler", spec.method().sampler().text())
                .put("pruner", spec.method().pruner().text())
                .put("asked", spec.trials())
                .put("ended", study.ended())
                .put("best", study.best().map(StudyDocument::best));
    }

    /** A study with its trials. */
    static JsonObject whole(StudyOverview study) {
        Optional<Recommendation> recommendation = study.recommendation();
        return summary(study)
                .put("recommendation", recommendation.map(StudyDocument::recommendation))
                .put("importance", Documents.numbers(study.importance()))
                .put(
                        "trials",
                        study.trials().stream()
                                .map(trial -> trial(trial, recommendation))
                                .toList());
    }

    /** The studies of a configuration, with the best trial of all of them. */
    static JsonObject report(StudiesReport report) {
        return JsonObject.empty()
                .put("run", report.run().value())
                .put("name", report.name())
                .put("best", report.best().map(StudyDocument::best))
                .put(
                        "trials",
                        report.studies().stream()
                                .flatMap(study -> study.trials().stream())
                                .map(trial -> trial(trial, Optional.empty()))
                                .toList())
                .put(
                        "studies",
                        report.studies().stream().map(StudyDocument::summary).toList())
                .put(
                        "failed",
                        report.symbols().stream()
                                .filter(symbol -> !symbol.reason().isEmpty())
                                .map(symbol -> JsonObject.empty()
                                        .put("symbol", symbol.symbol().name())
                                        .put("reason", symbol.reason()))
                                .toList());
    }

    private static JsonObject best(Trial trial) {
        return JsonObject.empty()
                .put("study", trial.study())
                .put("trial", trial.number())
                .put("value", trial.value())
                .put("params", Documents.parameters(trial.parameters()));
    }

    private static JsonObject recommendation(Recommendation recommendation) {
        return JsonObject.empty()
                .put("luckiest", place(recommendation.luckiest(), recommendation))
                .put("plateau", place(recommendation.plateau(), recommendation));
    }

    private static JsonObject place(Trial trial, Recommendation recommendation) {
        return best(trial).put("neighborhood", recommendation.neighborhood(trial));
    }

    private static JsonObject trial(Trial trial, Optional<Recommendation> recommendation) {
        var steps = JsonObject.empty();
        trial.steps()
                .forEach((step, value) -> steps.put(step.toString(), Double.isFinite(value) ? (Object) value : null));
        OptionalDouble neighborhood = recommendation
                .map(known -> known.neighborhood(trial))
                .filter(Double::isFinite)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        return JsonObject.empty()
                .put("study", trial.study())
                .put("trial", trial.number())
                .put("state", trial.state().name().toLowerCase(Locale.ROOT))
                .put("value", trial.value())
                .put("params", Documents.parameters(trial.parameters()))
                .put("steps", steps)
                .put("neighborhood", neighborhood)
                .put("sharpe_per_bar", trial.sharpePerBar())
                .put("started", trial.started())
                .put("ended", trial.ended())
                .put("reason", trial.reason());
    }

    /** A table of studies. */
    static void print(List<StudyOverview> studies, PrintWriter out) {
        var table = TextTable.of("study", "symbol", "status", "sampler", "pruner", "trials", "best", "begun");
        for (StudyOverview study : studies) {
            var spec = study.study().spec();
            table.row(
                    study.id(),
                    study.symbol().map(Symbol::name).orElse("—"),
                    study.status().text(),
                    spec.method().sampler().text(),
                    spec.method().pruner().text(),
                    study.ended() + " of " + spec.trials(),
                    TextTable.number(study.best().map(Trial::value).orElse(OptionalDouble.empty())),
                    JsonWriter.time(study.study().created()));
        }
        table.print(out, "No study yet: quantloom study run FILE");
    }

    /** A study with its best trials. */
    static void print(StudyOverview study, PrintWriter out) {
        print(List.of(study), out);
        study.recommendation().ifPresent(recommendation -> {
            out.println();
            line("Plateau ", recommendation.plateau(), recommendation, out);
            line("Luckiest", recommendation.luckiest(), recommendation, out);
        });
        var importance = TextTable.of("parameter", "share of variance");
        study.importance().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> importance.row(entry.getKey(), TextTable.number(entry.getValue())));
        out.println();
        importance.print(out, "Too few trials to tell what matters.");
        out.println();
        var trials = TextTable.of("trial", "state", "value", "parameters");
        study.trials().stream()
                .sorted(Comparator.comparingDouble(trial -> -trial.standing().orElse(Double.NEGATIVE_INFINITY)))
                .limit(BEST_SHOWN)
                .forEach(trial -> trials.row(
                        trial.number(),
                        trial.state().name().toLowerCase(Locale.ROOT),
                        TextTable.number(trial.standing()),
                        parameters(trial)));
        trials.print(out, "No trial yet.");
    }

    private static void line(String word, Trial trial, Recommendation recommendation, PrintWriter out) {
        out.println(word + ": trial " + trial.number() + ", value "
                + TextTable.number(trial.value()) + ", neighborhood "
                + TextTable.number(recommendation.neighborhood(trial)) + ": " + parameters(trial));
    }

    private static String parameters(Trial trial) {
        return trial.parameters().values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
