package io.quantloom.engine.market;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.market.csv.CsvContent;
import io.quantloom.engine.market.csv.CsvKind;
import io.quantloom.engine.market.csv.RowTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one import takes for granted: what the person said and, where nothing was said, what name and content of the file
 * tell, with a sentence for each (contracts.md, Import). Used by one thread.
 */
final class ImportConclusions {

    private static final String DEFAULT_SOURCE = "file";
    private static final long MILLIS_A_SECOND = 1_000;
    private static final long MILLIS_A_MINUTE = 60_000;
    /** The settlement interval under which funding is reported. */
    private static final Timeframe FUNDING = new Timeframe(Duration.ofHours(8));

    private final ImportSpec spec;
    private final CsvContent content;
    private final String[] nameParts;
    private final Map<String, String> sentences = new LinkedHashMap<>();

    ImportConclusions(ImportSpec spec, CsvContent content) {
        this.spec = spec;
        this.content = content;
        this.nameParts = stem(spec.file().getFileName().toString()).split("_", -1);
        if (content.kind() != CsvKind.BARS) {
            sentences.put("kind", content.kind().id() + ", as the header tells");
        }
    }

    /** Returns the key of the series; fails when the file does not tell symbol or timeframe and nobody said it. */
    Outcome<SeriesKey> key() {
        return symbol().then(symbol -> timeframe().map(timeframe -> new SeriesKey(symbol, timeframe, source())));
    }

    /** {@return the open times of the rows, shifted by the timeframe where stamps name the end of a bar} */
    long[] openTimes(Timeframe timeframe) {
        long[] times = content.rows().times();
        boolean lastSeconds = timeframe.millis() >= MILLIS_A_MINUTE && isOnLastSeconds(times);
        if (!lastSeconds && !spec.stampsAtEnd()) {
            return times;
        }
        if (!spec.stampsAtEnd()) {
            sentences.put("stamps", "end: every one is the last second of a minute");
        }
        return Arrays.stream(times)
                .map(time -> (lastSeconds ? nextMinute(time) : time) - timeframe.millis())
                .toArray();
    }

    /** Adds a sentence about an option. */
    void put(String option, String sentence) {
        sentences.put(option, sentence);
    }

    /** {@return the sentences by option name: what was concluded, then what the reader noted} */
    Map<String, String> sentences() {
        Map<String, String> all = new LinkedHashMap<>(sentences);
        content.notes()
                .forEach((option, sentence) ->
                        all.merge(option, sentence, (mine, noted) -> mine.equals(noted) ? mine : mine + "; " + noted));
        if (content.rejections() > content.rejected().size()) {
            all.put(
                    "rejected",
                    content.rejected().size() + " of " + content.rejections() + " rejected rows are listed");
        }
        return all;
    }

    private Outcome<Symbol> symbol() {
        Optional<String> inFile = content.symbol().filter(Symbol::isValid);
        String inName = nameParts[0];
        String name;
        if (spec.symbol().isPresent()) {
            name = spec.symbol().get();
        } else if (inFile.isPresent()) {
            name = inFile.get();
            String other = name.equals(inName) ? "" : "; the file name says " + inName;
            sentences.put("symbol", name + ", from the file's symbol column" + other);
        } else {
            name = inName;
            sentences.put("symbol", name + ", from the file name");
        }
        if (!Symbol.isValid(name)) {
            return Outcome.failed(Failure.of(
                    Reason.INVALID,
                    "a symbol of 1 to 40 letters, digits and . _ - / : = ^",
                    "'" + name + "'",
                    "file " + spec.file(),
                    "name the symbol"));
        }
        return Outcome.success(new Symbol(name));
    }

    private String source() {
        if (spec.source().isPresent()) {
            return spec.source().get();
        }
        boolean inName = nameParts.length > 1 && !nameParts[1].isBlank();
        String source = inName ? nameParts[1] : DEFAULT_SOURCE;
        sentences.put("source", source + (inName ? ", from the file name" : ", for want of another"));
        return source;
    }

