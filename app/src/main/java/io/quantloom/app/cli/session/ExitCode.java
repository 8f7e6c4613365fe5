package io.quantloom.app.cli.session;

/** How a command ends for the shell (contracts.md, Start). */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Failed; a sentence says why. */
    FAILED(1),
    /** The command was used wrongly. */
    USAGE(2),
    /** A gate or a limit denied what was asked for. */
    REFUSED(3),
    /** Canceled. */
    CANCELED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** {@return the number the shell sees} */
    public int number() {
        return number;
    }
}
