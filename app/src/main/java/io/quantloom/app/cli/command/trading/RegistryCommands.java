package io.quantloom.app.cli.command.trading;

import io.quantloom.app.cli.command.Documents;
import io.quantloom.app.cli.command.TextFile;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.JsonWriter;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.model.ModelCard;
import io.quantloom.engine.model.StrategyCard;
import io.quantloom.engine.model.VersionCard;
import io.quantloom.engine.registry.Alias;
import io.quantloom.engine.registry.ModelVersion;
import io.quantloom.engine.registry.RegisteredModel;
import io.quantloom.engine.registry.Transition;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code registry}: registered models, their versions, and what moves their aliases. */
@Command(
        name = "registry",
        description = "Registered models: list, show, history, register, promote, rollback, retire.")
public final class RegistryCommands {

    private static final String ORIGIN = "cli";
    private static final String UNSAID = "asked for on the command line";

    private final CommandSession session;

    /** Takes the session. */
    public RegistryCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "list", description = "Lists every registered model.")
    int list() {
        return session.onWorkspace((application, _) -> {
            List<RegisteredModel> models = application.stores().registry().models();
            var table = TextTable.of("model", "latest", "aliases", "created");
            models.forEach(model ->
                    table.row(model.name(), model.latestVersion(), aliases(model), JsonWriter.time(model.created())));
            var document = JsonObject.empty()
                    .put("models", models.stream().map(RegistryCommands::model).toList());
            return Outcome.success(
                    Reply.done(document, out -> table.print(out, "No model yet: quantloom factory run CONFIG.yaml")));
        });
    }

    @Command(name = "show", description = "Shows a model with its versions and their gates.")
    int show(@Parameters(paramLabel = "MODEL") String name) {
        return session.onWorkspace((application, _) -> application
                .registry()
                .findModel()
                .model(name)
                .map(model -> show(model, application.stores().registry().versions(name))));
    }

    @Command(name = "history", description = "Shows every decision about a model, newest first.")
    int history(@Parameters(paramLabel = "MODEL") String name) {
        return session.onWorkspace((application, _) -> application
                .registry()
                .findModel()
                .model(name)
                .map(_ -> history(name, application.stores().registry().history(name))));
    }

    @Command(name = "promote", description = "Moves an alias to a version if its gates allow; else ends with 3.")
    int promote(
            @Parameters(paramLabel = "MODEL") String name,
            @Parameters(arity = "0..1", paramLabel = "VERSION", description = "else the latest") @Nullable
                    Integer version,
            @Option(
                            names = "--alias",
                            paramLabel = "ALIAS",
                            defaultValue = Alias.CHAMPION,
                            description = "${DEFAULT-VALUE}")
                    String alias,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = UNSAID, description = "in your words")
                    String reason) {
        return session.onWorkspace((application, _) -> application
                .registry()
                .findModel()
                .model(name)
                .then(model -> application
                        .registry()
                        .promoteModel()
                        .run(name, version == null ? model.latestVersion() : version, alias, reason, ORIGIN))
                .map(RegistryCommands::decided));
    }

    @Command(name = "rollback", description = "Sets Champion back to Previous.")
    int rollback(
            @Parameters(paramLabel = "MODEL") String name,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = UNSAID, description = "in your words")
                    String reason) {
        return session.onWorkspace((application, _) ->
                application.registry().rollBackModel().run(name, reason, ORIGIN).map(RegistryCommands::decided));
    }

    @Command(name = "retire", description = "Takes an alias away, or a whole version out of use; its history stays.")
    int retire(
            @Parameters(paramLabel = "MODEL") String name,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "VERSION",
                            description = "retires this version with all its aliases")
                    @Nullable
                    Integer version,
            @Option(
                            names = "--alias",
                            paramLabel = "ALIAS",
                            defaultValue = Alias.CHAMPION,
                            description = "${DEFAULT-VALUE}")
                    String alias,
            @Option(names = "--reason", paramLabel = "TEXT", defaultValue = UNSAID, description = "in your words")
                    String reason) {
        return session.onWorkspace((application, _) -> (version == null
                        ? application.registry().retireAlias().run(name, alias, reason, ORIGIN)
                        : application.registry().retireVersion().run(name, version, reason, ORIGIN))
                .map(RegistryCommands::decided));
    }

    @Command(
            name = "register",
            description = "Backtests a strategy without a model, runs its gates and makes it the next version.")
    int register(
            @Parameters(paramLabel = "SPEC.yaml") Path spec,
            @Option(names = "--name", paramLabel = "NAME", required = true, description = "of the registered model")
                    String name) {
        return session.onWorkspace((application, context) -> {
            Path file = session.path(spec);
            return TextFile.read(file)
                    .then(text -> application
                            .registry()
                            .registerStrategy()
                            .run(name, file.getFileName().toString(), text, session.seed(), context))
                    .map(RegistryCommands::registered);
        });
    }

    private static Reply registered(ModelVersion version) {
        return Reply.done(Documents.version(version), out -> {
            out.println(version.model() + " version " + version.version() + " is "
                    + version.strategyCard().map(StrategyCard::title).orElse("") + ", run " + version.run()
                    + (version.isGated() ? "." : "; it did not pass its gates and cannot be promoted."));
            Documents.gateTable(version.gates()).print(out, "");
        });
    }

    private static Reply decided(Transition transition) {
        JsonObject document = Documents.transition(transition);
        if (transition.kind() == Transition.Kind.REFUSED) {
            return Reply.refused(
                    document,
                    out -> Documents.gateTable(transition.gates()).print(out, "No gate was run."),
                    transition.alias() + " of " + transition.model() + " was refused to version "
                            + version(transition.to()) + ": " + transition.reason());
        }
        return Reply.done(document, out -> {
            out.println(sentence(transition));
            if (!transition.gates().isEmpty()) {
                Documents.gateTable(transition.gates()).print(out, "");
            }
        });
    }

    private static String sentence(Transition transition) {
        if (transition.isOfVersion()) {
            return "Version " + version(transition.from()) + " of " + transition.model()
                    + " is retired; its history stays.";
        }
        String alias = transition.alias() + " of " + transition.model();
        return transition.to().isPresent()
                ? alias + " now is version " + transition.to().getAsInt() + ", before " + version(transition.from())
                        + "."
                : alias + " is retired, it was version " + version(transition.from()) + ".";
    }

    private static String version(OptionalInt version) {
        return version.isPresent() ? Integer.toString(version.getAsInt()) : "none";
    }

    private static Reply show(RegisteredModel model, List<ModelVersion> versions) {
        var document = model(model)
                .put("versions", versions.stream().map(Documents::version).toList());
        return Reply.done(document, out -> print(model, versions, out));
    }

    private static void print(RegisteredModel model, List<ModelVersion> versions, PrintWriter out) {
        out.println(model.name() + ": " + (model.aliases().isEmpty() ? "no alias" : aliases(model)));
        for (ModelVersion version : versions) {
            out.println();
            out.println("Version " + version.version() + ", " + JsonWriter.time(version.created()) + ", "
                    + madeOf(version.card()) + " on " + version.card().series()
                    + (version.isGated() ? "" : ", ungated"));
            Documents.gateTable(version.gates()).print(out, "Gates were not run.");
        }
    }

    private static String madeOf(VersionCard card) {
        return switch (card) {
            case ModelCard model -> model.learner();
            case StrategyCard strategy -> strategy.title();
        };
    }

    private static Reply history(String name, List<Transition> transitions) {
        var table = TextTable.of("at", "decision", "alias", "from", "to", "origin", "reason");
        for (Transition each : transitions) {
            table.row(
                    JsonWriter.time(each.at()),
                    each.kind().name().toLowerCase(Locale.ROOT),
                    each.alias(),
                    version(each.from()),
                    version(each.to()),
                    each.origin(),
                    each.reason());
        }
        var document = JsonObject.empty()
                .put("model", name)
                .put("history", transitions.stream().map(Documents::transition).toList());
        return Reply.done(document, out -> table.print(out, "Nothing was decided yet."));
    }

    private static JsonObject model(RegisteredModel model) {
        var aliases = JsonObject.empty();
        model.aliases().forEach(aliases::put);
        return JsonObject.empty()
                .put("model", model.name())
                .put("created", model.created())
                .put("latest_version", model.latestVersion())
                .put("aliases", aliases);
    }

    private static String aliases(RegisteredModel model) {
        return model.aliases().entrySet().stream()
                .map(alias -> alias.getKey() + " " + alias.getValue())
                .collect(Collectors.joining(", "));
    }
}
