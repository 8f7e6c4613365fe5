package io.quantloom.ui.control;

import javafx.scene.control.Label;

/** Small rounded word: alias, state, filter. */
public final class Chip extends Label {

    private Tone tone;

    /** Takes the word and its tone. */
    public Chip(String text, Tone tone) {
        super(text);
        this.tone = tone;
        getStyleClass().addAll("chip", "chip-" + tone.word());
        setMinWidth(USE_PREF_SIZE);
    }

    /** Puts an icon before the word. */
    public Chip icon(String name) {
        setGraphic(Icons.of(name));
        return this;
    }

    /** Shows another word. */
    public void show(String text, Tone newTone) {
        setText(text);
        getStyleClass().remove("chip-" + tone.word());
        tone = newTone;
        getStyleClass().add("chip-" + tone.word());
    }
}
