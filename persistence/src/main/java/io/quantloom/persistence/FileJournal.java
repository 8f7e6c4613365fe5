package io.quantloom.persistence;

import io.quantloom.engine.journal.Journal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in files of some megabytes, each named after its first record. A record is the length of its body, the CRC-32C
 * of its body, and the body: sequence number, length of the type, type, payload; numbers big endian, texts UTF-8. A record
 * is forced to disk before it counts. What a kill left half written at the end is cut off when the journal is opened, and
 * kept beside it under a name that says so.
 */
final class FileJournal implements Journal, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final byte[] MAGIC = "QLJOUR01".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 2 * Integer.BYTES;
    private static final String SUFFIX = ".log";
    private static final long SEGMENT = 8L << 20;

    private final Path folder;
    private final long segmentSize;
    private final NavigableMap<Long, Path> segments = new TreeMap<>();
    private RandomAccessFile out;
    private long end;
    private long last;
    private boolean unsure;

    private FileJournal(Path folder, long segmentSize, long atLeast) throws IOException {
        this.folder = folder;
        this.segmentSize = segmentSize;
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(file -> segments.put(first(file), file));
        }
        this.last = atLeast;
        if (segments.isEmpty()) {
            this.out = begin();
        } else {
            this.out = new RandomAccessFile(segments.lastEntry().getValue().toFile(), "rw");
            resume(segments.lastEntry());
        }
    }

    /**
     * Opens the journal of the folder, or begins it.
     *
     * @param atLeast the last sequence number that others know of; new records count from above it
     */
    static FileJournal open(Path folder, long atLeast) {
        return open(folder, atLeast, SEGMENT);
    }

    /** As {@link #open(Path, long)}, with files of the size. */
    static FileJournal open(Path folder, long atLeast, long segmentSize) {
        try {
            return new FileJournal(folder, segmentSize, atLeast);
        } catch (IOException e) {
            throw Faults.of(e, folder);
        }
    }

    @Override
    public synchronized long append(String type, String payload) {
        byte[] record = encode(last + 1, type, payload);
        try {
            if (unsure) {
                out.setLength(end);
                unsure = false;
            }
            if (end > MAGIC.length && end + record.length > segmentSize) {
                RandomAccessFile full = out;
                out = begin();
                full.close();
            }
            unsure = true;
            out.seek(end);
            out.write(record);
            out.getFD().sync();
            unsure = false;
        } catch (IOException e) {
            throw Faults.of(e, folder);
        }
        end += record.length;
        return ++last;
    }

    @Override
    public synchronized List<Entry> after(long sequence) {
        List<Entry> found = new ArrayList<>();
        if (sequence >= last) {
            return found;
        }
        Long start = segments.floorKey(sequence + 1);
        try {
            for (Path segment :
                    segments.tailMap(start == null ? 0 : start, true).values()) {
                boolean isLast = segment.equals(segments.lastEntry().getValue());
                Scan scan = Scan.of(DurableFiles.read(segment));
                // Beyond the end of the last lies at most what failed to be written.
                if (!isLast && scan.end < scan.length) {
                    throw new IOException("a damaged record at byte " + scan.end + " of " + segment.getFileName());
                }
                scan.entries.stream()
                        .filter(entry -> entry.sequence() > sequence && entry.sequence() <= last)
                        .forEach(found::add);
            }
        } catch (IOException e) {
            throw Faults.of(e, folder);
        }
        return found;
    }

    /** {@return the number of the last record} */
    synchronized long last() {
        return last;
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw Faults.of(e, folder);
        }
    }

    private RandomAccessFile begin() throws IOException {
        Path file = folder.resolve(String.format(Locale.ROOT, "%016d%s", last + 1, SUFFIX));
        RandomAccessFile begun = new RandomAccessFile(file.toFile(), "rw");
        begun.setLength(0);
        begun.write(MAGIC);
        begun.getFD().sync();
        DurableFiles.syncFolder(folder);
        segments.put(last + 1, file);
        end = MAGIC.length;
        return begun;
    }

    private void resume(Map.Entry<Long, Path> segment) throws IOException {
        byte[] bytes = DurableFiles.read(segment.getValue());
        Scan scan = Scan.of(bytes);
        end = scan.end;
        last = Math.max(last, segment.getKey() - 1);
        for (Entry entry : scan.entries) {
            last = Math.max(last, entry.sequence());
        }
        if (scan.end < bytes.length) {
            cut(segment.getValue(), bytes, scan.end);
        }
        if (end < MAGIC.length) {
            out.setLength(0);
            out.write(MAGIC);
            out.getFD().sync();
            end = MAGIC.length;
        }
    }

    private void cut(Path segment, byte[] bytes, int from) throws IOException {
        Path kept = folder.resolve(segment.getFileName() + ".cut-" + from);
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        DurableFiles.write(rest, folder.resolve("cut.tmp"), kept);
        out.setLength(from);
        out.getFD().sync();
        LOG.warn(
                "the journal ended in {} bytes that are no record, as after a power cut; they were moved to {}",
                rest.length,
                kept);
    }

    private static long first(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    private static byte[] encode(long sequence, String type, String payload) {
        byte[] kind = type.getBytes(StandardCharsets.UTF_8);
        byte[] content = payload.getBytes(StandardCharsets.UTF_8);
        ByteBuffer record = ByteBuffer.allocate(HEAD + Long.BYTES + Integer.BYTES + kind.length + content.length);
        record.position(HEAD);
        record.putLong(sequence).putInt(kind.length).put(kind).put(content);
        byte[] bytes = record.array();
        record.putInt(0, bytes.length - HEAD);
        record.putInt(Integer.BYTES, checksum(bytes, HEAD, bytes.length - HEAD));
        return bytes;
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    /**
     * What a file holds up to its first flaw.
     *
     * @param end where the last whole record ends; 0 when not even the file's first bytes are right
     */
    private record Scan(List<Entry> entries, int end, int length) {

        static Scan of(byte[] bytes) {
            List<Entry> entries = new ArrayList<>();
            if (!startsWithMagic(bytes)) {
                return new Scan(entries, 0, bytes.length);
            }
            int end = MAGIC.length;
            while (bytes.length - end >= HEAD) {
                ByteBuffer in = ByteBuffer.wrap(bytes, end, bytes.length - end);
                int length = in.getInt();
                int sum = in.getInt();
                if (length < 0 || length > in.remaining() || checksum(bytes, end + HEAD, length) != sum) {
                    break;
                }
                Entry entry = entry(in.slice(end + HEAD, length));
                if (entry == null) {
                    break;
                }
                entries.add(entry);
                end += HEAD + length;
            }
            return new Scan(entries, end, bytes.length);
        }

        private static @Nullable Entry entry(ByteBuffer body) {
            try {
                long sequence = body.getLong();
                byte[] type = new byte[body.getInt()];
                body.get(type);
                byte[] payload = new byte[body.remaining()];
                body.get(payload);
                return new Entry(
                        sequence,
                        new String(type, StandardCharsets.UTF_8),
                        new String(payload, StandardCharsets.UTF_8));
            } catch (BufferUnderflowException | NegativeArraySizeException e) {
                return null;
            }
        }

        private static boolean startsWithMagic(byte[] bytes) {
            return bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        }
    }
}
