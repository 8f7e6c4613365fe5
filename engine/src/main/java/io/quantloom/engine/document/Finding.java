package io.quantloom.engine.document;

/**
 * One thing that is wrong in a document. Immutable.
 *
 * @param line counted from 1
 * @param key path of keys with dots, for example {@code study.trials}
 * @param expected what would have been right
 * @param found what stands there
 */
public record Finding(int line, String key, String expected, String found) {

    /** {@return for example {@code line 4, study.trials: expected a whole number, found 'many'}} */
    public String sentence() {
        return "line " + line + ", " + key + ": expected " + expected + ", found " + found;
    }
}
