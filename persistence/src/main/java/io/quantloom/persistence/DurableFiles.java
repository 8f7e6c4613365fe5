package io.quantloom.persistence;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Files that are whole or not there, whatever dies. Works on interrupted threads too. */
final class DurableFiles {

    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private DurableFiles() {}

    /** Writes the bytes under the temporary name, forces them to disk and gives them the name. */
    static void write(byte[] content, Path temporary, Path name) throws IOException {
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            rename(temporary, name);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Forces the file to disk and gives it the name, in place of what has it; the name is on disk afterwards. */
    static void publish(Path temporary, Path name) throws IOException {
        try (FileOutputStream out = new FileOutputStream(temporary.toFile(), true)) {
            out.getFD().sync();
        }
        rename(temporary, name);
    }

    /** {@return the bytes of the file} */
    static byte[] read(Path file) throws IOException {
        // Not Files.readAllBytes: its channel gives up on an interrupted thread.
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** Forces the names in the folder to disk. */
    static void syncFolder(Path folder) throws IOException {
        if (WINDOWS) {
            return; // a folder cannot be opened there, and its names are journaled
        }
        boolean interrupted = Thread.interrupted();
        try {
            while (!synced(folder)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return the bytes of all files under the folder} */
    static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private static boolean synced(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }

    private static void rename(Path temporary, Path name) throws IOException {
        Files.move(temporary, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Path folder = name.getParent();
        if (folder != null) {
            syncFolder(folder);
        }
    }
}