    private Outcome<Timeframe> timeframe() {
        if (content.kind() == CsvKind.FUNDING) {
            return Outcome.success(FUNDING);
        }
        Map<Long, Integer> steps = steps(content.rows());
        long step = mostFrequent(steps);
        if (spec.timeframe().isPresent()) {
            Timeframe given = spec.timeframe().get();
            if (step > 0 && step != given.millis()) {
                sentences.put(
                        "timeframe",
                        given + " as given, although the most frequent step is " + Duration.ofMillis(step));
            }
            return Outcome.success(given);
        }
        if (step > 0 && step % MILLIS_A_SECOND == 0) {
            Timeframe timeframe = new Timeframe(Duration.ofMillis(step));
            sentences.put("timeframe", timeframe + sentence(steps, step));
            return Outcome.success(timeframe);
        }
        Optional<Timeframe> inName = nameParts.length > 2 ? Timeframe.parse(nameParts[2]) : Optional.empty();
        if (inName.isPresent() || content.rejections() > 0) {
            Timeframe timeframe = inName.orElse(Timeframe.DAY);
            sentences.put(
                    "timeframe", timeframe + (inName.isPresent() ? ", from the file name" : ", for want of bars"));
            return Outcome.success(timeframe);
        }
        String found = step == 0 ? "a single bar" : "the step " + Duration.ofMillis(step);
        return Outcome.failed(Failure.of(
                Reason.INVALID,
                "at least two bars, whole seconds apart, to tell the timeframe",
                found,
                "file " + spec.file(),
                "name the timeframe"));
    }

    private static String sentence(Map<Long, Integer> steps, long step) {
        int all = steps.values().stream().mapToInt(Integer::intValue).sum();
        int shorter = steps.entrySet().stream()
                .filter(entry -> entry.getKey() < step)
                .mapToInt(Map.Entry::getValue)
                .sum();
        String beside = shorter == 0 ? "" : "; " + shorter + " rows begin before the bar before them has ended";
        return ", the most frequent step (" + steps.getOrDefault(step, 0) + " of " + all + ")" + beside;
    }

    private static Map<Long, Integer> steps(RowTable rows) {
        Map<Long, Integer> steps = new TreeMap<>();
        for (int i = 1; i < rows.size(); i++) {
            steps.merge(rows.time(i) - rows.time(i - 1), 1, Integer::sum);
        }
        return steps;
    }

    /** {@return the most frequent step, of several the shortest; zero when there is none} */
    private static long mostFrequent(Map<Long, Integer> steps) {
        long best = 0;
        int count = 0;
        for (Map.Entry<Long, Integer> entry : steps.entrySet()) {
            if (entry.getValue() > count) {
                best = entry.getKey();
                count = entry.getValue();
            }
        }
        return best;
    }

    /** {@return whether each stamp is the last second of a minute of its own, as some sources write the end of a bar} */
    private static boolean isOnLastSeconds(long[] times) {
        for (int i = 0; i < times.length; i++) {
            boolean last = nextMinute(times[i]) - times[i] <= MILLIS_A_SECOND;
            if (!last || (i > 0 && nextMinute(times[i]) == nextMinute(times[i - 1]))) {
                return false;
            }
        }
        return times.length > 0;
    }

    private static long nextMinute(long time) {
        return (Math.floorDiv(time, MILLIS_A_MINUTE) + 1) * MILLIS_A_MINUTE;
    }

    private static String stem(String fileName) {
        String name = fileName;
        for (String extension : new String[] {".gz", ".zip", ".csv", ".txt", ".tsv"}) {
            if (name.toLowerCase(Locale.ROOT).endsWith(extension)) {
                name = name.substring(0, name.length() - extension.length());
            }
        }
        return name;
    }
}
