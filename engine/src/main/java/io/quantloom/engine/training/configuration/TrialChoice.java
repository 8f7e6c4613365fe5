package io.quantloom.engine.training.configuration;

import java.util.Locale;

/** Which trial of a finished search goes on, and by what learners are compared. */
public enum TrialChoice {
    /** The one with the highest value: the luckiest as well. */
    BEST,
    /** The center of the best plateau: the one with the highest neighborhood. */
    PLATEAU;

    /** {@return the word used in files} */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
