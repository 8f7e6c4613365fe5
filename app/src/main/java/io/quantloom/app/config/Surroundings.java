package io.quantloom.app.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The process as the operating system made it, taken once at the start. Immutable.
 *
 * @param variables environment variables by name
 * @param family kind of operating system
 * @param home the user's home folder
 * @param temporary folder for temporary files
 * @param workingFolder what relative paths are resolved against, absolute
 */
public record Surroundings(
        Map<String, String> variables, Family family, Path home, Path temporary, Path workingFolder) {

    /** Copies the variables. */
    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /** The kinds of operating system whose conventions differ. */
    public enum Family {
        /** Linux and other Unix systems: XDG folders, a display is named by a variable. */
        UNIX,
        /** macOS. */
        MAC,
        /** Windows. */
        WINDOWS;

        /** Returns the family of an operating system by the name Java gives it. */
        public static Family of(String osName) {
            String name = osName.toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) {
                return WINDOWS;
            }
            return name.startsWith("mac") ? MAC : UNIX;
        }
    }

    /** {@return the surroundings of this process} */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                Family.of(System.getProperty("os.name")),
                Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir")),
                Path.of("").toAbsolutePath());
    }

    /** Returns the same process in another working folder. */
    public Surroundings in(Path folder) {
        return new Surroundings(variables, family, home, temporary, folder);
    }

    /** {@return the value of the variable; empty when it is not set or blank} */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** {@return the folder a variable names; empty when it names none or a relative one} */
    public Optional<Path> folder(String variable) {
        return variable(variable).map(Path::of).filter(Path::isAbsolute);
    }

    /** {@return whether a window can be shown: Unix names its display in a variable, the others always have one} */
    public boolean hasDisplay() {
        return family != Family.UNIX
                || variable("DISPLAY").isPresent()
                || variable("WAYLAND_DISPLAY").isPresent();
    }
}
