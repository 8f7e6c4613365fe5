package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.StoreException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;

/** Turns faults of disk and database into one sentence for a person. */
final class Faults {

    private static final List<String> FULL = List.of(
            "no space left",
            "disk full",
            "not enough space",
            "file too large",
            "quota exceeded",
            "disc quota",
            "disk quota");
    private static final Set<Integer> DEAD = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1);
    private static final int DEPTH = 20;
    // What H2 and Jdbi add for programmers.
    private static final Pattern STATEMENT = Pattern.compile("(; SQL statement:| \\[statement:| \\[\\d+-\\d+]).*");

    private Faults() {}

    /** Returns the fault as a store's, with the place it happened at. */
    static StoreException of(Throwable fault, Path where) {
        return new StoreException(failure(fault, where));
    }

    /** Returns what to tell about the fault. */
    static Failure failure(Throwable fault, Path where) {
        List<Throwable> chain = chain(fault);
        String found = said(chain.getLast());
        for (Throwable link : chain) {
            String text = said(link).toLowerCase(Locale.ROOT);
            if (FULL.stream().anyMatch(text::contains)) {
                return Failure.of(
                                Failure.Reason.UNAVAILABLE,
                                "room on the disk for what is written",
                                "a full disk",
                                where.toString(),
                                "free some space there, then do it again; what was saved before is safe")
                        .causedBy(fault);
            }
        }
        if (chain.getLast() instanceof FileSystemException file) {
            return Failure.of(
                            Failure.Reason.UNAVAILABLE,
                            "a folder that can be written",
                            trouble(file),
                            where.toString(),
                            "make it writable for you, or use another folder with --workspace")
                    .causedBy(fault);
        }
        if (chain.stream().anyMatch(Faults::isDamage)) {
            return damaged(where, found).causedBy(fault);
        }
        return Failure.of(
                        Failure.Reason.UNAVAILABLE,
                        "the store to do its part",
                        found,
                        where.toString(),
                        "do it again; if it stays so, restart and run: quantloom doctor")
                .causedBy(fault);
    }

    /** Returns what to tell about a store that cannot be read: damage, unless the file is out of reach. */
    static Failure unreadable(Throwable fault, Path file) {
        List<Throwable> chain = chain(fault);
        boolean outOfReach = chain.stream()
                .anyMatch(link -> link instanceof AccessDeniedException || link instanceof NoSuchFileException);
        return outOfReach
                ? failure(fault, file)
                : damaged(file, said(chain.getLast())).causedBy(fault);
    }

    /** Returns the failure for bytes that are not what was written. */
    static Failure damaged(Path where, String found) {
        return Failure.of(
                Failure.Reason.INVALID,
                "a store as it was written",
                "damage: " + found,
                where.toString(),
                "restore this workspace from a backup, or use another folder with --workspace");
    }

    /** {@return whether the database is gone for its connections after the fault, and must be opened again} */
    static boolean isFatal(Throwable fault) {
        return chain(fault).stream()
                .anyMatch(link -> link instanceof SQLException sql && DEAD.contains(sql.getErrorCode()));
    }

    private static boolean isDamage(Throwable link) {
        return link instanceof SQLException sql
                && (sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1
                        || sql.getErrorCode() == ErrorCode.FILE_VERSION_ERROR_1
                        || sql.getErrorCode() == ErrorCode.FILE_ENCRYPTION_ERROR_1);
    }

    private static String trouble(FileSystemException fault) {
        return switch (fault) {
            case AccessDeniedException _ -> "no permission for " + fault.getFile();
            case NoSuchFileException _ -> "no " + fault.getFile();
            case FileAlreadyExistsException _ -> "a file at " + fault.getFile();
            default -> String.valueOf(fault.getMessage());
        };
    }

    private static String said(Throwable fault) {
        String message = fault.getMessage();
        return message == null
                ? fault.getClass().getSimpleName()
                : STATEMENT.matcher(message.lines().findFirst().orElse("")).replaceFirst("");
    }

    private static List<Throwable> chain(Throwable fault) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = fault; link != null && chain.size() < DEPTH; link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }
}
