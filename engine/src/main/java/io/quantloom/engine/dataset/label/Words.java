package io.quantloom.engine.dataset.label;

import io.quantloom.engine.document.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Constants as the words of files: {@code NEXT_OPEN} is {@code next-open}. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> constant(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(constant -> of(constant).equals(word))
                .findFirst();
    }

    /** {@return one of the constants by its word, listed in their order when it is wrong} */
    static <E extends Enum<E>> Kind<E> kind(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(of(constant), constant);
        }
        return Kind.oneOf(words, constants[0]);
    }
}
