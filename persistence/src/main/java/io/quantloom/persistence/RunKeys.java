package io.quantloom.persistence;

import io.quantloom.engine.experiment.RunQuery.Field;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The numbers that stand for the names of params, tags and metrics. */
final class RunKeys {

    /** How many keys, and calls of history, a run has room for; see V2__runs.sql. */
    static final long PLACES = 1_000_000;

    private RunKeys() {}

    /** {@return the number of the name; empty when nothing was ever logged under it} */
    static OptionalLong find(Handle handle, Field kind, String name) {
        return handle.createQuery("select no from run_key where kind = ? and name = ?")
                .bind(0, kind.name())
                .bind(1, name)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Returns the number of each name, new ones included. */
    static Map<String, Long> number(Handle handle, Field kind, Collection<String> names) {
        Map<String, Long> numbers = new TreeMap<>();
        // One question for all of them: a run has dozens.
        handle.createQuery("select name, no from run_key where kind = ? and name = any(?)")
                .bind(0, kind.name())
                .bind(1, (Argument) (position, statement, _) -> statement.setObject(position, names.toArray()))
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(known -> numbers.put(known.getKey(), known.getValue()));
        for (String name : names) {
            if (!numbers.containsKey(name)) {
                numbers.put(name, add(handle, kind, name));
            }
        }
        return numbers;
    }

    private static long add(Handle handle, Field kind, String name) {
        long number = handle.createUpdate("insert into run_key (kind, name) values (?, ?)")
                .bind(0, kind.name())
                .bind(1, name)
                .executeAndReturnGeneratedKeys("no")
                .mapTo(Long.class)
                .one();
        if (number >= PLACES) {
            throw new IllegalArgumentException("params, tags and metrics have at most " + PLACES + " different names");
        }
        return number;
    }
}
