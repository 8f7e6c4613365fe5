package io.quantloom.engine.model.learning;

import java.util.List;

/** One hyperparameter that a learner reads: its name, its range and what stands for it when it is left out. Immutable. */
public sealed interface Setting {

    /** Fits both classes alike, or weighs each class by its rarity: {@link ClassWeights}. */
    Setting CLASS_WEIGHT = new Choice("class_weight", List.of(ClassWeights.NONE, ClassWeights.BALANCED));

    /** {@return its name, as in files} */
    String name();

    /** {@return what it may be, in words} */
    String range();

    /** {@return what it is when it is left out} */
    Object otherwise();

    /** {@return whether the value is in its range} */
    boolean holds(Object value);

    /** Returns a number. */
    static Setting real(String name, double otherwise, double least, double most) {
        return new Numeric(name, otherwise, least, most, false, List.of());
    }

    /** Returns a whole number. */
    static Setting whole(String name, int otherwise, int least, int most) {
        return new Numeric(name, (double) otherwise, least, most, true, List.of());
    }

    /** Returns whether features are standardized on the training rows first. */
    static Setting scale(String otherwise) {
        return new Choice(
                "scale",
                otherwise.equals(PreparedRows.STANDARD)
                        ? List.of(PreparedRows.STANDARD, ClassWeights.NONE)
                        : List.of(ClassWeights.NONE, PreparedRows.STANDARD));
    }

    /**
     * A number, or one of a few words in its place.
     *
     * @param name its name
     * @param otherwise a {@link Double} or one of the words
     * @param least smallest value
     * @param most largest value
     * @param whole whether fractions are refused
     * @param words what may stand in place of a number
     */
    record Numeric(String name, Object otherwise, double least, double most, boolean whole, List<String> words)
            implements Setting {

        /** Copies the words. */
        public Numeric {
            words = List.copyOf(words);
        }

        @Override
        public boolean holds(Object value) {
            if (value instanceof Number number) {
                double real = number.doubleValue();
                return real >= least && real <= most && (!whole || real == Math.rint(real));
            }
            return value instanceof String word && words.contains(word);
        }

        @Override
        public String range() {
            String others = words.isEmpty() ? "" : " or " + String.join(" or ", words);
            return (whole ? "a whole number" : "a number") + " in [" + text(least) + ", " + text(most) + "]" + others;
        }
    }

    /**
     * One of several words.
     *
     * @param name its name
     * @param options the words, the default first
     */
    record Choice(String name, List<String> options) implements Setting {

        /** Copies the words. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public Object otherwise() {
            return options.getFirst();
        }

        @Override
        public boolean holds(Object value) {
            return value instanceof String word && options.contains(word);
        }

        @Override
        public String range() {
            return "one of " + String.join(", ", options);
        }
    }

    /** Returns the number as short as files have it: without a point where it is whole. */
    static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e18
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
