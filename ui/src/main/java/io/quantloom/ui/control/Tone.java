package io.quantloom.ui.control;

import java.util.Locale;

/** What a colour says; always beside an icon, a sign or a word. */
public enum Tone {
    /** Nothing in particular. */
    NEUTRAL,
    /** Less important. */
    MUTED,
    /** Interaction, and the object of the page. */
    ACCENT,
    /** Passed, healthy. */
    OK,
    /** Needs a look. */
    WARN,
    /** Failed, refused, lost. */
    BAD,
    /** Price or result went up; long. */
    UP,
    /** Price or result went down; short. */
    DOWN;

    /** {@return the style class that colours text and icons} */
    public String styleClass() {
        return switch (this) {
            case NEUTRAL -> "tone-neutral";
            case MUTED -> "muted";
            default -> "tone-" + word();
        };
    }

    /** {@return the name in style sheets and tokens} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns {@link #UP} for a number above zero, {@link #DOWN} below, {@link #NEUTRAL} for zero and NaN. */
    public static Tone ofSign(double value) {
        return value > 0 ? UP : value < 0 ? DOWN : NEUTRAL;
    }
}
