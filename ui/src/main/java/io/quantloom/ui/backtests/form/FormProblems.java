package io.quantloom.ui.backtests.form;

import io.quantloom.ui.backtests.form.BacktestForm.Field;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is wrong with each field of the form, as the person types. */
final class FormProblems {

    private final Map<Field, ReadOnlyStringWrapper> texts = new EnumMap<>(Field.class);
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();

    FormProblems() {
        for (Field field : Field.values()) {
            texts.put(field, new ReadOnlyStringWrapper(""));
        }
    }

    void check(BacktestForm form) {
        texts.forEach((field, text) -> text.set(form.problem(field).orElse("")));
        none.set(texts.values().stream().allMatch(text -> text.get().isEmpty()));
    }

    ReadOnlyStringProperty of(Field field) {
        ReadOnlyStringWrapper text = texts.get(field);
        if (text == null) {
            throw new IllegalArgumentException("no such field: " + field);
        }
        return text.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty none() {
        return none.getReadOnlyProperty();
    }
}
