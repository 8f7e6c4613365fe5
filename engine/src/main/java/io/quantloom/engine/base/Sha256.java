package io.quantloom.engine.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 content hash. Immutable.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    /** Checks the form. */
    public Sha256 {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits, was " + hex);
        }
    }

    /** Returns the hash of the bytes. */
    public static Sha256 of(byte[] bytes) {
        return of(digest(), bytes);
    }

    /** Returns the hash of the text in UTF-8. */
    public static Sha256 ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hash of what the digest has seen, for content that is hashed piece by piece. */
    public static Sha256 of(MessageDigest digest) {
        return new Sha256(HexFormat.of().formatHex(digest.digest()));
    }

    /** {@return a fresh SHA-256 digest} */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@return the first eight bytes as a big-endian number} */
    public long leadingLong() {
        return Long.parseUnsignedLong(hex.substring(0, 16), 16);
    }

    /** {@return the first twelve digits, for people} */
    public String abbreviated() {
        return hex.substring(0, 12);
    }

    private static Sha256 of(MessageDigest digest, byte[] bytes) {
        digest.update(bytes);
        return of(digest);
    }
}
