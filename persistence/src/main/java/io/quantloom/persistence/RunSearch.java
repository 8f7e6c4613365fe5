package io.quantloom.persistence;

import io.quantloom.engine.experiment.RunQuery;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunQuery.Order;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A query for runs as SQL. The statement is put together from constant pieces; whatever comes from outside is a bound
 * parameter.
 */
final class RunSearch {

    private static final String AT = ".place = r.no * " + RunKeys.PLACES + " + ?";

    private final Handle handle;
    private final List<Object> joined = new ArrayList<>();
    private final List<Object> wanted = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private String join = "";
    private String order = "";
    private boolean empty;

    private RunSearch(Handle handle) {
        this.handle = handle;
    }

    /** Returns the statement for the columns of {@code run r} and {@code run p}, its parent. */
    static Query query(Handle handle, String columns, RunQuery query) {
        if (query.limit() <= 0) {
            throw new IllegalArgumentException("a limit must be above zero, was " + query.limit());
        }
        RunSearch search = new RunSearch(handle);
        search.experiments(query.experiments());
        query.parent()
                .ifPresent(parent -> search.where("r.parent = (select no from run where id = ?)", parent.value()));
        query.filter().forEach(search::condition);
        query.order().ifPresent(search::order);
        return search.statement(columns, query.limit());
    }

    private Query statement(String columns, int limit) {
        if (empty) {
            conditions.add("false");
        }
        String sql = "select " + columns + " from run r left join run p on p.no = r.parent" + join
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + " order by " + order + "r.started desc, r.no desc limit ?";
        Query statement = handle.createQuery(sql);
        int position = 0;
        for (List<Object> values : List.of(joined, wanted)) {
            for (Object value : values) {
                statement.bind(position++, value);
            }
        }
        statement.bind(position, limit);
        return statement;
    }

    private void where(String condition, Object... values) {
        conditions.add(condition);
        wanted.addAll(List.of(values));
    }

    private void experiments(List<String> names) {
        if (!names.isEmpty()) {
            String marks = String.join(", ", Collections.nCopies(names.size(), "?"));
            where("r.experiment in (select no from experiment where name in (" + marks + "))", names.toArray());
        }
    }

    private void condition(Condition condition) {
        switch (condition.field()) {
            case METRIC -> metric(condition);
            case PARAM, TAG -> text(condition);
            case ATTRIBUTE -> attribute(condition);
        }
    }

    private void metric(Condition condition) {
        double value = condition.number();
        OptionalLong key = RunKeys.find(handle, condition.field(), condition.key());
        if (key.isEmpty() || Double.isNaN(value)) {
            empty = true;
            return;
        }
        where(
                "exists (select 1 from run_metric m where m" + AT + " and m.amount " + sign(condition.comparison())
                        + " ?)",
                key.getAsLong(),
                value);
    }

    private void text(Condition condition) {
        OptionalLong key = RunKeys.find(handle, condition.field(), condition.key());
        if (key.isEmpty()) {
            empty = true;
            return;
        }
        where(
                "exists (select 1 from run_text t where t" + AT + " and t.content" + against(condition.comparison())
                        + ")",
                key.getAsLong(),
                condition.value());
    }

    private void attribute(Condition condition) {
        if (condition.key().equals("start_time")) {
            start(condition);
        } else {
            where(column(condition.key()) + against(condition.comparison()), condition.value());
        }
    }

    /** Times are kept to the nanosecond and asked for by the millisecond, which is all of [from, next). */
    private void start(Condition condition) {
        OffsetDateTime from = time(Instant.ofEpochMilli(condition.epochMillis()));
        OffsetDateTime next = from.plusNanos(1_000_000);
        switch (condition.comparison()) {
            case EQUAL -> where("r.started >= ? and r.started < ?", from, next);
            case NOT_EQUAL -> where("(r.started < ? or r.started >= ?)", from, next);
            case LESS -> where("r.started < ?", from);
            case LESS_OR_EQUAL -> where("r.started < ?", next);
            case GREATER -> where("r.started >= ?", next);
            case GREATER_OR_EQUAL -> where("r.started >= ?", from);
            case LIKE -> throw new IllegalArgumentException("LIKE compares texts");
        }
    }

    private void order(Order by) {
        String column = "o.content";
        if (by.field() == Field.ATTRIBUTE) {
            column = by.key().equals("start_time") ? "r.started" : column(by.key());
        } else {
            OptionalLong key = RunKeys.find(handle, by.field(), by.key());
            if (key.isEmpty()) {
                return; // nobody has a value: all come last
            }
            boolean number = by.field() == Field.METRIC;
            column = number ? "o.amount" : column;
            join = " left join " + (number ? "run_metric" : "run_text") + " o on o" + AT;
            joined.add(key.getAsLong());
        }
        order = "case when " + column + " is null then 1 else 0 end, " + column + (by.descending() ? " desc, " : ", ");
    }

    private static String column(String attribute) {
        return switch (attribute) {
            case "status" -> "r.status";
            case "run_name" -> "r.name";
            case "run_id" -> "r.id";
            default -> throw new IllegalArgumentException("there is no attribute " + attribute);
        };
    }

    private static String against(Comparison comparison) {
        return comparison == Comparison.LIKE ? " like ? escape ''" : " " + sign(comparison) + " ?";
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "=";
            case NOT_EQUAL -> "<>";
            case LESS -> "<";
            case LESS_OR_EQUAL -> "<=";
            case GREATER -> ">";
            case GREATER_OR_EQUAL -> ">=";
            case LIKE -> throw new IllegalArgumentException("LIKE compares texts");
        };
    }

    /** {@return the instant as the database takes it} */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
