package io.quantloom.engine.instrument;

import java.util.regex.Pattern;

/**
 * The name of an instrument, for example {@code BTC-USDT}. Immutable.
 *
 * @param name 1 to 40 letters, digits and {@code . _ - / : = ^}, as the source writes it
 */
public record Symbol(String name) implements Comparable<Symbol> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._\\-/:=^]{1,40}");

    /** Checks the form. */
    public Symbol {
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "a symbol has 1 to 40 letters, digits and . _ - / : = ^, was '" + name + "'");
        }
    }

    /** {@return whether the text can name an instrument} */
    public static boolean isValid(String name) {
        return FORM.matcher(name).matches();
    }

    @Override
    public int compareTo(Symbol other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
