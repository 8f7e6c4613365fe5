package io.quantloom.ui.factory;

import java.util.List;
import java.util.Optional;

/**
 * An open factory run. Made away from the JavaFX thread. Immutable.
 *
 * @param row as the list has it
 * @param stages names of the stages, in order
 * @param symbols in the configuration's order
 * @param config the configuration as it was given; empty when it is gone
 */
public record FactoryContent(FactoryRow row, List<String> stages, List<SymbolRow> symbols, String config) {

    /** Copies the lists. */
    public FactoryContent {
        stages = List.copyOf(stages);
        symbols = List.copyOf(symbols);
    }

    /** {@return the symbol of the name} */
    Optional<SymbolRow> symbol(String name) {
        return symbols.stream().filter(row -> row.symbol().equals(name)).findFirst();
    }

    /** {@return how many symbols ended so} */
    long count(SymbolRow.Result result) {
        return symbols.stream().filter(row -> row.result() == result).count();
    }
}
