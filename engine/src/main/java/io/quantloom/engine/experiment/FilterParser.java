package io.quantloom.engine.experiment;

import io.quantloom.engine.base.Failure;
import io.quantloom.engine.base.Failure.Reason;
import io.quantloom.engine.base.Outcome;
import io.quantloom.engine.experiment.FilterLexer.Kind;
import io.quantloom.engine.experiment.FilterLexer.Token;
import io.quantloom.engine.experiment.RunQuery.Comparison;
import io.quantloom.engine.experiment.RunQuery.Condition;
import io.quantloom.engine.experiment.RunQuery.Field;
import io.quantloom.engine.experiment.RunQuery.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the words people search runs with, in the grammar of MLflow's {@code runs/search}:
 *
 * <pre>
 * filter   := [ clause ( AND clause )* ]
 * clause   := ident ( = | != | &lt; | &lt;= | &gt; | &gt;= ) number       metrics, attributes.start_time
 *           | ident ( = | != | LIKE ) 'text'                  params, tags, other attributes
 * ident    := ( metrics | params | tags | attributes ) . key | key      a bare key is an attribute
 * order    := ident [ ASC | DESC ]
 * </pre>
 *
 * <p>The singular of an entity, and {@code attr} and {@code run}, do as well. Keywords have any case. A key with other
 * characters than letters, digits and {@code _ . - / :} stands in back ticks or double quotes; a text in single or
 * double quotes. {@code OR}, {@code IN}, {@code ILIKE}, {@code IS NULL} and data sets are refused with a sentence.
 */
public final class FilterParser {

    private static final Map<String, Field> ENTITIES = Map.ofEntries(
            Map.entry("metric", Field.METRIC),
            Map.entry("metrics", Field.METRIC),
            Map.entry("param", Field.PARAM),
            Map.entry("params", Field.PARAM),
            Map.entry("parameter", Field.PARAM),
            Map.entry("parameters", Field.PARAM),
            Map.entry("tag", Field.TAG),
            Map.entry("tags", Field.TAG),
            Map.entry("attribute", Field.ATTRIBUTE),
            Map.entry("attributes", Field.ATTRIBUTE),
            Map.entry("attr", Field.ATTRIBUTE),
            Map.entry("run", Field.ATTRIBUTE));
    private static final List<String> ATTRIBUTES = List.of("status", "run_name", "run_id", "start_time");
    private static final Map<String, Comparison> OPERATORS = Map.of(
            "=", Comparison.EQUAL,
            "!=", Comparison.NOT_EQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.LESS_OR_EQUAL,
            ">", Comparison.GREATER,
            ">=", Comparison.GREATER_OR_EQUAL);

    private final String what;
    private final List<Token> tokens;
    private int next;
    private Optional<Failure> failure = Optional.empty();

    private FilterParser(String what, String text) {
        this.what = what;
        this.tokens = FilterLexer.tokens(text);
    }

    /**
     * Returns the conditions of a filter; none for a blank one. PARSING with the position, counted from 1, and what was
     * expected there.
     */
    public static Outcome<List<Condition>> conditions(String filter) {
        var parser = new FilterParser("filter", filter);
        List<Condition> conditions = parser.clauses();
        return parser.end(conditions);
    }

    /** Returns the order of a text such as {@code metrics.sharpe_ratio DESC}; ascending unless it says so. */
    public static Outcome<Order> order(String text) {
        var parser = new FilterParser("order", text);
        Order order = parser.ordering();
        return parser.end(order);
    }

    private List<Condition> clauses() {
        var conditions = new ArrayList<Condition>();
        if (peek().kind() == Kind.END) {
            return conditions;
        }
        do {
            conditions.add(clause());
        } while (failure.isEmpty() && isWord("AND"));
        if (peek().kind() != Kind.END) {
            fail("AND or the end");
        }
        return conditions;
    }

    private Order ordering() {
        Ident ident = ident();
        boolean descending = isWord("DESC");
        if (!descending) {
            isWord("ASC");
        }
        if (peek().kind() != Kind.END) {
            fail("ASC, DESC or the end");
        }
        return new Order(ident.field(), ident.key(), descending);
    }

    private Condition clause() {
        Ident ident = ident();
        return ident.isNumber() ? numeric(ident) : textual(ident);
    }

