package io.quantloom.engine.training.search;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.Run;
import io.quantloom.engine.experiment.RunStore;
import io.quantloom.engine.experiment.Tags;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.training.configuration.ConfigurationText;
import io.quantloom.engine.training.configuration.FactoryFile;
import io.quantloom.engine.training.configuration.FactorySpec;
import io.quantloom.engine.training.configuration.FeatureSearch;
import io.quantloom.engine.training.tracking.FactoryRuns;
import io.quantloom.engine.tuning.SearchParameter;
import io.quantloom.engine.tuning.StudyStore;
import io.quantloom.engine.tuning.Trial;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Writes the configuration that trains with the parameters of a trial and searches nothing: the one its study came from, for
 * its symbol and its learner, with one trial. Run by the factory it fits, measures and gates what the trial was. The model
 * keeps its name, so every trial of the study still counts for the deflated Sharpe: parameters that were searched for do not
 * become honest by being typed in.
 */
public final class FixParameters {

    private final StudyStore studies;
    private final RunStore runs;
    private final FactoryFile file;

    /** Takes its ports. */
    public FixParameters(StudyStore studies, RunStore runs, FactoryFile file) {
        this.studies = studies;
        this.runs = runs;
        this.file = file;
    }

    /**
     * Returns the configuration as text.
     *
     * @return MISSING_DATA where the trial, its run or the configuration of that is gone
     */
    public Outcome<String> run(String study, int trial) {
        Optional<Trial> found = studies.trials(study).stream()
                .filter(each -> each.number() == trial)
                .findFirst();
        Optional<Run> run = runs.find(FindStudies.runOf(study));
        Optional<Symbol> symbol = run.flatMap(each -> each.tag(Tags.SYMBOL))
                .filter(Symbol::isValid)
                .map(Symbol::new);
        Optional<Run> parent = run.flatMap(Run::parent).flatMap(runs::find);
        if (found.isEmpty() || symbol.isEmpty() || parent.isEmpty()) {
            return Outcome.failed(Failure.of(
                    Reason.MISSING_DATA,
                    "trial " + trial + " of a study of a configuration",
                    found.isEmpty() ? "no such trial" : "a study whose run is gone",
                    study,
                    "list studies with study list"));
        }
        OptionalLong seed = parent.get()
                .tag(Tags.SEED)
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
        return runs.loadArtifact(parent.get().id(), FactoryRuns.CONFIG)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .then(text -> file.read(FactoryRuns.CONFIG, text, seed))
                .map(spec -> text(spec, symbol.get(), found.get()));
    }

    private static String text(FactorySpec spec, Symbol symbol, Trial trial) {
        String learner = trial.study().substring(trial.study().lastIndexOf('/') + 1);
        String search = trial.parameters().values().entrySet().stream()
                .filter(entry ->
                        SearchParameter.parse(entry.getKey()).isPresent() || FeatureSearch.isOfFeatures(entry.getKey()))
                .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                .collect(Collectors.joining(", "));
        return "# Trial " + trial.number() + " of study " + trial.study() + ", nothing is searched.\n"
                + new ConfigurationText(spec.text())
                        .with("symbols", "[" + quoted(symbol.name()) + "]")
                        .with("learners", "[" + learner + "]")
                        .with(
                                "study",
                                "{trials: 1, batch: 1, objective: "
                                        + spec.study().yardstick() + ", search: {" + search + "}}")
                        .with(
                                "register",
                                "{model: " + quoted(spec.model(symbol)) + ", alias: "
                                        + spec.registration().alias() + "}")
                        .with("seed", String.valueOf(spec.seed()))
                        .text();
    }

    private static String value(Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).toPlainString()
                : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
