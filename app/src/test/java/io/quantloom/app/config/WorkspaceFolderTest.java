package io.quantloom.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void theOptionGoesFirstAndIsResolvedAgainstTheWorkingFolder() {
        Surroundings surroundings = on(Surroundings.Family.UNIX, Map.of("QUANTLOOM_HOME", "/elsewhere"));

        assertThat(WorkspaceFolder.of(Optional.of(Path.of("../w")), surroundings))
                .isEqualTo(Path.of("/work/w"));
    }

    @Test
    void theVariableGoesBeforeThePlatform() {
        Surroundings surroundings = on(Surroundings.Family.UNIX, Map.of("QUANTLOOM_HOME", "/q"));

        assertThat(WorkspaceFolder.of(Optional.empty(), surroundings)).isEqualTo(Path.of("/q"));
    }

    @Test
    void unixFollowsXdg() {
        assertThat(folder(Surroundings.Family.UNIX, Map.of())).isEqualTo(HOME.resolve(".local/share/quantloom"));
        assertThat(folder(Surroundings.Family.UNIX, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/quantloom"));
    }

    @Test
    void aRelativeXdgFolderIsIgnored() {
        assertThat(folder(Surroundings.Family.UNIX, Map.of("XDG_DATA_HOME", "data")))
                .isEqualTo(HOME.resolve(".local/share/quantloom"));
    }

    @Test
    void macAndWindowsHaveTheirOwnFolders() {
        assertThat(folder(Surroundings.Family.MAC, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Quantloom"));
        assertThat(folder(Surroundings.Family.WINDOWS, Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Quantloom"));
    }

    @Test
    void familiesAreTakenFromJavasNames() {
        assertThat(Surroundings.Family.of("Windows 11")).isEqualTo(Surroundings.Family.WINDOWS);
        assertThat(Surroundings.Family.of("Mac OS X")).isEqualTo(Surroundings.Family.MAC);
        assertThat(Surroundings.Family.of("Linux")).isEqualTo(Surroundings.Family.UNIX);
    }

    @Test
    void aUnixWithoutADisplayVariableHasNoDisplay() {
        assertThat(on(Surroundings.Family.UNIX, Map.of("DISPLAY", "")).hasDisplay())
                .isFalse();
        assertThat(on(Surroundings.Family.UNIX, Map.of("WAYLAND_DISPLAY", "wayland-0"))
                        .hasDisplay())
                .isTrue();
        assertThat(on(Surroundings.Family.MAC, Map.of()).hasDisplay()).isTrue();
    }

    private static Path folder(Surroundings.Family family, Map<String, String> variables) {
        return WorkspaceFolder.of(Optional.empty(), on(family, variables));
    }

    private static Surroundings on(Surroundings.Family family, Map<String, String> variables) {
        return new Surroundings(variables, family, HOME, Path.of("/tmp"), Path.of("/work/here"));
    }
}
