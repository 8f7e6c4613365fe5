package io.quantloom.engine.market.csv;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The text inside a file that is plain, gzip or zip (told by its first bytes, not by its name), in UTF-8 or, with a byte
 * order mark, UTF-16. Used by one thread.
 */
final class CsvText implements Closeable {

    private static final int SNIFFED = 65_536;
    private static final int LINES_SNIFFED = 5;
    private static final String SEPARATORS = ",;\t|";
    private static final String LFS_POINTER = "version https://git-lfs.github.com/spec/";

    private final Path file;
    private final long length;
    private final Counting counting;
    private final InputStream content;
    private final Optional<ZipInputStream> zip;
    private final String entry;
    private final String head;
    private final Charset charset;

    private CsvText(Path file, Counting counting, InputStream stream, Optional<ZipInputStream> zip) throws IOException {
        this.file = file;
        this.length = Files.size(file);
        this.counting = counting;
        this.zip = zip;
        this.entry = zip.isPresent() ? nextFile(zip.get()) : "";
        this.content = new BufferedInputStream(stream, SNIFFED);
        content.mark(SNIFFED);
        byte[] first = content.readNBytes(SNIFFED);
        content.reset();
        this.charset = charset(first);
        this.head = new String(first, charset).replace("\uFEFF", "");
        int mark = charset.equals(StandardCharsets.UTF_8) ? (startsWith(first, 0xEF, 0xBB, 0xBF) ? 3 : 0) : 2;
        content.skipNBytes(mark);
    }

    /** Opens the file; the caller closes the text. */
    static CsvText open(Path file) throws IOException {
        var counting = new Counting(Files.newInputStream(file));
        try {
            var raw = new BufferedInputStream(counting, SNIFFED);
            raw.mark(4);
            byte[] magic = raw.readNBytes(4);
            raw.reset();
            if (startsWith(magic, 0x1F, 0x8B)) {
                return new CsvText(file, counting, new GZIPInputStream(raw, SNIFFED), Optional.empty());
            }
            if (startsWith(magic, 'P', 'K', 3, 4)) {
                var zip = new ZipInputStream(raw);
                return new CsvText(file, counting, zip, Optional.of(zip));
            }
            return new CsvText(file, counting, raw, Optional.empty());
        } catch (IOException | RuntimeException e) {
            counting.close();
            throw e;
        }
    }

    /** {@return why this is no text of rows, if so} */
    Optional<Failure> problem() {
        if (entry.equals("[Content_Types].xml") || entry.startsWith("xl/")) {
            return Optional.of(notCsv("an Excel workbook", "save the sheet as CSV and import that"));
        }
        if (head.isBlank()) {
            return Optional.of(Failure.of(
                    Reason.MISSING_DATA,
                    "a header and at least one row",
                    length == 0 ? "an empty file" : "a file without any text (" + length + " bytes)",
                    "file " + file,
                    "check where it came from"));
        }
        if (head.startsWith(LFS_POINTER)) {
            return Optional.of(notCsv(
                    "a Git LFS pointer, which only names the real file",
                    "fetch that with 'git lfs pull' and import it"));
        }
        char first = head.stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return Optional.of(notCsv("JSON", "save it as CSV first"));
        }
        if (first == '<' && !head.stripLeading().substring(1).startsWith("DATE")) {
            return Optional.of(notCsv("a page of HTML or XML", "download the file itself"));
        }
        if (head.indexOf('\0') >= 0) {
            return Optional.of(notCsv("bytes that are no text", "save it as CSV first"));
        }
        return Optional.empty();
    }

    /** {@return the separator that most of the first lines contain, of several the most frequent} */
    char separator() {
        List<String> lines = head.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_SNIFFED)
                .toList();
        char best = ',';
        long bestScore = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            long having =
                    lines.stream().filter(line -> line.indexOf(candidate) >= 0).count();
            long total = lines.stream()
                    .mapToLong(line ->
                            line.chars().filter(letter -> letter == candidate).count())
                    .sum();
            long score = having * SNIFFED + total;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /** {@return the text from its beginning; to be asked for once} */
    Reader reader() {
        return new InputStreamReader(content, charset);
    }

    /** {@return the share of the file's bytes read so far, in [0, 1]} */
    double fractionRead() {
        return length == 0 ? 1 : Math.clamp((double) counting.count / length, 0.0, 1.0);
    }

    /** {@return the name of a further file in the archive, if there is one; to be asked after all was read} */
    Optional<String> furtherFile() throws IOException {
        if (zip.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(nextFile(zip.get())).filter(name -> !name.isEmpty());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private Failure notCsv(String found, String action) {
        return Failure.of(Reason.PARSING, "CSV with a header and rows", found, "file " + file + ", line 1", action);
    }

    /** {@return the name of the next file in the archive, at which the stream then stands; empty when there is none} */
    private static String nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && (entry.isDirectory() || isLitter(entry.getName()))) {
            entry = zip.getNextEntry();
        }
        return entry == null ? "" : entry.getName();
    }

    private static boolean isLitter(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("__macosx/") || lower.endsWith(".ds_store");
    }

    private static Charset charset(byte[] first) {
        if (startsWith(first, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(first, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts the bytes taken from the file, for the progress. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
