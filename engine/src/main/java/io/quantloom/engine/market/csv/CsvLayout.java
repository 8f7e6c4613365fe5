package io.quantloom.engine.market.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which column of a file holds what. Immutable.
 *
 * @param kind what the rows are
 * @param names the columns' names as they stand in the file
 * @param time column of the stamp, or of its date
 * @param clock column of the time of day where it stands apart
 * @param symbol column of the symbol
 * @param numbers columns of open, high, low, close and, if there is one, volume; or of the funding rate
 */
record CsvLayout(
        CsvKind kind, List<String> names, int time, OptionalInt clock, OptionalInt symbol, List<Integer> numbers) {

    private static final int BINANCE_WIDTH = 12;
    private static final List<String> BINANCE = List.of(
            "open_time",
            "open",
            "high",
            "low",
            "close",
            "volume",
            "close_time",
            "quote_volume",
            "trades",
            "taker_base_volume",
            "taker_quote_volume",
            "ignore");

    // Best first: what names an instant beats what may be a date only.
    private static final List<String> TIMES = List.of(
            "timestamp",
            "time_stamp",
            "open_time",
            "opentime",
            "unix",
            "unix_timestamp",
            "unix_time",
            "unixtime",
            "epoch",
            "ts",
            "datetime",
            "date_time",
            "gmt_time",
            "date_utc",
            "time_utc",
            "date",
            "day",
            "time",
            "fundingtime",
            "funding_time",
            "calc_time",
            "last_session_before",
            "t",
            "");
    private static final List<List<String>> PRICES = List.of(
            List.of("open", "open_price", "price_open", "first", "o"),
            List.of("high", "high_price", "price_high", "max", "h"),
            List.of("low", "low_price", "price_low", "min", "l"),
            List.of("close", "close_price", "price_close", "close_last", "last", "c"));
    private static final List<String> VOLUMES = List.of(
            "volume", "vol", "v", "base_volume", "volume_base", "volumefrom", "volume_from", "tick_volume", "tickvol");
    private static final List<String> SYMBOLS = List.of("symbol", "ticker", "pair", "instrument", "sym");
    private static final List<String> RATES = List.of("funding_rate", "fundingrate", "last_funding_rate");
    private static final Set<String> ACTIONS = Set.of(
            "split",
            "splits",
            "stock_splits",
            "split_ratio",
            "split_factor",
            "dividend",
            "dividends",
            "factor",
            "price_factor",
            "adjustment_factor");
    private static final Pattern QUOTE_CURRENCY = Pattern.compile(".*(quote|usd|eur|gbp|turnover).*");

    CsvLayout {
        names = List.copyOf(names);
        numbers = List.copyOf(numbers);
    }

    /** Returns the layout that a line of names tells; empty when it is no header of market data. */
    static Optional<CsvLayout> ofHeader(List<String> names) {
        List<String> plain = names.stream().map(CsvLayout::plain).toList();
        OptionalInt time = first(plain, TIMES);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt clock = clock(plain, time.getAsInt());
        OptionalInt symbol = first(plain, SYMBOLS);
        List<Integer> prices = new ArrayList<>();
        for (List<String> spellings : PRICES) {
            first(plain, spellings).ifPresent(prices::add);
        }
        if (prices.size() == PRICES.size()) {
            volume(plain).ifPresent(prices::add);
            return Optional.of(new CsvLayout(CsvKind.BARS, names, time.getAsInt(), clock, symbol, prices));
        }
        OptionalInt rate = first(plain, RATES);
        if (rate.isPresent()) {
            return Optional.of(
                    new CsvLayout(CsvKind.FUNDING, names, time.getAsInt(), clock, symbol, List.of(rate.getAsInt())));
        }
        return otherKind(plain).map(kind -> new CsvLayout(kind, names, time.getAsInt(), clock, symbol, List.of()));
    }

    /** Returns the layout of Binance's files without a header, if the row looks like one of theirs. */
    static Optional<CsvLayout> ofBinance(List<String> row) {
        boolean looksRight = row.size() == BINANCE_WIDTH
                && row.getFirst().matches("[0-9]{13}|[0-9]{16}")
                && row.get(6).matches("[0-9]{13}|[0-9]{16}");
        return looksRight ? ofHeader(BINANCE) : Optional.empty();
    }

    /** {@return the names of price columns that the line of names lacks} */
    static List<String> missing(List<String> names) {
        List<String> plain = names.stream().map(CsvLayout::plain).toList();
        List<String> missing = new ArrayList<>();
        if (first(plain, TIMES).isEmpty()) {
            missing.add(TIMES.getFirst());
        }
        PRICES.stream()
                .filter(spellings -> first(plain, spellings).isEmpty())
                .forEach(spellings -> missing.add(spellings.getFirst()));
        return missing;
    }

    /** {@return the name of the column of the stamp} */
    String timeName() {
        return names.get(time);
    }

    /** {@return whether bars carry a volume} */
    boolean hasVolume() {
        return numbers.size() > PRICES.size();
    }

    /** {@return the names of further columns that look like a volume} */
    List<String> otherVolumes() {
        return IntStream.range(0, names.size())
                .filter(i -> plain(names.get(i)).contains("volume") && !numbers.contains(i))
                .mapToObj(names::get)
                .toList();
    }

    private static Optional<CsvKind> otherKind(List<String> plain) {
        if (plain.stream().anyMatch(name -> name.contains("open_interest") || name.equals("openinterest"))) {
            return Optional.of(CsvKind.OPEN_INTEREST);
        }
        boolean actions =
                plain.stream().anyMatch(ACTIONS::contains) || (plain.contains("kind") && plain.contains("value"));
        return actions ? Optional.of(CsvKind.ACTIONS) : Optional.empty();
    }

    /** {@return the column of the time of day, where the stamp's column is a date and another one says "time"} */
    private static OptionalInt clock(List<String> plain, int time) {
        boolean dateOnly = plain.get(time).equals("date") || plain.get(time).equals("day");
        int found = plain.indexOf("time");
        return dateOnly && found >= 0 ? OptionalInt.of(found) : OptionalInt.empty();
    }

    private static OptionalInt volume(List<String> plain) {
        OptionalInt known = first(plain, VOLUMES);
        if (known.isPresent()) {
            return known;
        }
        List<Integer> candidates = IntStream.range(0, plain.size())
                .filter(i -> plain.get(i).startsWith("volume") || plain.get(i).endsWith("volume"))
                .boxed()
                .toList();
        return candidates.stream()
                .filter(i -> !QUOTE_CURRENCY.matcher(plain.get(i)).matches())
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt first(List<String> plain, List<String> spellings) {
        return spellings.stream()
                .mapToInt(plain::indexOf)
                .filter(found -> found >= 0)
                .findFirst();
    }

    /** {@return the name in lower case, words joined by one underscore, without numbering such as "1. "} */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceFirst("^[0-9]+[a-z]?\\. ", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
