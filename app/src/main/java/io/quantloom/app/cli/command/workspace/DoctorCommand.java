package io.quantloom.app.cli.command.workspace;

import io.quantloom.app.cli.output.JsonObject;
import io.quantloom.app.cli.session.CommandSession;
import io.quantloom.app.cli.session.Reply;
import io.quantloom.app.doctor.Check;
import io.quantloom.app.doctor.Doctor;
import io.quantloom.app.lifecycle.Holder;
import io.quantloom.app.wiring.LearnerCatalog;
import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** {@code doctor}: whether everything is there. */
@Command(name = "doctor", description = "Checks JDK, JavaFX, natives, disk, lock holder and store.")
public final class DoctorCommand implements Callable<Integer> {

    private final CommandSession session;

    /** Takes the session. */
    public DoctorCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.onWorkspaceOrNot(
                (application, _) -> {
                    var report = application.report();
                    List<Check> checks = machine();
                    checks.add(holder());
                    checks.add(new Check(
                            "store",
                            true,
                            "opens, schema " + report.schemaVersion() + ", written by " + report.productVersion(),
                            ""));
                    return Outcome.success(reply(checks));
                },
                failure -> {
                    List<Check> checks = machine();
                    checks.add(closed(failure));
                    return reply(checks);
                });
    }

    private List<Check> machine() {
        var doctor = new Doctor(session.surroundings(), LearnerCatalog.all());
        List<Check> checks = new ArrayList<>(doctor.machine());
        checks.add(doctor.disk(session.workspace()));
        return checks;
    }

    private Check holder() {
        String detail = Holder.read(session.workspace())
                .map(holder -> "held by process " + holder.pid() + " since " + holder.since() + ", which answers")
                .orElse("nobody else holds the workspace");
        return new Check("holder", true, detail, "");
    }

    private Check closed(Failure failure) {
        return new Check(
                failure.reason() == Failure.Reason.CONFLICT ? "holder" : "store",
                false,
                failure.found(),
                failure.action());
    }

    private static Reply reply(List<Check> checks) {
        var document = JsonObject.empty()
                .put(
                        "checks",
                        checks.stream()
                                .map(check -> JsonObject.empty()
                                        .put("name", check.name())
                                        .put("status", check.passed() ? "ok" : "failed")
                                        .put("detail", check.detail())
                                        .put("remedy", check.remedy()))
                                .toList());
        List<String> failed = checks.stream()
                .filter(check -> !check.passed())
                .map(Check::name)
                .toList();
        document.put("ok", failed.isEmpty());
        Consumer<PrintWriter> text = out -> checks.forEach(check -> {
            out.printf("%-8s %-6s %s%n", check.name(), check.passed() ? "ok" : "FAILED", check.detail());
            if (!check.remedy().isEmpty()) {
                out.printf("%-8s %-6s → %s%n", "", "", check.remedy());
            }
        });
        return failed.isEmpty()
                ? Reply.done(document, text)
                : Reply.partial(document, text, "not as it should be: " + String.join(", ", failed));
    }
}
