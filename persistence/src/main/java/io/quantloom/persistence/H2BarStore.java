package io.quantloom.persistence;

import io.quantloom.engine.base.Sha256;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.instrument.Instrument;
import io.quantloom.engine.instrument.Symbol;
import io.quantloom.engine.instrument.TradingCalendar;
import io.quantloom.engine.market.BarSeries;
import io.quantloom.engine.market.BarStore;
import io.quantloom.engine.market.CatalogEntry;
import io.quantloom.engine.market.FundingRates;
import io.quantloom.engine.market.SeriesKey;
import io.quantloom.engine.market.Timeframe;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Bars as chunks of columns: row tables are sixty times slower. */
final class H2BarStore implements BarStore {

    /** Chunks a series can have; see V1__bars.sql. */
    private static final long PLACES = 1_000_000;

    private static final int PRICES = 5;
    private static final String INSTRUMENT =
            "i.symbol, i.currency, i.calendar, i.calendar_note, i.lot, i.perpetual, i.synthetic";
    private static final String OF_KEY = " where symbol = ? and timeframe_seconds = ? and source = ?";

    private final Database database;
    private final Path folder;

    H2BarStore(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public List<CatalogEntry> catalog() {
        String sql = "select s.timeframe_seconds, s.source, s.bars, s.first_time, s.last_time, s.hash, " + INSTRUMENT
                + " from series s join instrument i on i.symbol = s.symbol"
                + " order by s.symbol, s.timeframe_seconds, s.source";
        return database.read(
                handle -> handle.createQuery(sql).map((row, _) -> entry(row)).list());
    }

    @Override
    public Optional<BarSeries> load(SeriesKey key) {
        return database.read(handle -> {
            Optional<Place> place = place(handle, key);
            return place.isEmpty() ? Optional.empty() : Optional.of(bars(handle, key, place.get()));
        });
    }

    @Override
    public void save(Instrument instrument, BarSeries series) {
        SeriesKey key = series.key();
        if (series.size() == 0) {
            throw new IllegalArgumentException("a stored series has bars; " + key + " has none");
        }
        if (!instrument.symbol().equals(key.symbol())) {
            throw new IllegalArgumentException("the bars of " + key + " are not those of " + instrument.symbol());
        }
        Sha256 hash = series.contentHash();
        database.change(handle -> {
            write(handle, instrument);
            remove(handle, key);
            long no = handle.createUpdate("insert into series (symbol, timeframe_seconds, source, bars, first_time,"
                            + " last_time, hash) values (?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, key.symbol().name())
                    .bind(1, key.timeframe().length().toSeconds())
                    .bind(2, key.source())
                    .bind(3, series.size())
                    .bind(4, series.openTime(0))
                    .bind(5, series.openTime(series.size() - 1))
                    .bind(6, hash.hex())
                    .executeAndReturnGeneratedKeys("no")
                    .mapTo(Long.class)
                    .one();
            writeChunks(handle, no, series);
        });
    }

    @Override
    public Optional<Instrument> instrument(Symbol symbol) {
        return database.read(
                handle -> handle.createQuery("select " + INSTRUMENT + " from instrument i where i.symbol = ?")
                        .bind(0, symbol.name())
                        .map((row, _) -> instrument(row))
                        .findOne());
    }

    @Override
    public void save(Instrument instrument) {
        database.change(handle -> {
            write(handle, instrument);
        });
    }

    @Override
    public boolean delete(SeriesKey key) {
        return database.write(handle -> {
            boolean found = remove(handle, key);
            if (found) {
                handle.createUpdate("delete from instrument where symbol = :symbol"
                                + " and not exists (select 1 from series where symbol = :symbol)")
                        .bind("symbol", key.symbol().name())
                        .execute();
            }
            return found;
        });
    }

    @Override
    public FundingRates funding(Symbol symbol) {
        return database.read(handle -> {
            long[] times = new long[0];
            double[] rates = new double[0];
            String sql = "select rates, checksum, body from funding_chunk where symbol = ? order by part";
            try (PreparedStatement query = handle.getConnection().prepareStatement(sql)) {
                query.setString(1, symbol.name());
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        int from = times.length;
                        int to = from + rows.getInt(1);
                        ByteBuffer body = body(rows, "funding of " + symbol);
                        times = Arrays.copyOf(times, to);
                        rates = Arrays.copyOf(rates, to);
                        BarChunks.takeTimes(body, times, from, to);
                        BarChunks.takeNumbers(body, rates, from, to);
                    }
                }
            }
            return FundingRates.of(symbol, times, rates);
        });
    }

    @Override
    public void save(FundingRates funding) {
        long[] times = new long[funding.size()];
        double[] rates = new double[funding.size()];
        Arrays.setAll(times, funding::time);
        Arrays.setAll(rates, funding::rate);
        database.change(handle -> {
            handle.execute(
                    "delete from funding_chunk where symbol = ?",
                    funding.symbol().name());
            ByteBuffer buffer = BarChunks.buffer(1);
            for (int from = 0; from < times.length; from += BarChunks.ROWS) {
                int to = Math.min(times.length, from + BarChunks.ROWS);
                buffer.clear();
                BarChunks.putTimes(buffer, times, from, to);
                BarChunks.putNumbers(buffer, rates, from, to);
                byte[] body = BarChunks.bytes(buffer);
                handle.execute(
                        "insert into funding_chunk (symbol, part, rates, checksum, body) values (?, ?, ?, ?, ?)",
                        funding.symbol().name(),
                        from / BarChunks.ROWS,
                        to - from,
                        BarChunks.checksum(body),
                        body);
            }
        });
    }

