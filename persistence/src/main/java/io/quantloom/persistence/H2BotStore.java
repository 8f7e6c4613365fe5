package io.quantloom.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quantloom.engine.base.StoreException;
import io.quantloom.engine.trading.BotRecord;
import io.quantloom.engine.trading.BotStep;
import io.quantloom.engine.trading.BotStore;
import io.quantloom.persistence.json.BotJson;
import io.quantloom.persistence.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bots and their steps. A step with fills is a journaled fact, with all steps since the last such fact, so that the journal
 * alone tells the whole session. Steps without fills wait for company up to a quarter of a second: a replay writes
 * hundreds at once, a live bot each at once.
 */
final class H2BotStore implements BotStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(H2BotStore.class);
    private static final String BEGUN = "bot-session";
    private static final String STEPPED = "bot-steps";
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final int LONGEST_WAIT = 1_000;
    private static final int LONGEST_FACT = 5_000;
    /** Steps a session has room for; see V4__registry_and_bots.sql. */
    private static final long PLACES = 1_000_000_000L;

    private final Database database;
    private final JournaledFacts facts;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Session> sessions = new TreeMap<>();

    H2BotStore(Database database, JournaledFacts facts, InstantSource clock) {
        this.database = database;
        this.facts = facts;
        this.clock = clock;
        facts.project(BEGUN, H2BotStore::writeBegin);
        facts.project(STEPPED, H2BotStore::writeSteps);
    }

    @Override
    public List<BotRecord> bots() {
        return database.read(handle -> handle.createQuery("select body from bot order by name")
                .map((row, _) -> BotJson.bot(Json.parse(row.getString(1))))
                .list());
    }

    @Override
    public Optional<BotRecord> bot(String name) {
        return database.read(handle -> handle.createQuery("select body from bot where name = ?")
                .bind(0, name)
                .map((row, _) -> BotJson.bot(Json.parse(row.getString(1))))
                .findOne());
    }

    @Override
    public void save(BotRecord bot) {
        flush(bot.spec().name());
        String body = Json.text(BotJson.json(bot));
        facts.write(handle -> {
            String name = bot.spec().name();
            if (handle.execute("update bot set body = ? where name = ?", body, name) == 0) {
                handle.execute("insert into bot (name, session, body) values (?, 0, ?)", name, body);
            }
            return true;
        });
    }

    @Override
    public void begin(BotRecord bot) {
        String name = bot.spec().name();
        lock.lock();
        try {
            facts.write(handle -> {
                long session = find(handle, name).map(Place::session).orElse(0L) + 1;
                ObjectNode fact = Json.object().put("session", session);
                fact.set("bot", BotJson.json(bot));
                facts.append(handle, BEGUN, fact);
                return true;
            });
            sessions.remove(name);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void append(BotStep step) {
        lock.lock();
        try {
            Session session = sessions.get(step.bot());
            if (session == null) {
                session = database.read(handle -> session(handle, step.bot()));
                sessions.put(step.bot(), session);
            }
            if (step.sequence() != session.next) {
                throw new IllegalArgumentException(
                        "the next step of " + step.bot() + " is " + session.next + ", was " + step.sequence());
            }
            add(session, step);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<BotStep> steps(String bot, long fromSequence) {
        flush(bot);
        return database.read(handle -> {
            Optional<Place> place = find(handle, bot);
            if (place.isEmpty() || fromSequence >= PLACES) {
                return List.of();
            }
            return handle.createQuery("select body from bot_step where place between ? and ? order by place")
                    .bind(0, place.get().step(Math.max(0, fromSequence)))
                    .bind(1, place.get().step(PLACES - 1))
                    .map((row, _) -> BotJson.step(Json.parse(row.getString(1))))
                    .list();
        });
    }

    @Override
    public long stepCount(String bot) {
        flush(bot);
        return database.read(
                handle -> find(handle, bot).map(place -> count(handle, place)).orElse(0L));
    }

    /** Writes what waits for company. */
    void flush() {
        lock.lock();
        try {
            sessions.values().forEach(this::write);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            flush();
        } catch (StoreException e) {
            LOG.warn("the last steps of a bot without fills were not written; it decides them again", e);
        }
    }

    private void flush(String bot) {
        lock.lock();
        try {
            Session session = sessions.get(bot);
            if (session != null) {
                write(session);
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(Session session, BotStep step) {
        session.unwritten.add(step);
        session.unjournaled.add(step);
        boolean written = false;
        try {
            if (!step.fills().isEmpty() || session.unjournaled.size() >= LONGEST_FACT) {
                journal(session);
            } else if (session.isDue(clock.instant())) {
                write(session);
            }
            session.next++;
            written = true;
        } finally {
            if (!written) {
                session.unwritten.removeLast();
                session.unjournaled.removeLast();
            }
        }
    }

    private void journal(Session session) {
        ObjectNode fact = Json.object().put("bot", session.bot).put("session", session.place.session);
        fact.set("steps", Json.array(session.unjournaled, BotJson::json));
        facts.write(handle -> {
            facts.append(handle, STEPPED, fact);
            return true;
        });
        session.unjournaled.clear();
        session.unwritten.clear();
        session.written = clock.instant();
    }

    private void write(Session session) {
        if (!session.unwritten.isEmpty()) {
            database.change(handle -> {
                PreparedBatch batch = handle.prepareBatch("merge into bot_step (place, body) values (?, ?)");
                session.unwritten.forEach(step -> batch.bind(0, session.place.step(step.sequence()))
                        .bind(1, Json.text(BotJson.json(step)))
                        .add());
                batch.execute();
            });
            session.unwritten.clear();
        }
        session.written = clock.instant();
    }

    /** A bot's row and the session it is in. */
    private record Place(long no, long session) {
        long step(long sequence) {
            return no * PLACES + sequence;
        }
    }

    private static final class Session {
        private final String bot;
        private final Place place;
        private final List<BotStep> unwritten = new ArrayList<>();
        private final List<BotStep> unjournaled = new ArrayList<>();
        private long next;
        private Instant written;

        Session(String bot, Place place, long next, Instant written) {
            this.bot = bot;
            this.place = place;
            this.next = next;
            this.written = written;
        }

        boolean isDue(Instant now) {
            return unwritten.size() >= LONGEST_WAIT
                    || Duration.between(written, now).abs().compareTo(WAIT) >= 0;
        }
    }

    private Session session(Handle handle, String bot) {
        Place place = find(handle, bot).orElseThrow(() -> new IllegalArgumentException("there is no bot " + bot));
        // Never written: the first step does not wait.
        return new Session(bot, place, count(handle, place), Instant.EPOCH);
    }

    private static Optional<Place> find(Handle handle, String bot) {
        return handle.createQuery("select no, session from bot where name = ?")
                .bind(0, bot)
                .map((row, _) -> new Place(row.getLong(1), row.getLong(2)))
                .findOne();
    }

    private static long count(Handle handle, Place place) {
        return handle.createQuery("select max(place) from bot_step where place between ? and ?")
                .bind(0, place.step(0))
                .bind(1, place.step(PLACES - 1))
                .mapTo(Long.class)
                .findOne()
                .map(last -> last - place.step(0) + 1)
                .orElse(0L);
    }

    private static void writeBegin(Handle handle, ObjectNode fact) {
        ObjectNode bot = Json.child(fact, "bot");
        String name = Json.string(Json.child(bot, "spec"), "name");
        handle.execute(
                "merge into bot (name, session, body) key (name) values (?, ?, ?)",
                name,
                Json.field(fact, "session").longValue(),
                Json.text(bot));
        Place place = find(handle, name).orElseThrow();
        handle.execute("delete from bot_step where place between ? and ?", place.step(0), place.step(PLACES - 1));
    }

    private static void writeSteps(Handle handle, ObjectNode fact) {
        String bot = Json.string(fact, "bot");
        Optional<Place> place = find(handle, bot);
        if (place.isEmpty()
                || place.get().session != Json.field(fact, "session").longValue()) {
            return; // of a session that was begun anew since
        }
        long next = count(handle, place.get());
        for (JsonNode step : Json.field(fact, "steps")) {
            long sequence = Json.field(step, "sequence").longValue();
            if (sequence > next) {
                LOG.error("step {} of bot {} is in the journal, but those from {} on are lost", sequence, bot, next);
                return;
            }
            handle.execute(
                    "merge into bot_step (place, body) values (?, ?)",
                    place.get().step(sequence),
                    Json.text(step));
            next = Math.max(next, sequence + 1);
        }
    }
}
