package io.quantloom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine quantloom =
            new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void versionNamesTheProduct() {
        assertThat(quantloom.execute("--version")).isZero();

        assertThat(out.toString()).startsWith("quantloom 0.").doesNotContain("$");
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(quantloom.execute("dance")).isEqualTo(2);

        assertThat(err.toString()).contains("dance");
    }
}
