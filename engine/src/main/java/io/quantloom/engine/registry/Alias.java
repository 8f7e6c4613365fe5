package io.quantloom.engine.registry;

/** The aliases Quantloom gives a meaning to, in their exact case. */
public final class Alias {
    /** The version that trades. */
    public static final String CHAMPION = "Champion";
    /** The candidate. */
    public static final String CHALLENGER = "Challenger";
    /** The version that was Champion before: where a rollback goes. */
    public static final String PREVIOUS = "Previous";

    private Alias() {}
}
