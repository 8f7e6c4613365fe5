package io.quantloom.ui.text;

import io.quantloom.engine.base.Failure;
import java.util.Locale;

/** An engine failure in the words of the screen: a heading and an action by its reason, the sentence by its parts. */
public final class FailureTexts {

    private static final Texts TEXTS = Texts.of("failure");

    private FailureTexts() {}

    /** Returns what happened, in a few words, by the failure's reason. */
    public static String title(Failure failure) {
        return TEXTS.get(key(failure.reason()) + ".title");
    }

    /** Returns one sentence: what was expected, what was found, and where. */
    public static String sentence(Failure failure) {
        StringBuilder text = new StringBuilder(TEXTS.get("sentence", failure.expected(), failure.found()));
        if (!failure.where().isEmpty()) {
            text.append(" (").append(failure.where()).append(')');
        }
        return text.append('.').toString();
    }

    /** Returns what to do: the failure's own action, or else the one of its reason. */
    public static String action(Failure failure) {
        return failure.action().isEmpty() ? TEXTS.get(key(failure.reason()) + ".action") : capital(failure.action());
    }

    /** Returns everything in one line, for banners and notifications. */
    public static String line(Failure failure) {
        return title(failure) + ". " + sentence(failure);
    }

    private static String key(Failure.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
