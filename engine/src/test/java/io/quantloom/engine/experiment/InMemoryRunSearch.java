package io.quantloom.engine.experiment;

import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Order;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Filters and sorts runs as a query asks. */
final class InMemoryRunSearch {

    private InMemoryRunSearch() {}

    /** Returns the runs the query asks for; the runs come in with the one begun last first. */
    static List<Run> select(Stream<Run> runs, RunQuery query) {
        if (query.limit() <= 0) {
            throw new IllegalArgumentException("a limit must be above zero, was " + query.limit());
        }
        query.filter().forEach(InMemoryRunSearch::check);
        Comparator<Run> order = Comparator.comparing(Run::started).reversed();
        if (query.order().isPresent()) {
            order = by(query.order().get()).thenComparing(order);
        }
        return runs.filter(run -> query.filter().stream().allMatch(condition -> holds(condition, run)))
                .sorted(order)
                .limit(query.limit())
                .toList();
    }

    private static void check(Condition condition) {
        if (condition.field() == RunQuery.Field.METRIC) {
            condition.number();
        } else if (isStart(condition.field(), condition.key())) {
            condition.epochMillis();
        }
    }

    private static boolean isStart(RunQuery.Field field, String key) {
        return field == RunQuery.Field.ATTRIBUTE && key.equals("start_time");
    }

    private static boolean holds(Condition condition, Run run) {
        return switch (condition.field()) {
            case METRIC -> {
                double actual = run.metric(condition.key()).orElse(Double.NaN);
                double wanted = condition.number();
                yield !Double.isNaN(actual)
                        && !Double.isNaN(wanted)
                        && compares(condition.comparison(), Double.compare(actual + 0.0, wanted + 0.0));
            }
            case PARAM, TAG, ATTRIBUTE ->
                text(condition.field(), condition.key(), run)
                        .map(actual -> condition.comparison() == Comparison.LIKE
                                ? like(actual, 0, condition.value(), 0)
                                : compares(condition.comparison(), compareTexts(condition, actual)))
                        .orElse(false);
        };
    }

    private static int compareTexts(Condition condition, String actual) {
        if (isStart(condition.field(), condition.key())) {
            return Long.compare(Long.parseLong(actual), condition.epochMillis());
        }
        return actual.compareTo(condition.value());
    }

    private static boolean compares(Comparison comparison, int sign) {
        return switch (comparison) {
            case EQUAL -> sign == 0;
            case NOT_EQUAL -> sign != 0;
            case LESS -> sign < 0;
            case LESS_OR_EQUAL -> sign <= 0;
            case GREATER -> sign > 0;
            case GREATER_OR_EQUAL -> sign >= 0;
            case LIKE -> throw new IllegalArgumentException("LIKE compares texts");
        };
    }

    private static Optional<String> text(RunQuery.Field field, String key, Run run) {
        return switch (field) {
            case PARAM -> Optional.ofNullable(run.params().get(key));
            case TAG -> run.tag(key);
            case METRIC -> throw new IllegalArgumentException("metrics." + key + " is a number");
            case ATTRIBUTE ->
                Optional.of(
                        switch (key) {
                            case "status" -> run.status().name();
                            case "run_name" -> run.name();
                            case "run_id" -> run.id().value();
                            case "start_time" -> Long.toString(run.started().toEpochMilli());
                            default -> throw new IllegalArgumentException("there is no attribute " + key);
                        });
        };
    }

    private static boolean like(String text, int at, String pattern, int from) {
        if (from == pattern.length()) {
            return at == text.length();
        }
        char wanted = pattern.charAt(from);
        if (wanted == '%') {
            for (int rest = at; rest <= text.length(); rest++) {
                if (like(text, rest, pattern, from + 1)) {
                    return true;
                }
            }
            return false;
        }
        return at < text.length()
                && (wanted == '_' || wanted == text.charAt(at))
                && like(text, at + 1, pattern, from + 1);
    }

    private static Comparator<Run> by(Order order) {
        if (order.field() == RunQuery.Field.METRIC) {
            Comparator<Double> values = order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
            return Comparator.comparing(
                    (Run run) -> Optional.ofNullable(run.metrics().get(order.key()))
                            .filter(value -> !value.isNaN())
                            .map(value -> value + 0.0)
                            .orElse(null),
                    Comparator.nullsLast(values));
        }
        if (isStart(order.field(), order.key())) {
            Comparator<Run> values = Comparator.comparing(Run::started);
            return order.descending() ? values.reversed() : values;
        }
        Comparator<String> texts = order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(
                (Run run) -> text(order.field(), order.key(), run).orElse(null), Comparator.nullsLast(texts));
    }
}
