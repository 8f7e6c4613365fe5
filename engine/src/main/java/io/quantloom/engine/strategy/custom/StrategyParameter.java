package io.quantloom.engine.strategy.custom;

/**
 * A setting of a strategy. Immutable.
 *
 * @param name as it stands in files, not blank
 * @param kind what its values are
 * @param standard the value when a file leaves it out, in the form of a file
 * @param least smallest number, inclusive; not looked at for flags and texts
 * @param most largest number, inclusive; not looked at for flags and texts
 */
public record StrategyParameter(String name, Kind kind, String standard, double least, double most) {

    /** What values are. */
    public enum Kind {
        /** A whole number. */
        WHOLE,
        /** A finite number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Any text. */
        TEXT
    }

    /** Returns a whole number in [least, most]. */
    public static StrategyParameter whole(String name, int standard, int least, int most) {
        return new StrategyParameter(name, Kind.WHOLE, Integer.toString(standard), least, most);
    }

    /** Returns a finite number in [least, most]. */
    public static StrategyParameter number(String name, double standard, double least, double most) {
        return new StrategyParameter(name, Kind.NUMBER, Double.toString(standard), least, most);
    }

    /** Returns a flag. */
    public static StrategyParameter flag(String name, boolean standard) {
        return new StrategyParameter(name, Kind.FLAG, Boolean.toString(standard), 0, 0);
    }

    /** Returns a text. */
    public static StrategyParameter text(String name, String standard) {
        return new StrategyParameter(name, Kind.TEXT, standard, 0, 0);
    }

    /** {@return what a right value looks like, in words} */
    public String expected() {
        return switch (kind) {
            case WHOLE -> "a whole number in [" + (long) least + ", " + (long) most + "]";
            case NUMBER -> "a number in [" + least + ", " + most + "]";
            case FLAG -> "true or false";
            case TEXT -> "a text";
        };
    }

    /** {@return whether the text is a value of the kind and in the range} */
    public boolean accepts(String text) {
        return switch (kind) {
            case WHOLE -> isWhole(text);
            case NUMBER -> isNumber(text);
            case FLAG -> text.equals("true") || text.equals("false");
            case TEXT -> true;
        };
    }

    private boolean isWhole(String text) {
        try {
            int value = Integer.parseInt(text);
            return value >= least && value <= most;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private boolean isNumber(String text) {
        try {
            double value = Double.parseDouble(text);
            return value >= least && value <= most && Double.isFinite(value);
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
