package io.quantloom.app.cli.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has. Filled while the command line is read. */
public final class GlobalOptions {

    /** The seed where nobody gave one. */
    public static final long DEFAULT_SEED = 42;

    @Option(
            names = "--workspace",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "folder of the workspace; else QUANTLOOM_HOME, else the platform's data folder")
    private @Nullable Path workspace;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "one JSON document on standard output")
    private boolean json;

    @Option(
            names = "--seed",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description = "overrides the seed of a file; 42 where there is none")
    private @Nullable Long seed;

    @Option(names = "--quiet", scope = ScopeType.INHERIT, description = "no progress on standard error")
    private boolean quiet;

    /** {@return the workspace asked for} */
    public Optional<Path> workspace() {
        return Optional.ofNullable(workspace);
    }

    /** {@return whether one JSON document is wanted} */
    public boolean json() {
        return json;
    }

    /** {@return whether progress is unwanted} */
    public boolean quiet() {
        return quiet;
    }

    /** {@return the seed asked for, which goes before that of a file} */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }
}
