package io.quantloom.ui.dialog;

import java.util.function.Consumer;

/** Questions whose answer comes later, on the JavaFX thread; closing the question answers nothing. */
public interface Dialogs {

    /**
     * A yes-or-no question with verbs.
     *
     * @param title what it is about
     * @param text what will happen, with counts
     * @param verb label of the button that does it, for example {@code "Delete series"}
     * @param isDangerous whether something is lost for good
     */
    record Confirmation(String title, String text, String verb, boolean isDangerous) {}

    /**
     * A question for a text.
     *
     * @param title what it is about
     * @param text why it is asked
     * @param prompt hint in the empty field
     * @param verb label of the button
     * @param isRequired whether an empty answer is refused
     */
    record Question(String title, String text, String prompt, String verb, boolean isRequired) {}

    /** Asks; calls back when the person agrees. */
    void confirm(Confirmation confirmation, Runnable onConfirm);

    /** Asks for a text; calls back with it. */
    void ask(Question question, Consumer<String> onAnswer);
}