    private record Place(long no, int bars) {}

    private static Optional<Place> place(Handle handle, SeriesKey key) {
        return handle.createQuery("select no, bars from series" + OF_KEY)
                .bind(0, key.symbol().name())
                .bind(1, key.timeframe().length().toSeconds())
                .bind(2, key.source())
                .map((row, _) -> new Place(row.getLong(1), row.getInt(2)))
                .findOne();
    }

    private static boolean remove(Handle handle, SeriesKey key) {
        Optional<Place> place = place(handle, key);
        if (place.isEmpty()) {
            return false;
        }
        long no = place.get().no;
        handle.execute("delete from bar_chunk where place between ? and ?", no * PLACES, no * PLACES + PLACES - 1);
        handle.execute("delete from series where no = ?", no);
        return true;
    }

    private static void writeChunks(Handle handle, long no, BarSeries series) throws SQLException {
        long[] times = series.openTimes();
        double[][] columns = {series.opens(), series.highs(), series.lows(), series.closes(), series.volumes()};
        ByteBuffer buffer = BarChunks.buffer(PRICES);
        String sql = "insert into bar_chunk (place, bars, checksum, body) values (?, ?, ?, ?)";
        try (PreparedStatement insert = handle.getConnection().prepareStatement(sql)) {
            for (int from = 0; from < times.length; from += BarChunks.ROWS) {
                int to = Math.min(times.length, from + BarChunks.ROWS);
                buffer.clear();
                BarChunks.putTimes(buffer, times, from, to);
                for (double[] column : columns) {
                    BarChunks.putNumbers(buffer, column, from, to);
                }
                byte[] body = BarChunks.bytes(buffer);
                insert.setLong(1, no * PLACES + from / BarChunks.ROWS);
                insert.setInt(2, to - from);
                insert.setInt(3, BarChunks.checksum(body));
                insert.setBinaryStream(4, new ByteArrayInputStream(body), body.length);
                insert.executeUpdate();
            }
        }
    }

    private BarSeries bars(Handle handle, SeriesKey key, Place place) throws SQLException {
        long[] times = new long[place.bars];
        double[][] columns = new double[PRICES][place.bars];
        int from = 0;
        String sql = "select bars, checksum, body from bar_chunk where place between ? and ? order by place";
        try (PreparedStatement query = handle.getConnection().prepareStatement(sql)) {
            query.setLong(1, place.no * PLACES);
            query.setLong(2, place.no * PLACES + PLACES - 1);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    int to = from + rows.getInt(1);
                    ByteBuffer body = body(rows, "bars of " + key);
                    if (to > place.bars) {
                        throw damaged("more bars of " + key + " than the " + place.bars + " of the catalog");
                    }
                    BarChunks.takeTimes(body, times, from, to);
                    for (double[] column : columns) {
                        BarChunks.takeNumbers(body, column, from, to);
                    }
                    from = to;
                }
            }
        }
        if (from != place.bars) {
            throw damaged(from + " bars of " + key + " in place of " + place.bars);
        }
        return BarSeries.ofColumns(key, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private ByteBuffer body(ResultSet row, String what) throws SQLException {
        byte[] body = row.getBytes("body");
        if (BarChunks.checksum(body) != row.getInt("checksum")) {
            throw damaged("the " + what + " do not match their checksum");
        }
        return ByteBuffer.wrap(body);
    }

    private StoreException damaged(String found) {
        return new StoreException(Faults.damaged(Database.file(folder), found));
    }

    private static void write(Handle handle, Instrument instrument) {
        handle.createUpdate(
                        "merge into instrument (symbol, currency, calendar, calendar_note, lot, perpetual, synthetic)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .bind(0, instrument.symbol().name())
                .bind(1, instrument.currency())
                .bind(2, instrument.calendar().id())
                .bind(3, instrument.calendarNote())
                .bind(4, instrument.lot())
                .bind(5, instrument.perpetual())
                .bind(6, instrument.synthetic().orElse(null))
                .execute();
    }

    private CatalogEntry entry(ResultSet row) throws SQLException {
        Instrument instrument = instrument(row);
        Timeframe timeframe = new Timeframe(Duration.ofSeconds(row.getLong("timeframe_seconds")));
        return new CatalogEntry(
                new SeriesKey(instrument.symbol(), timeframe, row.getString("source")),
                instrument,
                row.getInt("bars"),
                Instant.ofEpochMilli(row.getLong("first_time")),
                Instant.ofEpochMilli(row.getLong("last_time")),
                new Sha256(row.getString("hash")));
    }

    private Instrument instrument(ResultSet row) throws SQLException {
        String calendar = row.getString("calendar");
        return new Instrument(
                new Symbol(row.getString("symbol")),
                row.getString("currency"),
                TradingCalendar.parse(calendar).orElseThrow(() -> damaged("an unknown calendar " + calendar)),
                row.getString("calendar_note"),
                row.getDouble("lot"),
                row.getBoolean("perpetual"),
                Optional.ofNullable(row.getString("synthetic")));
    }
}
