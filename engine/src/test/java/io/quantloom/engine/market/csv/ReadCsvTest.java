package io.quantloom.engine.market.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.JobContext;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.base.Progress;
import io.quantloom.engine.market.ImportReport.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCsvTest {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final String TWO_BARS =
            HEADER + "2024-01-01T00:00:00Z,10,12,9,11,100\n" + "2024-01-01T01:00:00Z,11,13,10,12,\n";

    @TempDir
    private Path folder;

    @Test
    void readsBarsWithAnEmptyVolumeAsUnknown() {
        CsvContent content = read(TWO_BARS).orThrow();

        assertThat(content.kind()).isEqualTo(CsvKind.BARS);
        assertThat(content.rejected()).isEmpty();
        RowTable rows = content.rows();
        assertThat(rows.size()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(rows.time(1))).isEqualTo("2024-01-01T01:00:00Z");
        assertThat(rows.value(CsvContent.OPEN, 1)).isEqualTo(11);
        assertThat(rows.value(CsvContent.HIGH, 1)).isEqualTo(13);
        assertThat(rows.value(CsvContent.LOW, 1)).isEqualTo(10);
        assertThat(rows.value(CsvContent.CLOSE, 1)).isEqualTo(12);
        assertThat(rows.value(CsvContent.VOLUME, 0)).isEqualTo(100);
        assertThat(rows.value(CsvContent.VOLUME, 1)).isNaN();
    }

    @Test
    void readsGzipAndZipByTheirContent() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(TWO_BARS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(rows(gzip.toByteArray())).isEqualTo(2);
        assertThat(rows(zip("bars.csv"))).isEqualTo(2);
        assertThat(rows(zip("__MACOSX/bars.csv", "bars.csv"))).isEqualTo(2);
    }

    @Test
    void refusesAnArchiveOfSeveralFiles() throws IOException {
        assertThat(failureOf(run(zip("a.csv", "b.csv"))).found()).isEqualTo("a further one, b.csv");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsTextWithAByteOrderMark(String charset) {
        assertThat(rows(("\uFEFF" + TWO_BARS).getBytes(Charset.forName(charset))))
                .isEqualTo(2);
    }

    @Test
    void readsOtherSeparatorsLineEndsAndQuotes() {
        assertThat(read(TWO_BARS.replace(',', ';')).orThrow().rows().size()).isEqualTo(2);
        assertThat(read(TWO_BARS.replace(',', '\t')).orThrow().rows().size()).isEqualTo(2);
        assertThat(read(TWO_BARS.replace("\n", "\r\n")).orThrow().rows().size()).isEqualTo(2);
        assertThat(read(TWO_BARS.replaceAll("([^,\n]+)", "\"$1\""))
                        .orThrow()
                        .rows()
                        .size())
                .isEqualTo(2);
        assertThat(read(TWO_BARS.stripTrailing()).orThrow().rows().size()).isEqualTo(2);
        assertThat(read(TWO_BARS.replace("\n", ",\n")).orThrow().rows().size()).isEqualTo(2);
    }

    @Test
    void skipsABannerAndTurnsNewestFirstAround() {
        CsvContent content = read("""
            https://www.example.org
            Date,Symbol,Open,High,Low,Close,Volume BTC,Volume USD
            2017-07-01 01-AM,BTCUSD,11,13,10,12,2,24
            2017-07-01 12-AM,BTCUSD,10,12,9,11,1,11
            """).orThrow();

        assertThat(content.symbol()).hasValue("BTCUSD");
        assertThat(content.rows().times())
                .containsExactly(
                        Instant.parse("2017-07-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2017-07-01T01:00:00Z").toEpochMilli());
        assertThat(content.rows().column(CsvContent.VOLUME)).containsExactly(1, 2);
        assertThat(content.notes()).containsEntry("volume", "column Volume BTC, not Volume USD");
    }

    @Test
    void readsBinanceFilesWithoutAHeader() {
        CsvContent content = read("""
            1514764800000,10,12,9,11,5,1514768399999,55,3,2,22,0
            1514768400000,11,13,10,12,6,1514771999999,60,3,2,22,0
            """).orThrow();

        assertThat(content.rows().size()).isEqualTo(2);
        assertThat(content.rows().column(CsvContent.CLOSE)).containsExactly(11, 12);
    }

    @Test
    void readsFundingAndRoundsItsJitter() {
        CsvContent content = read("""
            timestamp,symbol,funding_rate
            2026-01-12T16:00:00.000Z,ADAUSDT,8.35e-05
            2026-01-13T00:00:00.007Z,ADAUSDT,-7.046e-05
            """).orThrow();

        assertThat(content.kind()).isEqualTo(CsvKind.FUNDING);
        assertThat(Instant.ofEpochMilli(content.rows().time(1))).isEqualTo("2026-01-13T00:00:00Z");
        assertThat(content.rows().column(CsvContent.RATE)).containsExactly(8.35e-05, -7.046e-05);
        assertThat(content.notes()).containsEntry("stamps", "1 stamps were rounded to the whole second");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-01T05:00:00Z,x,12,9,11,1 | open | x | is no number",
                "2024-01-01T05:00:00Z,NaN,12,9,11,1 | open | NaN | is no number",
                "2024-01-01T05:00:00Z,Infinity,12,9,11,1 | open | Infinity | is no number",
                "2024-01-01T05:00:00Z,10,1e999,9,11,1 | high | 1e999 | is too large",
                "2024-01-01T05:00:00Z,10,12,9,,1 | close | '' | is empty",
                "2024-01-01T05:00:00Z,10,12,0,11,1 | low | 0 | is not above zero",
                "2024-01-01T05:00:00Z,-10,12,9,11,1 | open | -10 | is not above zero",
                "2024-01-01T05:00:00Z,10,8,9,11,1 | high | 8 | is a high below the low 9.0",
                "2024-01-01T05:00:00Z,8,12,9,11,1 | open | 8 | is an open below the low 9.0",
                "2024-01-01T05:00:00Z,10,12,9,13,1 | close | 13 | is a close above the high 12.0",
                "2024-01-01T05:00:00Z,10,12,9,11,-1 | volume | -1 | is a volume below zero",
                "2024-01-01T05:00:00Z,10,12,9,11,NaN | volume | NaN | is no number",
                "noon,10,12,9,11,1 | timestamp | noon | is no time between 1800 and 2199",
                "2024-01-01T05:00:00Z,14.748.800.659,12,9,11,1 | open | 14.748.800.659"
                        + " | is no number: a spreadsheet put dots between its thousands",
                "2024-01-01T05:00:00Z,\"1,5\",12,9,11,1 | open | 1,5 | is no number: it is written with a comma"
            })
    void rejectsWhatCannotBeABar(String row, String column, String value, String reason) {
        CsvContent content = read(TWO_BARS + row + "\n").orThrow();

        assertThat(content.rows().size()).isEqualTo(2);
        assertThat(content.rejected()).containsExactly(new Rejection(4, column, value, reason));
    }

    @Test
    void rejectsARowThatIsCutOff() {
        assertThat(read(TWO_BARS + "2024-01-01T05:00:00Z,10,1").orThrow().rejected())
                .containsExactly(
                        new Rejection(4, "", "2024-01-01T05:00:00Z,10,1", "has 3 fields where the header has 6"));
    }

    @Test
    void countsRepeatedRowsAndRejectsContradictions() {
        CsvContent content = read(TWO_BARS
                        + "2024-01-01T00:00:00Z,10,12,9,11,100\n"
                        + "2024-01-01T01:00:00Z,11,13,10,12.5,\n"
                        + "2024-01-01T02:00:00Z,11,13,10,12,1\n")
                .orThrow();

        assertThat(content.rows().repeated()).isEqualTo(1);
        assertThat(content.rows().size()).isEqualTo(2);
        assertThat(content.rejected())
                .containsExactly(
                        new Rejection(
                                3,
                                "timestamp",
                                "2024-01-01T01:00:00Z",
                                "has other numbers than line 5 at the same time"),
                        new Rejection(
                                5,
                                "timestamp",
                                "2024-01-01T01:00:00Z",
                                "has other numbers than line 3 at the same time"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | an empty file",
                "'\n' | a file without any text (1 bytes)",
                "'version https://git-lfs.github.com/spec/v1\noid sha256:7243\nsize 21\n' | a Git LFS pointer",
                "'{\"a\": 1}' | JSON",
                "'<html><body>Not found</body></html>' | a page of HTML or XML",
                "'only words\nand more of them\n' | the single column 'only words'",
                "'timestamp,open,high\n2024-01-01,1,2\n' | without low, close",
                "'2024-01-01,1,2,1,2,5\n2024-01-02,1,2,1,2,5\n' | a row without a header, '2024-01-01,1,2,1,2,5'",
                "'timestamp,open,high,low,close,volume\n' | none",
                "'timestamp,open,high,low,close\n2024-01-01,x,2,1,2,1,9\n' | 7 fields",
                "'Date,Open,High,Low,Close\n02-10-17 23:59,1,2,1,2\n03-10-17 23:59,1,2,1,2\n' | '02-10-17 23:59'",
                "'timestamp,open_interest\n2024-01-01,5\n' | open interest",
                "'date,split_ratio\n2024-01-01,2\n' | corporate actions",
                "'date,symbol,open,high,low,close\n2024-01-01,A,1,2,1,2\n2024-01-02,B,1,2,1,2\n' | B"
            })
    void refusesAWholeFileInOneSentence(String text, String found) {
        Failure failure = failureOf(read(text));

        assertThat(failure.found()).contains(found);
        assertThat(failure.where()).contains("bars.csv");
        assertThat(failure.action()).isNotBlank();
    }

    @Test
    void refusesAnExcelWorkbookAMissingFileAndAFolder() throws IOException {
        assertThat(failureOf(run(zip("[Content_Types].xml", "xl/workbook.xml"))).found())
                .isEqualTo("an Excel workbook");
        assertThat(failureOf(new ReadCsv().run(folder.resolve("none.csv"), Optional.empty(), JobContext.none()))
                        .found())
                .isEqualTo("no file");
        assertThat(failureOf(new ReadCsv().run(folder, Optional.empty(), JobContext.none()))
                        .found())
                .isEqualTo("a folder");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() throws IOException {
        var gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(TWO_BARS.repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = java.util.Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);

        assertThat(failureOf(run(half)).reason()).isEqualTo(Failure.Reason.UNAVAILABLE);
    }

    @Test
    void refusesAFileThatIsOneEndlessField() {
        assertThat(failureOf(read(HEADER + "\"" + "1,".repeat(1 << 20))).found())
                .contains("cannot be taken apart");
    }

    @Test
    void reportsProgressAndStopsWhenCanceled() throws IOException {
        var many = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            many.append(1_700_000_000L + i).append(",1,1,1,1,1\n");
        }
        List<Double> fractions = new ArrayList<>();
        Path file = Files.writeString(folder.resolve("bars.csv"), many);

        Outcome<CsvContent> outcome = new ReadCsv().run(file, Optional.empty(), new JobContext() {
            @Override
            public void report(Progress progress) {
                fractions.add(progress.fraction());
            }

            @Override
            public boolean isCanceled() {
                return fractions.size() == 5;
            }
        });

        assertThat(outcome).isInstanceOf(Outcome.Canceled.class);
        assertThat(fractions).hasSize(5).isSorted();
    }

    private Outcome<CsvContent> read(String text) {
        return run(text.getBytes(StandardCharsets.UTF_8));
    }

    private int rows(byte[] bytes) {
        return run(bytes).orThrow().rows().size();
    }

    private Outcome<CsvContent> run(byte[] bytes) {
        try {
            Path file = Files.write(folder.resolve("bars.csv"), bytes);
            return new ReadCsv().run(file, Optional.empty(), JobContext.none());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TWO_BARS.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Failure failureOf(Outcome<CsvContent> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed<CsvContent>) outcome).failure();
    }
}
