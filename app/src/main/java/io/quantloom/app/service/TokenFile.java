package io.quantloom.app.service;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The secret that clients show, in a file of its own that only its owner can read. It is made at first use: 256 random
 * bits.
 */
final class TokenFile {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{16,512}");
    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    TokenFile(Path file) {
        this.file = file;
    }

    /**
     * Returns the token, which is made where there is none.
     *
     * @return INVALID when the file holds no token or others may read it, UNAVAILABLE when it cannot be read or written
     */
    Outcome<String> token() {
        try {
            return Files.exists(file) ? read() : Outcome.success(make());
        } catch (IOException e) {
            return Outcome.failed(Failure.of(
                            Reason.UNAVAILABLE,
                            "a file for the token",
                            e.toString(),
                            file.toString(),
                            "make it readable and its folder writable, or choose another --token-file")
                    .causedBy(e));
        }
    }

    private Outcome<String> read() throws IOException {
        if (isPosix() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "a token file that only its owner can read",
                    "the mode " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                    file.toString(),
                    "run chmod 600 on it, or remove it to have a new token made"));
        }
        String token = Files.readString(file, StandardCharsets.UTF_8).strip();
        return FORM.matcher(token).matches()
                ? Outcome.success(token)
                : Outcome.failed(Failure.of(
                        Reason.INVALID,
                        "a token of 16 to 512 printable characters without spaces",
                        "something else",
                        file.toString(),
                        "remove the file to have a new one made"));
    }

    // Complete under its own name, and never readable to others, not even for a moment.
    private String make() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        FileAttribute<?>[] mode = isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
        Files.createFile(draft, mode);
        Files.writeString(
                draft, token + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return token;
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
