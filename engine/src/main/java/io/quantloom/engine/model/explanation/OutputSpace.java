package io.quantloom.engine.model.explanation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What contributions add up to. */
public enum OutputSpace {
    /** The margin of a model of trees or of a sum, before any calibration: {@code ln(p / (1 − p))}. */
    LOG_ODDS,
    /** The probability of the positive class. */
    PROBABILITY,
    /** The decision value of a learner that has no probability. */
    DECISION_VALUE;

    /** {@return the word used in files} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the space with the word. */
    public static Optional<OutputSpace> ofText(String word) {
        return Arrays.stream(values())
                .filter(space -> space.text().equals(word))
                .findFirst();
    }
}
