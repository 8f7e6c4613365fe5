package io.quantloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantloom.app.cli.session.Terminal;
import io.quantloom.app.config.Surroundings;
import io.quantloom.engine.base.JobContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionNamesTheProduct() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString()).startsWith("quantloom 0.").doesNotContain("$");
    }

    @Test
    void helpNamesTheGlobalOptions() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).contains("--workspace", "--json", "--seed", "--quiet");
    }

    @Test
    void everyCommandExplainsItselfInWords() {
        var open = new ArrayDeque<List<String>>(List.of(List.of()));
        int seen = 0;
        while (!open.isEmpty()) {
            List<String> command = open.pop();
            out.getBuffer().setLength(0);
            List<String> asked =
                    Stream.concat(command.stream(), Stream.of("--help")).toList();
            assertThat(run(asked.toArray(String[]::new))).as(asked.toString()).isZero();
            assertThat(out.toString())
                    .as(asked.toString())
                    .contains("Usage: quantloom")
                    .doesNotContain("<");
            for (String sub : subcommands(out.toString())) {
                open.push(Stream.concat(command.stream(), Stream.of(sub)).toList());
            }
            seen++;
        }
        assertThat(seen).isGreaterThan(40);
    }

    private static List<String> subcommands(String help) {
        return help.lines()
                .dropWhile(line -> !line.equals("Commands:"))
                .skip(1)
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.trim().split("\\s", 2)[0])
                .toList();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(run("dance")).isEqualTo(2);

        assertThat(err.toString()).contains("dance").contains("--help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongUsageUnderJsonIsADocumentToo() throws Exception {
        assertThat(run("dance", "--json")).isEqualTo(2);

        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/error/reason")
                        .asText())
                .isEqualTo("usage");
    }

    private int run(String... arguments) {
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false, Surroundings.ofThisProcess());
        return Main.run(List.of(arguments), terminal, JobContext.none());
    }
}
