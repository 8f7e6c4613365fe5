package io.quantloom.ui.experiments;

import io.quantloom.ui.text.Texts;
import javafx.util.StringConverter;

/** The words for the kinds of runs; the empty kind stands for all of them. */
final class KindText extends StringConverter<String> {

    private final Texts texts;

    KindText(Texts texts) {
        this.texts = texts;
    }

    /** {@return the word for a kind, which is the kind itself when nobody wrote one} */
    String word(String kind) {
        return texts.has("run." + kind) ? texts.get("run." + kind) : kind;
    }

    @Override
    public String toString(String kind) {
        return kind == null || kind.isEmpty() ? texts.get("run.all") : word(kind);
    }

    @Override
    public String fromString(String text) {
        return text;
    }
}
