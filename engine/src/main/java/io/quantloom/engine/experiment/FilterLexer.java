package io.quantloom.engine.experiment;

import java.util.ArrayList;
import java.util.List;

/** Splits a filter or an order into words. What is no word ends as a {@link Kind#BROKEN} token, never as an exception. */
final class FilterLexer {

    private static final String NAME_PUNCTUATION = "_.-/:";

    private final String text;
    private int next;

    private FilterLexer(String text) {
        this.text = text;
    }

    /** What a token is. */
    enum Kind {
        /** Letters, digits and {@code _ . - / :}, beginning with a letter or underscore: a key or a word like AND. */
        NAME,
        /** A decimal number. */
        NUMBER,
        /** Between single quotes. */
        TEXT,
        /** Between double quotes: a key after a dot, a text elsewhere. */
        DOUBLE_QUOTED,
        /** Between back ticks: always a key. */
        BACK_TICKED,
        /** One of {@code = != < <= > >=}. */
        OPERATOR,
        /** A quote that is not closed, or a character that no word begins with. */
        BROKEN,
        /** Nothing is left. */
        END
    }

    /**
     * One word.
     *
     * @param text without its quotes
     * @param position of its first character, counted from 1
     */
    record Token(Kind kind, String text, int position) {

        /** {@return what stands there, for "found"} */
        String describe() {
            return switch (kind) {
                case END -> "the end";
                case BROKEN -> text;
                default -> "'" + text + "'";
            };
        }
    }

    /** Returns the words of the text, the last one an {@link Kind#END} or the first {@link Kind#BROKEN} one. */
    static List<Token> tokens(String text) {
        var lexer = new FilterLexer(text);
        var tokens = new ArrayList<Token>();
        Token token;
        do {
            token = lexer.token();
            tokens.add(token);
        } while (token.kind() != Kind.END && token.kind() != Kind.BROKEN);
        return tokens;
    }

    private Token token() {
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        int start = next;
        if (start == text.length()) {
            return new Token(Kind.END, "", start + 1);
        }
        char first = text.charAt(start);
        return switch (first) {
            case '\'' -> quoted(start, Kind.TEXT);
            case '"' -> quoted(start, Kind.DOUBLE_QUOTED);
            case '`' -> quoted(start, Kind.BACK_TICKED);
            case '=', '!', '<', '>' -> operator(start, first);
            default -> {
                if (Character.isLetter(first) || first == '_') {
                    yield run(start, Kind.NAME);
                }
                if (Character.isDigit(first) || "+-.".indexOf(first) >= 0) {
                    yield number(start);
                }
                yield new Token(Kind.BROKEN, "the character '" + first + "'", start + 1);
            }
        };
    }

    private Token quoted(int start, Kind kind) {
        int end = text.indexOf(text.charAt(start), start + 1);
        if (end < 0) {
            return new Token(Kind.BROKEN, "a quote that is not closed", start + 1);
        }
        next = end + 1;
        return new Token(kind, text.substring(start + 1, end), start + 1);
    }

    private Token operator(int start, char first) {
        boolean two = start + 1 < text.length() && text.charAt(start + 1) == '=' && first != '=';
        if (first == '!' && !two) {
            return new Token(Kind.BROKEN, "the character '!'", start + 1);
        }
        next = start + (two ? 2 : 1);
        return new Token(Kind.OPERATOR, text.substring(start, next), start + 1);
    }

    private Token number(int start) {
        Token token = run(start, Kind.NUMBER);
        try {
            return Double.isFinite(Double.parseDouble(token.text()))
                    ? token
                    : new Token(Kind.BROKEN, "'" + token.text() + "'", start + 1);
        } catch (NumberFormatException _) {
            return new Token(Kind.BROKEN, "'" + token.text() + "'", start + 1);
        }
    }

    private Token run(int start, Kind kind) {
        next = start + 1;
        while (next < text.length() && continues(text.charAt(next), kind)) {
            next++;
        }
        return new Token(kind, text.substring(start, next), start + 1);
    }

    private static boolean continues(char c, Kind kind) {
        return Character.isLetterOrDigit(c)
                || (kind == Kind.NUMBER ? "+-.".indexOf(c) >= 0 : NAME_PUNCTUATION.indexOf(c) >= 0);
    }
}