    private Condition numeric(Ident ident) {
        Token operator = take();
        Comparison comparison = operator.kind() == Kind.OPERATOR ? OPERATORS.get(operator.text()) : null;
        if (comparison == null) {
            fail(operator, "one of =, !=, <, <=, >, >= after " + ident.key());
            comparison = Comparison.EQUAL;
        }
        Token value = take();
        if (value.kind() != Kind.NUMBER) {
            fail(value, "a number without quotes to compare " + ident.key() + " with");
        }
        return new Condition(ident.field(), ident.key(), comparison, value.text());
    }

    private Condition textual(Ident ident) {
        Token operator = take();
        Comparison comparison = switch (operator.text().toUpperCase(Locale.ROOT)) {
            case "=" -> Comparison.EQUAL;
            case "!=" -> Comparison.NOT_EQUAL;
            case "LIKE" -> Comparison.LIKE;
            default -> {
                fail(operator, "one of =, !=, LIKE after " + ident.key());
                yield Comparison.EQUAL;
            }
        };
        Token value = take();
        if (value.kind() != Kind.TEXT && value.kind() != Kind.DOUBLE_QUOTED) {
            fail(value, "a text in quotes to compare " + ident.key() + " with");
        } else if (ident.isStatus() && comparison != Comparison.LIKE && !isStatus(value.text())) {
            fail(
                    value,
                    "one of "
                            + Arrays.stream(RunStatus.values())
                                    .map(RunStatus::name)
                                    .collect(Collectors.joining(", ")));
        }
        return new Condition(ident.field(), ident.key(), comparison, value.text());
    }

    private Ident ident() {
        Token token = take();
        if (token.kind() == Kind.BACK_TICKED) {
            return attribute(token, token.text());
        }
        if (token.kind() != Kind.NAME) {
            fail(token, "metrics.…, params.…, tags.… or attributes.…");
            return Ident.NONE;
        }
        int dot = token.text().indexOf('.');
        if (dot < 0) {
            return attribute(token, token.text());
        }
        Field field = ENTITIES.get(token.text().substring(0, dot).toLowerCase(Locale.ROOT));
        if (field == null) {
            fail(token, "metrics.…, params.…, tags.… or attributes.…");
            return Ident.NONE;
        }
        String key = token.text().substring(dot + 1);
        if (key.isEmpty()) {
            Token quoted = take();
            if (quoted.kind() != Kind.BACK_TICKED && quoted.kind() != Kind.DOUBLE_QUOTED) {
                fail(quoted, "a key after " + token.text());
            }
            key = quoted.text();
        }
        return field == Field.ATTRIBUTE ? attribute(token, key) : new Ident(field, key);
    }

    private Ident attribute(Token token, String key) {
        if (!ATTRIBUTES.contains(key)) {
            fail(token, "an attribute (" + String.join(", ", ATTRIBUTES) + ") or metrics.…, params.…, tags.…");
        }
        return new Ident(Field.ATTRIBUTE, key);
    }

    private static boolean isStatus(String text) {
        return Arrays.stream(RunStatus.values())
                .anyMatch(status -> status.name().equals(text));
    }

    private boolean isWord(String word) {
        boolean found = peek().kind() == Kind.NAME && peek().text().equalsIgnoreCase(word);
        if (found) {
            next++;
        }
        return found;
    }

    private Token peek() {
        return tokens.get(next);
    }

    // The last token is never passed: what comes after a broken word or the end is that word again.
    private Token take() {
        Token token = tokens.get(next);
        if (next < tokens.size() - 1) {
            next++;
        }
        return token;
    }

    private void fail(String expected) {
        fail(peek(), expected);
    }

    // Only the first mistake is told: what follows it is read in the wrong place.
    private void fail(Token token, String expected) {
        if (failure.isEmpty()) {
            failure = Optional.of(Failure.of(
                    Reason.PARSING,
                    expected,
                    token.describe(),
                    what + ", position " + token.position(),
                    "write it like metrics.sharpe_ratio > 1 and params.learner = 'xgboost'"));
        }
    }

    private <T> Outcome<T> end(T value) {
        return failure.<Outcome<T>>map(Outcome::failed).orElseGet(() -> Outcome.success(value));
    }

    private record Ident(Field field, String key) {

        static final Ident NONE = new Ident(Field.ATTRIBUTE, "");

        boolean isNumber() {
            return field == Field.METRIC || (field == Field.ATTRIBUTE && key.equals("start_time"));
        }

        boolean isStatus() {
            return field == Field.ATTRIBUTE && key.equals("status");
        }
    }
}
