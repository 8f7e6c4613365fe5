package io.quantloom.persistence;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The claim of one process on a workspace. The operating system frees it when the process ends, however it ends; the file
 * stays and says who held it. Only the last byte a file can have is locked, so that others can read the text on every
 * platform.
 */
final class WorkspaceLock implements AutoCloseable {

    private static final String FILE = "workspace.lock";
    // POSIX frees a lock when the process closes *any* channel to the file, so this process must not open a second one.
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Claims the folder, which must exist.
     *
     * @param folder its real path
     * @return CONFLICT, with process and time, when somebody holds it
     */
    static Outcome<WorkspaceLock> claim(Path folder, Instant now) {
        String text = "process " + ProcessHandle.current().pid() + " since " + now.truncatedTo(ChronoUnit.SECONDS);
        String holder = HELD_HERE.putIfAbsent(folder, text);
        if (holder != null) {
            return Outcome.failed(held(folder, holder));
        }
        WorkspaceLock claimed = null;
        try {
            claimed = lock(folder);
            if (claimed == null) {
                return Outcome.failed(
                        held(folder, Files.readString(folder.resolve(FILE)).strip()));
            }
            claimed.write(text);
            return Outcome.success(claimed);
        } catch (IOException e) {
            if (claimed != null) {
                claimed.close();
            }
            return Outcome.failed(Faults.failure(e, folder));
        } finally {
            if (claimed == null) {
                HELD_HERE.remove(folder);
            }
        }
    }

    private static @Nullable WorkspaceLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock == null ? null : new WorkspaceLock(folder, channel, lock);
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private void write(String text) throws IOException {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        // Over the old text first: that needs no room, which a full disk does not have.
        channel.write(ByteBuffer.wrap(line), 0);
        channel.truncate(line.length);
        channel.force(true);
    }

    private static Failure held(Path folder, String holder) {
        return Failure.of(
                Failure.Reason.CONFLICT,
                "a workspace that nobody else holds",
                "it held by " + (holder.isEmpty() ? "another process" : holder),
                folder.toString(),
                "close that Quantloom, or use another folder with --workspace");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return; // the folder may be somebody else's by now
        }
        try (channel) {
            lock.release();
        } catch (IOException e) {
            throw Faults.of(e, folder);
        } finally {
            HELD_HERE.remove(folder);
        }
    }
}
