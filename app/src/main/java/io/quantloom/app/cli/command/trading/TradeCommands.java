package io.quantloom.app.cli.command.trading;

import io.quantloom.app.cli.command.TimeRange;
import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.output.TextTable;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.wiring.Application;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.trading.BotControl;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotSpec;
import io.quantloom.engine.trading.Reconciliation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trade}: Loop B, on paper. */
@Command(name = "trade", description = "Paper bots: replay, start, status, pause, resume, flatten, stop.")
public final class TradeCommands {

    private final CommandSession session;

    /** Takes the session. */
    public TradeCommands(CommandSession session) {
        this.session = session;
    }

    @Command(name = "replay", description = "Trades stored bars in a new session and compares it with its backtest.")
    int replay(
            @Option(names = "--bot", required = true, paramLabel = "BOT.yaml") Path file,
            @Mixin TimeRange range,
            @Option(
                            names = "--speed",
                            defaultValue = "max",
                            converter = Speed.class,
                            paramLabel = "N|max",
                            description = "times as fast as life; ${DEFAULT-VALUE}")
                    double speed) {
        return session.onWorkspace((application, context) -> new BotFileText(session.path(file))
                .read(range)
                .then(bot -> application.trading().startBot().run(bot.spec(), bot.text()))
                .then(bot -> run(application, bot, speed, context))
                .then(bot -> reconciled(application, bot, context)));
    }

    @Command(name = "start", description = "Runs a bot; one whose session was cut off goes on where it stopped.")
    int start(
            @Parameters(arity = "0..1", paramLabel = "BOT", description = "name of a bot that is there already")
                    @Nullable
                    String name,
            @Option(
                            names = "--bot",
                            paramLabel = "BOT.yaml",
                            description = "begins a bot, or goes on if it is the same")
                    @Nullable
                    Path file,
            @Mixin TimeRange range,
            @Option(
                            names = "--speed",
                            defaultValue = "60",
                            converter = Speed.class,
                            paramLabel = "N|max",
                            description = "times as fast as life; ${DEFAULT-VALUE}")
                    double speed) {
        return session.onWorkspace((application, context) -> begun(application, name, file, range)
                .then(bot -> run(application, bot, speed, context))
                .map(bot -> status(BotDocument.of(application, bot))));
    }

    @Command(name = "status", description = "Shows the bots, or one of them.")
    int status(@Parameters(arity = "0..1", paramLabel = "BOT") @Nullable String name) {
        return session.onWorkspace((application, _) -> {
            List<BotRecord> bots = application.stores().bots().bots();
            if (name == null) {
                return Outcome.success(status(bots.stream()
                        .map(bot -> BotDocument.of(application, bot))
                        .toList()));
            }
            return known(application, name).map(bot -> status(BotDocument.of(application, bot)));
        });
    }

    @Command(name = "pause", description = "Keeps the position and opens none.")
    int pause(@Parameters(paramLabel = "BOT") String name) {
        return ask(name, BotControl::pause);
    }

    @Command(name = "resume", description = "Decides again after a pause.")
    int resume(@Parameters(paramLabel = "BOT") String name) {
        return ask(name, BotControl::resume);
    }

    @Command(name = "flatten", description = "Closes the position at the next open and pauses.")
    int flatten(@Parameters(paramLabel = "BOT") String name) {
        return ask(name, BotControl::flatten);
    }

    @Command(name = "stop", description = "Takes no more bars; trade start goes on later.")
    int stop(@Parameters(paramLabel = "BOT") String name) {
        return ask(name, BotControl::stop);
    }

    private int ask(String name, BiFunction<BotControl, String, Outcome<BotRecord>> wish) {
        return session.onWorkspace(
                (application, _) -> wish.apply(application.trading().activeBots(), name)
                        .map(bot -> status(BotDocument.of(application, bot))));
    }

    private Outcome<BotRecord> begun(
            Application application, @Nullable String name, @Nullable Path file, TimeRange range) {
        if (name != null) {
            return known(application, name);
        }
        if (file == null) {
            return Outcome.failed(Failure.of(
                    Failure.Reason.INVALID, "a bot to start", "neither a name nor --bot", "trade start", "name one"));
        }
        return new BotFileText(session.path(file)).read(range).then(bot -> {
            Optional<BotRecord> same = application
                    .stores()
                    .bots()
                    .bot(bot.spec().name())
                    .filter(there -> there.spec().equals(bot.spec()) && there.state() != BotRecord.State.ENDED);
            return same.map(Outcome::success)
                    .orElseGet(() -> application.trading().startBot().run(bot.spec(), bot.text()));
        });
    }

    private static Outcome<BotRecord> known(Application application, String name) {
        List<BotRecord> bots = application.stores().bots().bots();
        return bots.stream()
                .filter(bot -> bot.spec().name().equals(name))
                .findFirst()
                .map(Outcome::success)
                .orElseGet(() -> Outcome.failed(Failure.of(
                        Failure.Reason.MISSING_DATA,
                        "a bot " + name,
                        bots.isEmpty()
                                ? "no bot at all"
                                : "only "
                                        + String.join(
                                                ", ",
                                                bots.stream()
                                                        .map(BotRecord::spec)
                                                        .map(BotSpec::name)
                                                        .toList()),
                        "",
                        "start one with quantloom trade start --bot FILE")));
    }

    private static Outcome<BotRecord> run(Application application, BotRecord bot, double speed, JobContext context) {
        var trading = application.trading();
        return trading.runBot().run(bot.spec().name(), trading.replay().apply(speed), context);
    }

    private static Outcome<Reply> reconciled(Application application, BotRecord bot, JobContext context) {
        BotDocument document = BotDocument.of(application, bot);
        return application
                .trading()
                .reconcileBot()
                .run(bot.spec().name(), context)
                .map(reconciliation -> {
                    JsonObject json = document.replay(reconciliation);
                    return reconciliation.isClean()
                            ? Reply.done(json, out -> {
                                document.print(out);
                                out.println("Reconciled; its backtest gives the same fills and equity.");
                            })
                            : Reply.partial(json, document::print, difference(reconciliation));
                });
    }

    private static String difference(Reconciliation reconciliation) {
        return "the session is not what its records or its backtest say: "
                + String.join("; ", reconciliation.differences());
    }

    private static Reply status(BotDocument bot) {
        return Reply.done(bot.status(), bot::print);
    }

    private static Reply status(List<BotDocument> bots) {
        var table = TextTable.of("bot", "state", "series", "bars", "fills", "units", "equity", "note");
        bots.forEach(bot -> bot.addTo(table));
        var document = JsonObject.empty()
                .put("bots", bots.stream().map(BotDocument::status).toList());
        return Reply.done(document, out -> table.print(out, "No bot yet: quantloom trade start --bot BOT.yaml"));
    }
}
