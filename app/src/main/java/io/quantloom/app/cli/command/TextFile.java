package io.quantloom.app.cli.command;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file that a person wrote. */
public final class TextFile {

    private static final long LARGEST = 1024 * 1024;

    private TextFile() {}

    /** Returns the text of the file. MISSING_DATA when there is none, PARSING when it is no text in UTF-8. */
    public static Outcome<String> read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return failed(Failure.Reason.INVALID, "a text of at most 1 MiB", Files.size(file) + " bytes", file);
            }
            return Outcome.success(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return failed(Failure.Reason.MISSING_DATA, "a file", "none of that name", file);
        } catch (CharacterCodingException e) {
            return failed(Failure.Reason.PARSING, "a text in UTF-8", "other bytes", file);
        } catch (IOException e) {
            return failed(Failure.Reason.UNAVAILABLE, "a file that can be read", e.toString(), file);
        }
    }

    private static Outcome<String> failed(Failure.Reason reason, String expected, String found, Path file) {
        return Outcome.failed(Failure.of(reason, expected, found, file.toString(), "check the path and the file"));
    }
}
